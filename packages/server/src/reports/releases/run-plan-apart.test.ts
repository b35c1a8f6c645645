import { Worker } from 'node:worker_threads';
import { expect, it } from 'vitest';
import type { PlanOrder } from './plan-worker.ts';
import { runPlanApart } from './run-plan-apart.ts';

/** A thread that runs this instead of a plan. */
function threadOf(code: string) {
  const worker = new Worker(code, { eval: true });
  const ended = new Promise<number>((resolve) => {
    worker.once('exit', resolve);
  });
  return { messages: runPlanApart({} as PlanOrder, () => worker), ended };
}

const TELL = "require('node:worker_threads').parentPort.postMessage";

it('stops at once when nobody listens any more, even in the middle of a step without an end', async () => {
  const { messages, ended } = threadOf(`${TELL}({ kind: 'step', done: 0.1 }); for (;;) {}`);
  expect((await messages.next()).value).toEqual({ kind: 'step', done: 0.1 });
  const waiting = messages.next();
  await messages.return?.();
  expect(await ended).toBe(1);
  expect(await waiting).toEqual({ done: true, value: undefined });
});

it('tells what went wrong in the thread', async () => {
  const { messages } = threadOf("throw new Error('no such form')");
  await expect(messages.next()).rejects.toThrow('no such form');
});

it('does not wait for ever for a thread that ended without an outcome', async () => {
  const { messages } = threadOf('');
  await expect(messages.next()).rejects.toThrow('without an outcome');
});
