import { Button } from '@mantine/core';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useRead } from '../../api/use-read.ts';
import { useText } from '../../text/language.tsx';
import { Page } from '../../ui/page.tsx';
import { Panel } from '../../ui/panel.tsx';
import { EmptyState, ErrorState, LoadingState } from '../../ui/states.tsx';
import { CopyHandOver } from './copy-hand-over.tsx';
import { CopyItem } from './copy-item.tsx';
import { MakeCopyDialog } from './make-copy-dialog.tsx';
import styles from './own-copy.module.css';
import { PassphraseDialog, type SealedUnder } from './passphrase-dialog.tsx';

/** The copies of one person: her practitioner makes them and hands them over. */
export function CopiesOfPage() {
  const text = useText('copies');
  const { personId } = useParams({ from: '/people/$personId/own-copies' });
  const read = useRead('listOwnCopiesOf', { personId });
  const [isMaking, setMaking] = useState(false);
  const [sealed, setSealed] = useState<SealedUnder | null>(null);
  const isWaiting = read.data?.copies.some(({ state }) => state === 'waiting') ?? true;
  return (
    <Page
      title={text('of.title')}
      intro={text('of.intro')}
      back={{ to: `/people/${personId}`, label: text('of.back') }}
      isNarrow
      actions={!isWaiting && <Button onClick={() => setMaking(true)}>{text('make')}</Button>}
    >
      <Panel>
        {read.isPending && <LoadingState />}
        {read.isError && <ErrorState error={read.error} onRetry={read.refetch} />}
        {read.data?.copies.length === 0 && <EmptyState icon="file" title={text('of.none')} />}
        <ul className={styles.list}>
          {(read.data?.copies ?? []).map((copy) => (
            <CopyItem key={copy.id} copy={copy} isNamed={false}>
              <CopyHandOver copy={copy} />
            </CopyItem>
          ))}
        </ul>
      </Panel>
      {isMaking && (
        <MakeCopyDialog
          personId={personId}
          onClose={() => setMaking(false)}
          onSealed={(under) => {
            setMaking(false);
            setSealed(under);
          }}
        />
      )}
      {sealed && <PassphraseDialog sealed={sealed} onClose={() => setSealed(null)} />}
    </Page>
  );
}
