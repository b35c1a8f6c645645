import { Worker } from 'node:worker_threads';
import type { PlanMessage, PlanOrder, PlanOutcome } from './plan-worker.ts';

/**
 * Runs a plan in a thread of its own and tells of every step. `return` stops the thread at once, also in the middle of a step;
 * a generator would only hear of it after the next one.
 *
 * @param start makes the thread
 */
export function runPlanApart(
  order: PlanOrder,
  start: (order: PlanOrder) => Worker = startThread,
): AsyncIterableIterator<PlanMessage> {
  const worker = start(order);
  const waiting: PlanMessage[] = [];
  let end: { readonly failure: Error | null } | null = null;
  let wake: () => void = () => undefined;
  const finish = (failure: Error | null) => {
    end ??= { failure };
    wake();
  };
  worker.on('message', (message: PlanMessage) => {
    waiting.push(message);
    wake();
  });
  worker.once('error', (error) =>
    finish(error instanceof Error ? error : new Error(String(error))),
  );
  worker.once('exit', () => finish(null));
  let hasOutcome = false;
  return {
    async next() {
      for (;;) {
        const message = waiting.shift();
        if (message) {
          hasOutcome = message.kind === 'outcomes';
          return { done: false, value: message };
        }
        if (hasOutcome) return { done: true, value: undefined };
        if (end?.failure) throw end.failure;
        if (end) throw new Error('The thread ended without an outcome.');
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
    },
    async return() {
      hasOutcome = true;
      wake();
      await worker.terminate();
      return { done: true, value: undefined };
    },
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}

function startThread(order: PlanOrder): Worker {
  return new Worker(new URL('./plan-worker.ts', import.meta.url), { workerData: order });
}

/**
 * The outcomes alone, one for each language, or the refusal.
 * @throws Error when the thread ended without any
 */
export async function outcomesOf(order: PlanOrder): Promise<readonly PlanOutcome[]> {
  for await (const message of runPlanApart(order)) {
    if (message.kind === 'outcomes') return message.outcomes;
  }
  throw new Error('The thread ended without an outcome.');
}
