import { Link } from '@tanstack/react-router';
import type { Pupil } from '@tirek/domain/people/pupils';
import { byUrgency } from '@tirek/domain/people/school';
import { useRead } from '../../api/use-read.ts';
import { useText } from '../../text/language.tsx';
import { Panel } from '../../ui/panel.tsx';
import { ErrorState } from '../../ui/states.tsx';
import { IncidentMark } from './incident-line.tsx';
import styles from './school.module.css';

/** What is due today at school, the overdue first: the working day of a school social worker. */
export function SchoolDuePanel({ pupils }: { pupils: readonly Pupil[] }) {
  const text = useText('school');
  const record = useRead('listSchoolRecord', {});
  if (record.isError) return <ErrorState error={record.error} onRetry={record.refetch} />;
  if (!record.data) return null;
  const { today } = record.data;
  const due = record.data.pupils
    .flatMap(({ pupilId, incidents }) => incidents.map((incident) => ({ pupilId, incident })))
    // What another one is to close is not his to do.
    .filter(({ incident }) => incident.wanted === 'answer' || incident.wanted === 'look')
    .toSorted((a, b) => byUrgency(a.incident, b.incident));
  if (due.length === 0) return null;
  return (
    <Panel title={text('due')}>
      <ul className={styles.list}>
        {due.map(({ pupilId, incident }) => {
          const name = pupils.find(({ id }) => id === pupilId)?.name;
          return (
            <li key={incident.incidentId} className={styles.head}>
              <Link to="/pupils/$pupilId" params={{ pupilId }}>
                {name ? `${name.family} ${name.given}` : text('gone')}
              </Link>
              <IncidentMark incident={incident} today={today} />
            </li>
          );
        })}
      </ul>
    </Panel>
  );
}
