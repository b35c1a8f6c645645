import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, it, onTestFinished } from 'vitest';
import { startApart } from '../../apart/start-apart.ts';
import type { PlanMessage, PlanOrder } from './plan-worker.ts';
import { runPlanApart } from './run-plan-apart.ts';

const CARRY_OUT = new URL('../../apart/carry-out.ts', import.meta.url).href;

/** The messages of a process that does this instead of a plan. */
function messagesOf(work: string) {
  const folder = mkdtempSync(join(tmpdir(), 'tirek-apart-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const file = join(folder, 'work.mjs');
  writeFileSync(file, `import { carryOut } from '${CARRY_OUT}';\n${work}`);
  const apart = startApart<PlanMessage>(pathToFileURL(file));
  return runPlanApart({} as PlanOrder, () => apart);
}
const TELL = "tell({ kind: 'step', done: 0.1 })";

it('stops at once when nobody listens any more, even in the middle of a step without an end', async () => {
  const messages = messagesOf(
    `carryOut((_, tell) => { ${TELL}; setTimeout(() => { for (;;); }, 100); return new Promise(() => {}); });`,
  );
  expect((await messages.next()).value).toEqual({ kind: 'step', done: 0.1 });
  const waiting = messages.next();
  await messages.return?.();
  expect(await waiting).toEqual({ done: true, value: undefined });
});

it('tells what went wrong there', async () => {
  const messages = messagesOf("carryOut(() => { throw new Error('no such form'); });");
  await expect(messages.next()).rejects.toThrow('no such form');
});

it('does not wait for ever for one that ended without an outcome', async () => {
  const messages = messagesOf('carryOut(() => undefined);');
  await expect(messages.next()).rejects.toThrow('without an outcome');
});

it('outlives a process that was killed in the middle, and says by what', async () => {
  const messages = messagesOf(
    "carryOut(() => { process.kill(process.pid, 'SIGSEGV'); return new Promise(() => {}); });",
  );
  await expect(messages.next()).rejects.toThrow('SIGSEGV');
});
