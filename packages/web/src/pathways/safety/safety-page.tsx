import { Link } from '@tanstack/react-router';
import { useRead } from '../../api/use-read.ts';
import { useText } from '../../text/language.tsx';
import { useFormat } from '../../text/use-format.ts';
import { Page } from '../../ui/page.tsx';
import { Panel } from '../../ui/panel.tsx';
import { EmptyState, ErrorState, LoadingState } from '../../ui/states.tsx';
import styles from './safety.module.css';
import { useMoment } from './use-moment.ts';
import { useSafetyWords } from './use-safety-words.ts';

/** Every open event that the reader answers for, or was asked about, the most pressing first. */
export function SafetyPage() {
  const text = useText('safety');
  const t = useSafetyWords();
  const format = useFormat();
  const read = useRead('listSafetyEvents', {});
  const moment = useMoment(read.data?.now ?? '');
  const { events = [], today = '' } = read.data ?? {};
  return (
    <Page title={text('title')} intro={text('intro')} isNarrow>
      {read.isPending && <LoadingState lines={4} />}
      {read.isError && <ErrorState error={read.error} onRetry={read.refetch} />}
      {read.data && events.length === 0 && (
        <EmptyState icon="shield" title={text('none')}>
          {text('noneWords')}
        </EmptyState>
      )}
      {events.length > 0 && (
        <Panel>
          <ul className={styles.events}>
            {events.map(({ event, person, holder, status, missing, nextContactOn }) => {
              const isDue = missing > 0;
              const isLate = Date.parse(event.dueAt) < Date.parse(moment);
              const at = format.instant(event.dueAt, 'short');
              return (
                <li key={event.id}>
                  <h2 className={styles.name}>
                    <Link to="/safety/$eventId" params={{ eventId: event.id }}>
                      {person.name} · {t(`kind.${event.kind}`)}
                    </Link>
                  </h2>
                  {isDue && (
                    <p className={isLate ? styles.late : styles.quiet}>
                      {text(isLate ? 'due.late' : 'due.left', { at })}
                    </p>
                  )}
                  <p className={styles.quiet}>
                    {text(holder.isTaken ? 'holder.taken' : 'holder.asked', { name: holder.name })}
                  </p>
                  {status === 'closing' && <p className={styles.quiet}>{text('state.closing')}</p>}
                  {nextContactOn && (
                    <p className={nextContactOn < today ? styles.late : styles.quiet}>
                      {text(nextContactOn < today ? 'contact.late' : 'contact.next', {
                        date: format.date(nextContactOn),
                      })}
                    </p>
                  )}
                </li>
              );
            })}
          </ul>
        </Panel>
      )}
    </Page>
  );
}
