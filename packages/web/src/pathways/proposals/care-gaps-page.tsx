import { Link } from '@tanstack/react-router';
import type { OutputOf } from '@tirek/domain/contract';
import type { proposalsContract } from '@tirek/domain/pathways/proposals';
import type { ReactNode } from 'react';
import { useMay } from '../../access/index.ts';
import { useRead } from '../../api/use-read.ts';
import { useText } from '../../text/language.tsx';
import { useFormat } from '../../text/use-format.ts';
import { Page } from '../../ui/page.tsx';
import { Panel } from '../../ui/panel.tsx';
import { ErrorState, LoadingState } from '../../ui/states.tsx';
import styles from './proposals.module.css';
import { useStepWords } from './use-step-words.ts';

type Gaps = OutputOf<(typeof proposalsContract)['listCareGaps']>;
type Whom = Pick<Gaps['waiting'][number], 'person' | 'family'>;

const ASK_EVERY = 60_000;

/** Where care stops short for the families of the reader, or of her team. */
export function CareGapsPage() {
  const text = useText('steps');
  const format = useFormat();
  const may = useMay();
  const { t } = useStepWords();
  const read = useRead('listCareGaps', {}, { every: ASK_EVERY });
  const { waiting = [], unevaluated = [], unassigned = [], evaluationDays = 0 } = read.data ?? {};
  return (
    <Page
      title={text('gaps.title')}
      intro={text(may('caseload.hold') ? 'gaps.intro' : 'gaps.introTeam')}
      isNarrow
    >
      {read.isPending && <LoadingState lines={6} />}
      {read.isError && <ErrorState error={read.error} onRetry={read.refetch} />}
      {read.data && (
        <>
          <Gap
            title={text('gaps.waiting', { count: waiting.length })}
            rows={waiting.toSorted((a, b) => Number(b.isForMe) - Number(a.isForMe))}
            about={({ step, actBy, isOverdue, isAgain }) => (
              <>
                {step && <p className={styles.quiet}>{t(`step.${step}`)}</p>}
                {isAgain && <p className={styles.quiet}>{text('gaps.again')}</p>}
                <p className={isOverdue ? styles.late : styles.quiet}>
                  {actBy
                    ? text(isOverdue ? 'gaps.late' : 'gaps.actBy', { at: format.instant(actBy) })
                    : text('gaps.noTerm')}
                </p>
              </>
            )}
          />
          <Gap
            title={text('gaps.unevaluated', { days: evaluationDays })}
            note={t('screen')}
            rows={unevaluated}
            about={({ since, dueOn }) => (
              <p className={styles.late}>
                {text('gaps.since', { since: format.date(since), due: format.date(dueOn) })}
              </p>
            )}
          />
          <Gap
            title={text('gaps.unassigned')}
            note={text('gaps.unassigned.note')}
            rows={unassigned}
            about={({ step }) => <p className={styles.quiet}>{t(`step.${step}`)}</p>}
          />
        </>
      )}
    </Page>
  );
}

function Gap<Row extends Whom>({
  title,
  note,
  rows,
  about,
}: {
  title: string;
  note?: string;
  rows: readonly Row[];
  about: (row: Row) => ReactNode;
}) {
  const text = useText('steps');
  return (
    <Panel title={title} {...(note ? { note } : {})}>
      {rows.length === 0 && <p className={styles.quiet}>{text('gaps.none')}</p>}
      <ul className={styles.rows}>
        {rows.map((row) => {
          const { person, family } = row;
          return (
            <li key={person.id}>
              <p className={styles.name}>
                <Link to="/people/$personId" params={{ personId: person.id }}>
                  {person.name || text('gaps.gone')}
                </Link>
              </p>
              {about(row)}
              {!family.isOwn && (
                <p className={styles.quiet}>{text('gaps.family', { name: family.holder })}</p>
              )}
            </li>
          );
        })}
      </ul>
    </Panel>
  );
}
