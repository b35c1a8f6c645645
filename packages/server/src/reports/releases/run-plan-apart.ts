import { Worker } from 'node:worker_threads';
import type { PlannedReport, PlanRefusal } from '@tirek/domain/reports';
import type { PlanMessage, PlanOrder } from './plan-worker.ts';

/**
 * Runs a plan in a thread of its own and tells of every step. Whoever stops listening stops the thread.
 * @throws Error when the thread ended without an outcome
 */
export async function* runPlanApart(order: PlanOrder): AsyncGenerator<PlanMessage> {
  const worker = new Worker(new URL('./plan-worker.ts', import.meta.url), { workerData: order });
  const waiting: PlanMessage[] = [];
  let failure: Error | null = null;
  let wake: () => void = () => undefined;
  const hear = () => new Promise<void>((resolve) => (wake = resolve));
  worker.on('message', (message: PlanMessage) => {
    waiting.push(message);
    wake();
  });
  worker.once('error', (error) => {
    failure = error instanceof Error ? error : new Error(String(error));
    wake();
  });
  worker.once('exit', () => {
    failure ??= new Error('The thread ended without an outcome.');
    wake();
  });
  try {
    for (;;) {
      const message = waiting.shift();
      if (message) {
        yield message;
        if (message.kind === 'outcomes') return;
      } else if (failure) throw failure;
      else await hear();
    }
  } finally {
    await worker.terminate();
  }
}

/** The outcomes alone. */
export async function outcomesOf(
  order: PlanOrder,
): Promise<ReadonlyArray<PlannedReport | PlanRefusal>> {
  for await (const message of runPlanApart(order)) {
    if (message.kind === 'outcomes') return message.outcomes;
  }
  return [];
}
