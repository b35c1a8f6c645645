import type { Submission } from '@tirek/domain/surveys/phone';
import { waitBefore } from './back-off.ts';
import { type SendResult, sendSubmission } from './send-submission.ts';

export interface Delivery {
  /** Tries now, whatever the waiting time. */
  tryNow(): void;
  stop(): void;
}

/**
 * Sends until it is sent or refused: at once, then with growing pauses, and whenever signal comes back or she
 * looks at the page again.
 */
export function startDelivery(given: {
  slug: string;
  submission: Submission;
  chance: () => number;
  onResult: (result: SendResult) => void;
}): Delivery {
  const { slug, submission, chance, onResult } = given;
  let tries = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isTrying = false;
  let isOver = false;

  async function attempt(): Promise<void> {
    if (isTrying || isOver) return;
    isTrying = true;
    clearTimeout(timer);
    const result = await sendSubmission(slug, submission);
    isTrying = false;
    if (isOver) return;
    if (result.kind === 'later') {
      tries += 1;
      timer = setTimeout(
        attempt,
        waitBefore(tries, { chance: chance(), atLeastSeconds: result.seconds }),
      );
    } else {
      stop();
    }
    onResult(result);
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
