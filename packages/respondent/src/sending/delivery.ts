import type { Submission } from '@tirek/domain/surveys/phone';
import { waitBefore } from './back-off.ts';
import { type SendResult, sendSubmission } from './send-submission.ts';

export interface Delivery {
  /** Tries now, whatever the waiting time. */
  tryNow(): void;
  stop(): void;
}

/** The service worker takes the same lock: see `worker/service-worker.ts`. */
const LOCK = 'survey-send';

const alone = (work: () => Promise<void>) =>
  navigator.locks ? navigator.locks.request(LOCK, work) : work();

/**
 * Sends until it is sent or refused: at once, then with growing pauses, and whenever signal comes back or she
 * looks at the page again.
 */
export function startDelivery(given: {
  slug: string;
  submission: Submission;
  chance: () => number;
  /** Whether somebody else (the service worker) has sent it in the meantime. */
  wasSent: () => Promise<boolean>;
  /** What has to be done about the result; nobody else sends before it is done. */
  onResult: (result: SendResult) => Promise<void>;
}): Delivery {
  const { slug, submission, chance, wasSent, onResult } = given;
  let tries = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isTrying = false;
  let isOver = false;

  async function attempt(): Promise<void> {
    if (isTrying || isOver) return;
    isTrying = true;
    clearTimeout(timer);
    await alone(async () => {
      const result: SendResult = (await wasSent())
        ? { kind: 'sent' }
        : await sendSubmission(slug, submission);
      // She has gone back to her answers meanwhile; what has arrived has arrived all the same.
      if (isOver && result.kind !== 'sent') return;
      if (result.kind !== 'later') stop();
      await onResult(result);
      if (result.kind === 'later') {
        tries += 1;
        timer = setTimeout(
          attempt,
          waitBefore(tries, { chance: chance(), atLeastSeconds: result.seconds }),
        );
      }
    });
    isTrying = false;
  }

  const tryNow = () => {
    void attempt();
  };
  const whenSeen = () => {
    if (document.visibilityState === 'visible') tryNow();
  };
  function stop(): void {
    isOver = true;
    clearTimeout(timer);
    removeEventListener('online', tryNow);
    document.removeEventListener('visibilitychange', whenSeen);
  }

  addEventListener('online', tryNow);
  document.addEventListener('visibilitychange', whenSeen);
  tryNow();
  return { tryNow, stop };
}
