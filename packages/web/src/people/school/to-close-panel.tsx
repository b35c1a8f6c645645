import { useRead } from '../../api/use-read.ts';
import { useText } from '../../text/language.tsx';
import { Panel } from '../../ui/panel.tsx';
import { ErrorState } from '../../ui/states.tsx';
import { CloseButton } from './close-button.tsx';
import { IncidentLine } from './incident-line.tsx';
import styles from './school.module.css';

/** What colleagues wrote down and do not close themselves; nothing where nothing waits. */
export function ToClosePanel() {
  const text = useText('school');
  const answer = useRead('listIncidentsToClose', {});
  const { today = '', incidents = [] } = answer.data ?? {};
  if (answer.isError) return <ErrorState error={answer.error} onRetry={answer.refetch} />;
  if (incidents.length === 0) return null;
  return (
    <Panel title={text('toClose')} note={text('toClose.note')}>
      <ul className={styles.list}>
        {incidents.map((incident) => (
          <li key={incident.incidentId}>
            <IncidentLine incident={incident} today={today}>
              <CloseButton incidentId={incident.incidentId} />
            </IncidentLine>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
