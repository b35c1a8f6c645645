import { Link } from '@tanstack/react-router';
import { useMay } from '../../access/index.ts';
import { useRead } from '../../api/use-read.ts';
import { useText } from '../../text/language.tsx';
import { Panel } from '../../ui/panel.tsx';
import { IncidentMark } from './incident-line.tsx';
import styles from './school.module.css';

/** More would bury the rest of the day. */
const SHOWN = 5;

/** What waits at school for the reader's families, the overdue first; nothing where nothing does. */
export function SchoolToday() {
  const text = useText('school');
  const may = useMay();
  const answer = useRead('listSchoolIncidents', {}, { isWanted: may('school-note.write') });
  const { today = '', waiting = [] } = answer.data ?? {};
  if (waiting.length === 0) return null;
  return (
    <Panel title={text('due')}>
      <ul className={styles.list}>
        {waiting.slice(0, SHOWN).map(({ personId, name, incident }) => (
          <li key={incident.incidentId} className={styles.head}>
            <Link to="/people/$personId" params={{ personId }}>
              {name ?? text('of')}
            </Link>
            <IncidentMark incident={incident} today={today} />
          </li>
        ))}
      </ul>
    </Panel>
  );
}
