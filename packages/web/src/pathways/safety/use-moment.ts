import { useEffect, useState } from 'react';
import { useClient } from '../../api/client.ts';

const TICK = 15_000;

/**
 * The present moment, again and again, so that a deadline passes also on a page that nobody touches. Asks no server.
 * @param heard what the server said the time was: a device whose clock is slow hides no deadline that has passed.
 */
export function useMoment(heard: string): string {
  const { now } = useClient();
  const [moment, setMoment] = useState(now);
  useEffect(() => {
    const tick = () => setMoment(now());
    const timer = setInterval(tick, TICK);
    // A device that slept has missed its ticks.
    document.addEventListener('visibilitychange', tick);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', tick);
    };
  }, [now]);
  return moment < heard ? heard : moment;
}
