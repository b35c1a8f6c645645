import type { Apart } from './start-apart.ts';

/**
 * What a process tells, one message after the other. `return` stops it at once, also in the middle of a step; a generator would
 * only hear of it after the next message.
 *
 * @param isLast tells the message after which nothing is waited for
 */
export function messagesOf<Message>(
  apart: Apart<Message>,
  isLast: (message: Message) => boolean,
): AsyncIterableIterator<Message, undefined> {
  const waiting: Message[] = [];
  let end: { readonly failure: Error | null } | null = null;
  let wake: () => void = () => undefined;
  const ended = new Promise<void>((resolve) => {
    apart.listen(
      (message) => {
        waiting.push(message);
        wake();
      },
      (failure) => {
        end ??= { failure };
        wake();
        resolve();
      },
    );
  });
  let hasLast = false;
  return {
    async next() {
      for (;;) {
        if (hasLast) return { done: true, value: undefined };
        if (waiting.length > 0) {
          const message = waiting.shift() as Message;
          hasLast = isLast(message);
          return { done: false, value: message };
        }
        if (end?.failure) throw end.failure;
        if (end) throw new Error('The process ended without an outcome.');
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
    },
    async return() {
      hasLast = true;
      wake();
      apart.stop();
      await ended;
      return { done: true, value: undefined };
    },
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}
