import { Button } from '@mantine/core';
import type { DemandYear, LegalDemand } from '@tirek/domain/privacy/demands';
import { type ReactNode, useState } from 'react';
import { useMay } from '../../access/index.ts';
import { useRead } from '../../api/use-read.ts';
import { useText } from '../../text/language.tsx';
import { useFormat } from '../../text/use-format.ts';
import { Facts } from '../../ui/facts.tsx';
import { Page } from '../../ui/page.tsx';
import { Panel } from '../../ui/panel.tsx';
import { EmptyState, ErrorState, LoadingState } from '../../ui/states.tsx';
import { StatusMark } from '../../ui/status-mark.tsx';
import styles from '../asked-list.module.css';
import { DemandActions } from './demand-actions.tsx';
import own from './demands.module.css';
import { RecordDemandDialog } from './record-demand-dialog.tsx';

const TONES = { asked: 'waiting', returned: 'bad', agreed: 'going', closed: 'over' } as const;

/** Written demands for data, their answers, and what may be published of them. */
export function DemandsPage() {
  const text = useText('demands');
  const may = useMay();
  const read = useRead('listDemands', {});
  const [isRecording, setRecording] = useState(false);
  const { demands = [], years = [] } = read.data ?? {};
  return (
    <Page
      title={text('title')}
      intro={text('intro')}
      isNarrow
      actions={
        may('demand.manage') && <Button onClick={() => setRecording(true)}>{text('record')}</Button>
      }
    >
      <Panel>
        {read.isPending && <LoadingState />}
        {read.isError && <ErrorState error={read.error} onRetry={read.refetch} />}
        {read.data && demands.length === 0 && <EmptyState icon="shield" title={text('none')} />}
        <ul className={styles.list}>
          {demands.map((demand) => (
            <DemandItem key={demand.id} demand={demand} />
          ))}
        </ul>
      </Panel>
      {years.length > 0 && (
        <Panel title={text('years')} note={text('years.words')}>
          <ul className={styles.list}>
            {years.map((year) => (
              <li key={year.year}>{text('year', yearWords(year))}</li>
            ))}
          </ul>
        </Panel>
      )}
      {isRecording && <RecordDemandDialog onClose={() => setRecording(false)} />}
    </Page>
  );
}

const yearWords = ({ year, received, answers, told, barred }: DemandYear) => ({
  // A year is a name and has no thousands.
  year: String(year),
  ...{ received, told, barred, refused: answers.refused, less: answers.less },
  ...{ nothing: answers['nothing-held'], asked: answers['as-asked'] },
});

function DemandItem({ demand }: { demand: LegalDemand }) {
  const text = useText('demands');
  const format = useFormat();
  const { state, answer, decision, closing } = demand;
  const facts: Array<readonly [string, ReactNode]> = [
    [text('basis'), text(`basis.${demand.basis}`)],
    [text('writtenOn'), format.date(demand.writtenOn)],
    [text('receivedOn'), format.date(demand.receivedOn)],
    [text('dueOn'), format.date(demand.dueOn)],
    [text('asked'), demand.asked],
    [text('answer'), text(`answer.${answer.kind}`)],
    [text('why'), answer.why],
    [text('fact.by'), answer.by.name],
  ];
  if (decision) facts.push([text('fact.decidedBy'), decision.by]);
  if (decision?.words) facts.push([text('fact.words'), decision.words]);
  if (closing) {
    facts.push([text('fact.answeredOn'), format.date(closing.answeredOn)]);
    facts.push([text('fact.telling'), text(`telling.${closing.telling}`)]);
    if (closing.barredBy) facts.push([text('barredBy'), text(`barred.${closing.barredBy}`)]);
  }
  return (
    <li className={styles.item}>
      <div className={styles.head}>
        <h3 className={styles.name}>{text(`from.${demand.from}`)}</h3>
        <StatusMark tone={TONES[state]} label={text(`state.${state}`)} />
        {demand.isOverdue && <span className={own.overdue}>{text('overdue')}</span>}
      </div>
      <Facts facts={facts} />
      <DemandActions demand={demand} />
    </li>
  );
}
