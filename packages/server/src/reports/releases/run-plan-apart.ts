import { type Apart, startApart } from '../../apart/start-apart.ts';
import type { PlanMessage, PlanOrder, PlanOutcome } from './plan-worker.ts';

/**
 * Runs a plan in a process of its own and tells of every step. `return` stops it at once, also in the middle of a step;
 * a generator would only hear of it after the next one.
 *
 * @param start makes the process
 */
export function runPlanApart(
  order: PlanOrder,
  start: () => Apart<PlanMessage> = startPlan,
): AsyncIterableIterator<PlanMessage> {
  const apart = start();
  const waiting: PlanMessage[] = [];
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
  apart.order(order);
  apart.order(null);
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
        if (end) throw new Error('The process ended without an outcome.');
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
    },
    async return() {
      hasOutcome = true;
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

const startPlan = () => startApart<PlanMessage>(new URL('./plan-worker.ts', import.meta.url));

/**
 * The outcomes alone, one for each language, or the refusal.
 * @throws Error when the process ended without any
 */
export async function outcomesOf(order: PlanOrder): Promise<readonly PlanOutcome[]> {
  for await (const message of runPlanApart(order)) {
    if (message.kind === 'outcomes') return message.outcomes;
  }
  throw new Error('The process ended without an outcome.');
}
