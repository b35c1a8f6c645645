import type { Step } from '../answering/draft.ts';
import type { Journal } from './journal.ts';

/** How it stands with keeping: `refused` means that something she did is only in this page. */
export type KeepingState = 'kept' | 'saving' | 'refused';

export interface Keeper {
  /** Keeps a step: at once, or while she is typing after a moment, together with what she types until then. */
  keep(step: Step, options?: { isTyping: boolean }): void;
  /** Begins at once with what is waiting (the page is about to go). */
  hurry(): void;
  /** Resolves when nothing is waiting to be kept any more, or keeping was refused. */
  settled(): Promise<void>;
  /** Keeps nothing more. */
  stop(): void;
}

const RETRY_MS = 3000;
const TYPING_MS = 120;
/** A tap is kept long before this; only a slow phone shows that it is still at it. */
const SLOW_MS = 400;

/**
 * Hands steps to a journal, one write at a time and in order: what arrives during a write goes together into the
 * next. Steps that were refused (no room) stay in line and are tried again.
 */
export function createKeeper(given: {
  slug: string;
  journal: Journal;
  next: number;
  onState: (state: KeepingState) => void;
}): Keeper {
  const { slug, journal, onState } = given;
  let { next } = given;
  let waiting: { slug: string; n: number; step: Step }[] = [];
  let writing: Promise<void> | null = null;
  let inFlight = 0;
  let isStopped = false;
  let isRefused = false;
  let typing: ReturnType<typeof setTimeout> | undefined;
  let slow: ReturnType<typeof setTimeout> | undefined;

  async function drain(): Promise<void> {
    while (waiting.length > 0 && !isStopped) {
      const batch = [...waiting];
      inFlight = batch.length;
      try {
        await journal.append(batch);
      } catch {
        inFlight = 0;
        tell('refused');
        setTimeout(begin, RETRY_MS);
        return;
      }
      inFlight = 0;
      waiting = waiting.slice(batch.length);
    }
    tell('kept');
  }

  function tell(state: KeepingState): void {
    clearTimeout(slow);
    slow = undefined;
    isRefused = state === 'refused';
    if (!isStopped) onState(state);
  }

  function begin(): void {
    clearTimeout(typing);
    typing = undefined;
    if (writing || isStopped) return;
    slow ??= setTimeout(() => onState('saving'), SLOW_MS);
    writing = drain().finally(() => {
      writing = null;
      // Something came in after the last look and before this one.
      if (waiting.length > 0 && !isRefused && typing === undefined) begin();
    });
  }

  return {
    keep(step, { isTyping } = { isTyping: false }) {
      if (isStopped) return;
      const last = waiting[waiting.length - 1];
      const row = { slug, n: next++, step };
      // The next letter of the same answer takes the place of the one before, unless that one is being written.
      if (isTyping && last && waiting.length > inFlight && isSameAnswer(last.step, step)) {
        waiting.pop();
      }
      waiting.push(row);
      if (!isTyping) begin();
      else typing ??= setTimeout(begin, TYPING_MS);
    },
    hurry() {
      if (waiting.length > 0) begin();
    },
    async settled() {
      this.hurry();
      await writing;
    },
    stop() {
      isStopped = true;
      clearTimeout(typing);
      clearTimeout(slow);
    },
  };
}

const isSameAnswer = (a: Step, b: Step) =>
  a[0] === 'answer' && b[0] === 'answer' && a[1] === b[1] && a[2] === b[2];
