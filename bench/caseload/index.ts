/**
 * A caseload at work: `node bench/caseload/index.ts --people 10000 --seconds 600 --at-once 60 --workers 200 --pause 3000`. A programme
 * of so many invented people over ten years on an embedded PostgreSQL of its own with fsync on, each identity and each word sealed
 * and each name hashed as the program does it; then workers, so many at once, each with her own browser, signing in and working
 * through HTTP with pauses between what they do. Prints how long each deed took, and the processor time of the program and of the
 * database for each request: on a machine that others use, that is what to compare. With `--alone` one worker does one thing after
 * another and no job runs, and the processor time of each deed is told by itself (the middle one of all). With `--data FOLDER` what is
 * filled stays there, and is measured again the next time or filled on where it was broken off.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { chance } from '../../packages/server/src/demo/made-up/chance.ts';
import { DEEDS, type Measured, workThrough } from './one-worker.ts';
import { openStand } from './stand.ts';

const { values } = parseArgs({
  options: {
    people: { type: 'string', default: '10000' },
    seconds: { type: 'string', default: '600' },
    'at-once': { type: 'string', default: '60' },
    workers: { type: 'string', default: '200' },
    pause: { type: 'string', default: '3000' },
    data: { type: 'string' },
    alone: { type: 'boolean', default: false },
  },
});
const seconds = Number(values.seconds);
/** Milliseconds. */
const COMING = 20_000;
const progress = (text: string) => process.stderr.write(`${text}\n`);
await using stand = await openStand(
  {
    people: Number(values.people),
    workers: Number(values.workers),
    data: values.data,
    jobs: !values.alone,
  },
  progress,
);
const { made, bytes, fillSeconds } = stand;
const count = (number: number) => number.toLocaleString('en');
console.log(
  `${count(made.people)} people in ${count(made.families)} families, ${count(made.entries)} entries of cases, ${count(made.rows)} rows; ` +
    `${(bytes / 2 ** 20).toFixed(0)} MB, ${fillSeconds === null ? 'made before' : `made in ${fillSeconds.toFixed(0)} s`}`,
);

const none = () => Object.fromEntries(DEEDS.map((deed) => [deed, []]));
const measured: Measured = {
  times: none() as unknown as Measured['times'],
  costs: none() as unknown as Measured['costs'],
  errors: [],
};
const before = await stand.spent();
const started = performance.now();
const isOver = () => performance.now() - started > seconds * 1000;
let next = 0;
/** Whoever is done gives way to the next worker; nobody signs in twice within the half minute of one code. */
async function lane(number: number): Promise<void> {
  const random = chance(number + 1);
  // They do not all come in the same moment: over twenty seconds here.
  if (!values.alone) await sleep(random() * COMING);
  while (!isOver()) {
    const worker = stand.workers[next++ % stand.workers.length];
    if (!worker) return;
    const address = `10.1.${Math.floor(next / 250) % 250}.${(next % 250) + 1}`;
    const pause = values.alone ? 0 : Number(values.pause);
    const spent = values.alone ? stand.spent : null;
    await workThrough({
      port: stand.port,
      worker,
      address,
      random,
      pause,
      isOver,
      measured,
      spent,
    });
  }
}
const lanes = values.alone ? 1 : Number(values['at-once']);
await Promise.all(Array.from({ length: lanes }, (_, number) => lane(number)));
const elapsed = (performance.now() - started) / 1000;
const after = await stand.spent();

const at = (times: readonly number[], part: number) =>
  (times[Math.floor(times.length * part)] ?? 0).toFixed(0);
console.log(
  `\n${'ms'.padEnd(24)}${['n', 'p50', 'p95', 'p99', 'max', ...(values.alone ? ['program', 'database'] : [])].map((head) => head.padStart(8)).join('')}`,
);
for (const deed of DEEDS) {
  const times = measured.times[deed].toSorted((a, b) => a - b);
  const cells = [String(times.length), at(times, 0.5), at(times, 0.95), at(times, 0.99)];
  const most = (times.at(-1) ?? 0).toFixed(0);
  const costs = measured.costs[deed];
  const middle = (part: 'server' | 'database') =>
    (costs.map((each) => each[part]).toSorted((a, b) => a - b)[costs.length >> 1] ?? 0).toFixed(1);
  const spent = values.alone ? [middle('server'), middle('database')] : [];
  console.log(
    deed.padEnd(24) + [...cells, most, ...spent].map((cell) => cell.padStart(8)).join(''),
  );
}
const all = DEEDS.reduce((sum, deed) => sum + measured.times[deed].length, 0);
const each = (part: 'server' | 'database') => ((after[part] - before[part]) / all).toFixed(1);
console.log(
  `\n${all} deeds in ${elapsed.toFixed(0)} s, ${measured.errors.length} errors; processor time for each: ` +
    `program ${each('server')} ms, database ${each('database')} ms; program ${(after.serverBytes / 2 ** 20).toFixed(0)} MB`,
);
for (const error of [...new Set(measured.errors)].slice(0, 5)) progress(error.slice(0, 300));
if (measured.errors.length > 0) process.exitCode = 1;
