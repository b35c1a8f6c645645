import type { SessionState } from '@tirek/domain/access';
import { useState, useSyncExternalStore } from 'react';
import { useClient } from '../api/client.ts';
import { useAlong } from '../offline/use-along.ts';
import { WipeHere } from '../offline/wipe-here.tsx';
import { useText } from '../text/language.tsx';
import { useErrorText } from '../ui/error-text.ts';
import { Notice } from '../ui/notice.tsx';
import { Entrance } from './entrance.tsx';
import { OfflineDoor } from './offline-door.tsx';
import styles from './second-factor-step.module.css';
import { useSession, useStanding } from './session.tsx';
import { UnlockForm } from './unlock-form.tsx';

/** Over a page whose holder went away: nothing of it shows, nothing of it is lost. */
export function LockScreen({ standing }: { standing: Extract<SessionState, { kind: 'locked' }> }) {
  const text = useText('access');
  const errorText = useErrorText();
  const { store } = useSession();
  const { holder } = useStanding();
  const { connection } = useClient();
  const isReached = useSyncExternalStore(connection.subscribe, connection.isReached);
  const { along } = useAlong();
  const [isLeaving, setLeaving] = useState(false);
  const [error, setError] = useState<unknown>(null);
  return (
    <Entrance
      title={text('lock.title')}
      intro={text(holder ? 'lock.kept' : 'lock.intro', { name: standing.displayName })}
    >
      {error !== null && <Notice kind="refusal">{errorText(error)}</Notice>}
      <UnlockForm
        signInName={holder?.account.signInName ?? null}
        methods={standing.methods}
        confirm={text('lock.open')}
        onProven={() => void store.arrived().catch(setError)}
      />
      {!isReached && <OfflineDoor />}
      <div className={`${styles.others} ${styles.apart}`}>
        {isLeaving ? (
          <WipeHere
            confirm={text('lock.leave')}
            beforeWiping={() => store.signOut()}
            onError={setError}
          />
        ) : (
          <button
            type="button"
            className={styles.other}
            onClick={() =>
              along.standing().kind === 'none'
                ? void store.signOut().catch(setError)
                : setLeaving(true)
            }
          >
            {text(holder ? 'lock.leave.losing' : 'lock.leave')}
          </button>
        )}
      </div>
    </Entrance>
  );
}
