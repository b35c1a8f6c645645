import { useState } from 'react';
import { useText } from '../text/language.tsx';
import { hasPasskeys } from './passkey-ceremony.ts';
import { PasskeySetUp } from './passkey-set-up.tsx';
import { RecoveryCodes } from './recovery-codes.tsx';
import styles from './second-factor-step.module.css';
import { useSession } from './session.tsx';
import { TotpSetUp } from './totp-set-up.tsx';

/** The first second factor: an authenticator app or a passkey, then the codes for the day the phone is lost. */
export function SetUpStep() {
  const text = useText('access');
  const { store } = useSession();
  const [way, setWay] = useState<'totp' | 'passkey'>('totp');
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  if (codes) return <RecoveryCodes codes={codes} onKept={() => void store.arrived()} />;
  const other = way === 'totp' ? 'passkey' : 'totp';
  return (
    <>
      {way === 'totp' ? <TotpSetUp onDone={setCodes} /> : <PasskeySetUp onDone={setCodes} />}
      <div className={`${styles.others} ${styles.apart}`}>
        {(other === 'totp' || hasPasskeys()) && (
          <button type="button" className={styles.other} onClick={() => setWay(other)}>
            {text(`setUp.use.${other}`)}
          </button>
        )}
        <button type="button" className={styles.other} onClick={() => void store.signOut()}>
          {text('setUp.later')}
        </button>
      </div>
    </>
  );
}
