import { Button } from '@mantine/core';
import type { PutAwayFile } from '@tirek/domain/privacy/retention';
import { useState } from 'react';
import { useRead } from '../../api/use-read.ts';
import { useText } from '../../text/language.tsx';
import { useFormat } from '../../text/use-format.ts';
import { ButtonLink } from '../../ui/button-link.tsx';
import { Facts } from '../../ui/facts.tsx';
import { Panel } from '../../ui/panel.tsx';
import { EmptyState, ErrorState, LoadingState } from '../../ui/states.tsx';
import { ReopenDialog } from './reopen-dialog.tsx';
import styles from './retention.module.css';

/** The files of a supervisor's team that are put away. */
export function PutAwayPanel() {
  const text = useText('retention');
  const read = useRead('listPutAway', {});
  return (
    <Panel title={text('away')} note={text('away.note')}>
      {read.isPending && <LoadingState />}
      {read.isError && <ErrorState error={read.error} onRetry={read.refetch} />}
      {read.data?.files.length === 0 && <EmptyState icon="check" title={text('away.none')} />}
      <ul className={styles.list}>
        {(read.data?.files ?? []).map((file) => (
          <AwayItem key={file.id} file={file} />
        ))}
      </ul>
    </Panel>
  );
}

function AwayItem({ file }: { file: PutAwayFile }) {
  const text = useText('retention');
  const format = useFormat();
  const [isOpening, setOpening] = useState(false);
  const { familyId, holder, since, because, isOwn } = file;
  return (
    <li className={styles.item}>
      <div className={styles.head}>
        <h3 className={styles.name}>{text('family', { holder })}</h3>
      </div>
      <Facts
        facts={[
          [text('fact.since'), format.date(format.dateOf(since))],
          [text('fact.because'), text(`because.${because}`)],
        ]}
      />
      <div className={styles.buttons}>
        {!isOwn && (
          <Button variant="default" onClick={() => setOpening(true)}>
            {text('reopen')}
          </Button>
        )}
        <ButtonLink variant="default" to="/families/$familyId/case" params={{ familyId }}>
          {text('open')}
        </ButtonLink>
      </div>
      {isOpening && <ReopenDialog file={file} onClose={() => setOpening(false)} />}
    </li>
  );
}
