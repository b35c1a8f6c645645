import { focusManager } from '@tanstack/react-query';
import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react';
import { useAlong } from '../offline/use-along.ts';
import { useText } from '../text/language.tsx';
import { ErrorState, LoadingState } from '../ui/states.tsx';
import { Entrance } from './entrance.tsx';
import { type HandedDevice, HandedDeviceContext } from './handed-device.ts';
import { LockScreen } from './lock-screen.tsx';
import { OfflineDoor } from './offline-door.tsx';
import { useSession, useStanding } from './session.tsx';
import styles from './session-gate.module.css';
import { SignInPage } from './sign-in-page.tsx';
import { useIdleLock } from './use-idle-lock.ts';

/**
 * Lets in who is signed in. Whose session is locked or has ended meanwhile keeps her pages as they are, hidden and inert
 * under the lock screen or a new sign-in.
 */
export function SessionGate({ children }: { children: ReactNode }) {
  const text = useText('access');
  const { store } = useSession();
  const { now, holder } = useStanding();
  const isIn = now.kind === 'signed-in';
  const [handed, setHanded] = useState<{ screen: ReactNode; isBack: boolean } | null>(null);
  useIdleLock(isIn);
  // Nobody looks at pages under a lock: they ask for nothing, and at once when she is back.
  useEffect(() => focusManager.setFocused(isIn ? undefined : false), [isIn]);
  // Whoever is in has the device back.
  useEffect(() => {
    if (isIn) setHanded(null);
  }, [isIn]);
  const device = useMemo<HandedDevice>(
    () => ({
      async handOver({ meanwhile, screen }) {
        setHanded({ screen: meanwhile, isBack: false });
        await store.lock();
        setHanded((before) => before && { ...before, screen });
      },
      giveBack: () => setHanded((before) => before && { ...before, isBack: true }),
    }),
    [store],
  );
  if (!holder) return <Doorway />;
  const isHanded = handed !== null && now.kind === 'locked';
  return (
    <HandedDeviceContext value={device}>
      <div key={holder.account.id} hidden={!isIn}>
        {children}
      </div>
      {!isIn && (
        <Overlay>
          {isHanded && !handed.isBack ? handed.screen : <Doorway />}
          {isHanded && handed.isBack && (
            <button
              type="button"
              className={styles.back}
              onClick={() => setHanded({ ...handed, isBack: false })}
            >
              {text('handed.back')}
            </button>
          )}
        </Overlay>
      )}
    </HandedDeviceContext>
  );
}

/** Whatever stands between this browser and the pages. */
function Doorway() {
  const text = useText('access');
  const { store } = useSession();
  const { now, holder } = useStanding();
  const hasDoor = useAlong().standing.kind !== 'none';
  switch (now.kind) {
    case 'unknown':
      return (
        <Entrance title={text('entrance.opening')}>
          <LoadingState />
        </Entrance>
      );
    case 'unreachable':
      return (
        <Entrance title={text('entrance.unreachable')}>
          {hasDoor ? (
            <OfflineDoor onRetry={() => void store.refresh()} />
          ) : (
            <ErrorState error={now.error} onRetry={() => void store.refresh()} />
          )}
        </Entrance>
      );
    case 'locked':
      return <LockScreen standing={now} />;
    case 'signed-in':
      return null;
    default:
      return <SignInPage standing={now} returning={holder?.account.displayName ?? null} />;
  }
}

/**
 * A modal dialog of the browser's own: it lies over everything, other dialogs of the page too, and makes all of it
 * unreachable for mouse, keyboard and screen reader.
 */
function Overlay({ children }: { children: ReactNode }) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const element = dialog.current;
    element?.showModal();
    return () => element?.close();
  }, []);
  return (
    <dialog ref={dialog} className={styles.overlay} onCancel={(event) => event.preventDefault()}>
      {children}
    </dialog>
  );
}
