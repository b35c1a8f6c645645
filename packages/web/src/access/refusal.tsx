import { useEffect, useState } from 'react';
import { useText } from '../text/language.tsx';
import { Notice } from '../ui/notice.tsx';
import { useSession } from './session.tsx';

/** An answer to something secret that was typed and is not right. */
export type Refusal =
  | { readonly kind: 'refused' }
  | { readonly kind: 'locked-out'; readonly secondsLeft: number };

export type RefusedThing =
  | 'password'
  | 'totp'
  | 'recovery-code'
  | 'passkey'
  | 'unlock'
  | 'invitation';

/** Says kindly what was not right, and after too many attempts how long to wait, counting down. */
export function RefusalNotice({ refusal, of }: { refusal: Refusal; of: RefusedThing }) {
  const text = useText('access');
  if (refusal.kind === 'refused') return <Notice kind="refusal">{text(`refused.${of}`)}</Notice>;
  return <LockedOut secondsLeft={refusal.secondsLeft} />;
}

function LockedOut({ secondsLeft }: { secondsLeft: number }) {
  const text = useText('access');
  const left = useCountdown(secondsLeft);
  const timeLeft = useTimeLeft();
  if (left === 0) {
    return (
      <Notice kind="info" title={text('lockedOut.over.title')}>
        {text('lockedOut.over')}
      </Notice>
    );
  }
  return (
    <Notice kind="refusal" title={text('lockedOut.title')}>
      {text('lockedOut.words')} {/* Read out once, not every second. */}
      <strong aria-hidden="true">{timeLeft(left)}</strong>
    </Notice>
  );
}

/** "4 min 12 s", and near the end only the seconds. */
function useTimeLeft() {
  const text = useText('access');
  return (seconds: number) =>
    seconds >= 60
      ? text('lockedOut.minutes', { minutes: Math.floor(seconds / 60), seconds: seconds % 60 })
      : text('lockedOut.seconds', { seconds });
}

function useCountdown(seconds: number): number {
  const { now } = useSession();
  const [end, setEnd] = useState(() => Date.parse(now()) + seconds * 1000);
  const [left, setLeft] = useState(seconds);
  useEffect(() => setEnd(Date.parse(now()) + seconds * 1000), [seconds, now]);
  useEffect(() => {
    const tick = () => setLeft(Math.max(0, Math.ceil((end - Date.parse(now())) / 1000)));
    tick();
    const timer = setInterval(tick, 1000);
    return () => clearInterval(timer);
  }, [end, now]);
  return left;
}
