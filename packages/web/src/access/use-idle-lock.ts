import { LOCK_AFTER_MINUTES, SESSION_IDLE_MINUTES } from '@tirek/domain/access';
import { useEffect } from 'react';
import { idleWatch } from './idle-watch.ts';
import { useSession } from './session.tsx';

const MINUTE = 60_000;
const LOOK_EVERY = 5000;
const TOUCHES = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchstart'] as const;
const LAST_TOUCH = 'tirek.touched';

/** Locks the screen when nobody has touched keyboard, mouse or screen for ten minutes, in this tab or another. */
export function useIdleLock(isSignedIn: boolean): void {
  const { store, now } = useSession();
  useEffect(() => {
    if (!isSignedIn) return;
    const watch = idleWatch({
      now: () => Date.parse(now()),
      lastTouch: {
        read: () => Number(localStorage.getItem(LAST_TOUCH) ?? 0),
        write: (at) => localStorage.setItem(LAST_TOUCH, String(at)),
      },
      lockAfter: LOCK_AFTER_MINUTES * MINUTE,
      keepAliveAfter: (SESSION_IDLE_MINUTES / 3) * MINUTE,
      onIdle: () => void store.lock(),
      keepAlive: () => void store.refresh().catch(() => undefined),
    });
    const touched = () => watch.touched();
    const look = () => watch.look();
    for (const touch of TOUCHES) addEventListener(touch, touched, { passive: true, capture: true });
    document.addEventListener('visibilitychange', look);
    const timer = setInterval(look, LOOK_EVERY);
    return () => {
      for (const touch of TOUCHES) removeEventListener(touch, touched, { capture: true });
      document.removeEventListener('visibilitychange', look);
      clearInterval(timer);
    };
  }, [isSignedIn, store, now]);
}
