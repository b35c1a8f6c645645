import { useSyncExternalStore } from 'react';
import { useClient } from '../api/client.ts';
import { useText } from '../text/language.tsx';
import { Icon } from '../ui/icons.tsx';
import styles from './connection-banner.module.css';

/** Says honestly that there is no connection, what that means now, and that nothing typed is lost. */
export function ConnectionBanner() {
  const text = useText('shell');
  const { connection } = useClient();
  const isReached = useSyncExternalStore(connection.subscribe, connection.isReached);
  return (
    <div role="status">
      {!isReached && (
        <div className={styles.banner}>
          <Icon name="wifiOff" />
          {text('offline')}
        </div>
      )}
    </div>
  );
}
