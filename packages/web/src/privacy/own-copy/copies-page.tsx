import { Button, Select } from '@mantine/core';
import { COPY_DECLINE_REASONS, type OwnCopy } from '@tirek/domain/privacy/own-copy';
import { useState } from 'react';
import { useHolder } from '../../access/index.ts';
import { useRead } from '../../api/use-read.ts';
import { useWrite } from '../../api/use-write.ts';
import { useText } from '../../text/language.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Page } from '../../ui/page.tsx';
import { Panel } from '../../ui/panel.tsx';
import { EmptyState, ErrorState, LoadingState } from '../../ui/states.tsx';
import { useToast } from '../../ui/toasts.tsx';
import { CopyHandOver } from './copy-hand-over.tsx';
import { CopyItem } from './copy-item.tsx';
import styles from './own-copy.module.css';

type Reason = (typeof COPY_DECLINE_REASONS)[number];

/** The copies that people asked for, and the word that lets each of them out. */
export function CopiesPage() {
  const text = useText('copies');
  const read = useRead('listOwnCopies', {});
  return (
    <Page title={text('title')} intro={text('intro')} isNarrow>
      <Panel>
        {read.isPending && <LoadingState />}
        {read.isError && <ErrorState error={read.error} onRetry={read.refetch} />}
        {read.data?.copies.length === 0 && <EmptyState icon="shield" title={text('none')} />}
        <ul className={styles.list}>
          {(read.data?.copies ?? []).map((copy) => (
            <CopyItem key={copy.id} copy={copy}>
              <Decision copy={copy} />
              <CopyHandOver copy={copy} />
            </CopyItem>
          ))}
        </ul>
      </Panel>
    </Page>
  );
}

function Decision({ copy }: { copy: OwnCopy }) {
  const text = useText('copies');
  const { account } = useHolder();
  const [open, setOpen] = useState<'release' | 'decline' | null>(null);
  if (copy.state !== 'waiting') return null;
  if (copy.madeBy.id === account.id) return <p className={styles.words}>{text('own')}</p>;
  return (
    <div className={styles.buttons}>
      <Button onClick={() => setOpen('release')}>{text('release')}</Button>
      <Button variant="default" onClick={() => setOpen('decline')}>
        {text('decline')}
      </Button>
      {open && <DecisionDialog copy={copy} answer={open} onClose={() => setOpen(null)} />}
    </div>
  );
}

function DecisionDialog({
  copy,
  answer,
  onClose,
}: {
  copy: OwnCopy;
  answer: 'release' | 'decline';
  onClose: () => void;
}) {
  const text = useText('copies');
  const tell = useToast();
  const [reason, setReason] = useState<Reason | null>(null);
  const decide = useWrite('decideOwnCopy', {
    renews: ['listOwnCopies'],
    onDone: () => {
      tell(text(`${answer}.done`));
      onClose();
    },
  });
  const decision =
    answer === 'release'
      ? ({ kind: 'released' } as const)
      : reason && ({ kind: 'declined', reason } as const);
  return (
    <Dialog
      isOpen
      isDangerous={answer === 'decline'}
      title={text(`${answer}.title`)}
      confirm={text(answer)}
      canConfirm={decision !== null}
      isBusy={decide.isPending}
      error={decide.error}
      onClose={onClose}
      onConfirm={() => decision && decide.mutate({ copyId: copy.id, decision })}
    >
      <p>{text(`${answer}.words`)}</p>
      {answer === 'decline' && (
        <Select
          label={text('fact.reason')}
          data={COPY_DECLINE_REASONS.map((value) => ({ value, label: text(`declined.${value}`) }))}
          value={reason}
          onChange={(value) => setReason(value as Reason | null)}
          placeholder={text('choose')}
        />
      )}
    </Dialog>
  );
}
