import type { Person } from '@tirek/domain/people';
import { yearsBehind } from '@tirek/domain/people/circumstances';
import { useMay } from '../../access/index.ts';
import { useRead } from '../../api/use-read.ts';
import { useText } from '../../text/language.tsx';
import { Facts } from '../../ui/facts.tsx';
import { Panel } from '../../ui/panel.tsx';
import { ErrorState, LoadingState } from '../../ui/states.tsx';
import { CloseButton } from './close-button.tsx';
import { IncidentLine } from './incident-line.tsx';
import { MonthsList } from './months-list.tsx';
import styles from './school.module.css';

/** What the school wrote of somebody, as far as the mother lets it through. */
export function SchoolRecordPanel({ person }: { person: Person }) {
  const text = useText('school');
  const may = useMay();
  const isOpen = may('school-note.write');
  const personId = person.id;
  const answer = useRead('getSchoolRecordOf', { personId }, { isWanted: isOpen });
  const settings = useRead('getCaseSettings', {}, { isWanted: isOpen });
  if (!isOpen) return null;
  const { today = '', grade = null, months = [], incidents = [] } = answer.data ?? {};
  const isEmpty = grade === null && months.length === 0 && incidents.length === 0;
  const birth = person.identities[0]?.identity.birth ?? null;
  const schoolAge = settings.data?.settings.schoolAge;
  const behind =
    schoolAge === undefined ? 0 : yearsBehind({ birth, grade }, { on: today, schoolAge });
  const gap = behind > 0 ? ` (${text('of.gap', { count: behind })})` : '';
  return (
    <Panel title={text('of')} note={text('of.note')}>
      {answer.isPending && <LoadingState />}
      {answer.isError && <ErrorState error={answer.error} onRetry={answer.refetch} />}
      {answer.data && isEmpty && <p className={styles.quiet}>{text('of.nothing')}</p>}
      {grade !== null && <Facts facts={[[text('of.grade'), `${grade}${gap}`]]} />}
      {months.length > 0 && (
        <>
          <h3>{text('months')}</h3>
          <MonthsList months={months} />
        </>
      )}
      {incidents.length > 0 && (
        <>
          <h3>{text('incidents')}</h3>
          <ul className={styles.list}>
            {incidents.map((incident) => (
              <li key={incident.incidentId}>
                <IncidentLine incident={incident} today={today}>
                  {incident.wanted === 'closing' && may('incident.close') && (
                    <CloseButton incidentId={incident.incidentId} />
                  )}
                </IncidentLine>
              </li>
            ))}
          </ul>
        </>
      )}
    </Panel>
  );
}
