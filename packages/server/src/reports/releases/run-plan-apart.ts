import { messagesOf } from '../../apart/messages-of.ts';
import { type Apart, startApart } from '../../apart/start-apart.ts';
import type { PlanMessage, PlanOrder, PlanOutcome } from './plan-worker.ts';

/**
 * Runs a plan in a process of its own and tells of every step. `return` stops it at once, also in the middle of a step.
 *
 * @param start makes the process
 */
export function runPlanApart(
  order: PlanOrder,
  start: () => Apart<PlanMessage> = startPlan,
): AsyncIterableIterator<PlanMessage> {
  const apart = start();
  const messages = messagesOf(apart, ({ kind }) => kind === 'outcomes');
  apart.order(order);
  apart.order(null);
  return messages;
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
