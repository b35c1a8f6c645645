import { Link } from '@tanstack/react-router';
import { useClient } from '../../api/client.ts';
import { useRead } from '../../api/use-read.ts';
import { useText } from '../../text/language.tsx';
import { useFormat } from '../../text/use-format.ts';
import { Icon } from '../../ui/icons.tsx';
import styles from './safety.module.css';

const ASK_EVERY = 15_000;

/** On every page of whoever has to answer, until somebody has; nothing of whom it is about. */
export function SafetyBanner() {
  const text = useText('safety');
  const format = useFormat();
  const { now } = useClient();
  const read = useRead('listSafetyCalls', {}, { every: ASK_EVERY });
  const calls = (read.data?.calls ?? []).toSorted((a, b) => (a.dueAt < b.dueAt ? -1 : 1));
  return (
    <div role="status">
      {calls.map(({ eventId, urgency, dueAt, wanted }) => (
        <div key={eventId} className={styles.banner}>
          <Icon name="warning" />
          {wanted === 'appoint' ? (
            <Link to="/on-call">{text('banner.appoint')}</Link>
          ) : (
            <Link to="/safety/$eventId" params={{ eventId }}>
              {wanted === 'confirm'
                ? text('banner.confirm')
                : text(
                    Date.parse(dueAt) < Date.parse(now())
                      ? 'banner.late'
                      : `banner.take.${urgency}`,
                    {
                      at: format.instant(dueAt, 'short'),
                    },
                  )}
            </Link>
          )}
        </div>
      ))}
    </div>
  );
}
