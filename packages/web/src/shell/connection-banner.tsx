import { Link } from '@tanstack/react-router';
import { useEffect, useSyncExternalStore } from 'react';
import { useClient } from '../api/client.ts';
import { isStuck, isUnsent, useAlong, useOldestShown } from '../offline/use-along.ts';
import { useText } from '../text/language.tsx';
import { useFormat } from '../text/use-format.ts';
import { Icon } from '../ui/icons.tsx';
import { useToast } from '../ui/toasts.tsx';
import styles from './connection-banner.module.css';

/** Says honestly that there is no connection, how old what one sees is, what waits, and that nothing typed is lost. */
export function ConnectionBanner() {
  const text = useText('shell');
  const offline = useText('offline');
  const format = useFormat();
  const tell = useToast();
  const { connection } = useClient();
  const { standing, onKept } = useAlong();
  const isReached = useSyncExternalStore(connection.subscribe, connection.isReached);
  const oldest = useOldestShown();
  useEffect(() => onKept(() => tell(offline('kept'))), [onKept, tell, offline]);
  const isOpen = standing.kind === 'open';
  const writes = isOpen ? standing.writes.filter(isUnsent) : [];
  const stuck = writes.filter(isStuck).length;
  const isWiped = standing.kind !== 'none' && standing.isWiped !== null;
  return (
    <div role="status">
      {!isReached && (
        <div className={styles.banner}>
          <Icon name="wifiOff" />
          <span>
            {isOpen ? offline('banner.words') : text('offline')}{' '}
            {oldest && offline('banner.age', { at: format.instant(oldest) })}
          </span>
        </div>
      )}
      {standing.kind === 'closed' && (
        <div className={styles.banner}>
          <Icon name="lock" />
          <Link to="/along">{offline('banner.open')}</Link>
        </div>
      )}
      {(writes.length > 0 || isWiped) && (
        <div className={styles.banner}>
          <Icon name={stuck > 0 || isWiped ? 'warning' : 'clock'} />
          <Link to="/waiting">
            {isWiped
              ? offline('wiped.title')
              : stuck > 0
                ? offline('banner.stuck', { count: stuck })
                : offline('banner.waiting', { count: writes.length })}
          </Link>
        </div>
      )}
    </div>
  );
}
