import { useEffect } from 'react';
import { useMay } from '../access/index.ts';
import { useAct } from '../api/use-write.ts';

/** Tells the server that she has the programme before her eyes: what asked her to look is seen, and rings no more. */
export function useSeeMessages(): void {
  const isReached = useMay()('message.own');
  const { mutate } = useAct('seeMessages');
  useEffect(() => {
    if (!isReached) return undefined;
    const see = () => {
      if (document.visibilityState === 'visible') mutate({});
    };
    see();
    document.addEventListener('visibilitychange', see);
    return () => document.removeEventListener('visibilitychange', see);
  }, [isReached, mutate]);
}
