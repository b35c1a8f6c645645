import { Button } from '@mantine/core';
import type { Renewal, RenewalVerdict } from '@tirek/domain/privacy/retention';
import { useState } from 'react';
import { useRead } from '../../api/use-read.ts';
import { useText } from '../../text/language.tsx';
import { useFormat } from '../../text/use-format.ts';
import { ButtonLink } from '../../ui/button-link.tsx';
import { Facts } from '../../ui/facts.tsx';
import { Panel } from '../../ui/panel.tsx';
import { EmptyState, ErrorState, LoadingState } from '../../ui/states.tsx';
import { StatusMark } from '../../ui/status-mark.tsx';
import { RenewDialog } from './renew-dialog.tsx';
import styles from './retention.module.css';

/** The files of a supervisor's team whose yearly word is due. */
export function RenewalsPanel() {
  const text = useText('retention');
  const read = useRead('listRenewals', {});
  return (
    <Panel title={text('due')} note={text('due.note')}>
      {read.isPending && <LoadingState />}
      {read.isError && <ErrorState error={read.error} onRetry={read.refetch} />}
      {read.data?.renewals.length === 0 && <EmptyState icon="check" title={text('due.none')} />}
      <ul className={styles.list}>
        {(read.data?.renewals ?? []).map((renewal) => (
          <RenewalItem key={renewal.familyId} renewal={renewal} />
        ))}
      </ul>
    </Panel>
  );
}

function RenewalItem({ renewal }: { renewal: Renewal }) {
  const text = useText('retention');
  const format = useFormat();
  const [said, setSaid] = useState<RenewalVerdict | null>(null);
  const { familyId, holder, confirmedOn, dueOn, isCaseOpen, isOverdue } = renewal;
  return (
    <li className={styles.item}>
      <div className={styles.head}>
        <h3 className={styles.name}>{text('family', { holder })}</h3>
        {isOverdue && <StatusMark tone="bad" label={text('overdue')} />}
      </div>
      <Facts
        facts={[
          [text('fact.dueOn'), format.date(dueOn)],
          [text('fact.confirmedOn'), format.date(confirmedOn)],
          [text('fact.case'), text(isCaseOpen ? 'case.open' : 'case.ended')],
        ]}
      />
      {isCaseOpen && <p className={styles.words}>{text('ends.open')}</p>}
      <div className={styles.buttons}>
        <Button onClick={() => setSaid('goes-on')}>{text('goes-on')}</Button>
        {!isCaseOpen && (
          <Button variant="default" onClick={() => setSaid('ends')}>
            {text('ends')}
          </Button>
        )}
        <ButtonLink variant="default" to="/families/$familyId/case" params={{ familyId }}>
          {text('open')}
        </ButtonLink>
      </div>
      {said && <RenewDialog renewal={renewal} verdict={said} onClose={() => setSaid(null)} />}
    </li>
  );
}
