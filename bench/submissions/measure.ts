import { fork } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { LoadResult, LoadSettings } from './load-process.ts';
import { SLUG, type Stand } from './stand.ts';

export interface Measured extends LoadResult {
  readonly serverBytes: number;
  /** Processor time of the server for each submission, microseconds. */
  readonly serverCpu: number;
  /** Answers found in the database afterwards, waiting or stored. */
  readonly onDisk: number;
  readonly shuffledMeanwhile: number;
  readonly drainSeconds: number;
  /** Write-ahead log of each submission, from its arrival to its place among the stored answers, bytes. */
  readonly logBytes: number;
}

const WARM_UP_SECONDS = 3;
/** One-time codes prepared for each second of each run; more than can be used. */
const CODES_A_SECOND = 6000;
const LONGEST_DRAIN_SECONDS = 600;

/** One run after a warm-up, and a recount of what is on disk. */
export async function measure(
  stand: Stand,
  { connections, seconds }: { connections: number; seconds: number },
): Promise<Measured> {
  const load = async (length: number) =>
    await runLoad({
      port: stand.port,
      slug: SLUG,
      connections,
      seconds: length,
      consentVersion: stand.consentVersion,
      codes: await stand.codes(CODES_A_SECOND * length),
    });
  await load(WARM_UP_SECONDS);
  await drained(stand);
  const before = await stand.count();
  const logBefore = await stand.logBytes();
  const spentBefore = await spent(stand);
  const result = await load(seconds);
  const end = performance.now();
  const spentAfter = await spent(stand);
  const after = await stand.count();
  await drained(stand);
  const last = await stand.count();
  const logAfter = await stand.logBytes();
  const found = last.waiting + last.stored - before.waiting - before.stored;
  return {
    ...result,
    serverBytes: spentAfter.bytes,
    serverCpu: (spentAfter.cpu - spentBefore.cpu) / Math.max(1, result.accepted),
    onDisk: last.receipts - before.receipts === found ? found : -1,
    shuffledMeanwhile: after.stored - before.stored,
    drainSeconds: (performance.now() - end) / 1000,
    logBytes: (logAfter - logBefore) / Math.max(1, result.accepted),
  };
}

async function drained(stand: Stand): Promise<void> {
  const start = performance.now();
  while (performance.now() - start < LONGEST_DRAIN_SECONDS * 1000) {
    // Fewer than ten wait for company until the day is over.
    if ((await stand.waiting()) < 10) return;
    await sleep(250);
  }
  throw new Error('The answers were not shuffled in.');
}

function runLoad(settings: LoadSettings): Promise<LoadResult> {
  return new Promise((resolve, reject) => {
    // Codes are many and an argument is short: they go by message.
    const child = fork(join(import.meta.dirname, 'load-process.ts'));
    child.once('message', (result) => resolve(result as LoadResult));
    // 'close' comes after the last message, whatever order they were sent in.
    child.once('close', () =>
      reject(new Error('The load ended without telling what it measured.')),
    );
    child.send(settings);
  });
}

function spent(stand: Stand): Promise<{ bytes: number; cpu: number }> {
  return new Promise((resolve) => {
    stand.server.once('message', (message) => resolve(message as { bytes: number; cpu: number }));
    stand.server.send({ kind: 'spent' });
  });
}
