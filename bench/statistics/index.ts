/**
 * What the statistics take of a file of 45 columns, as a whole process from start to end, beside R with data.table:
 *
 *   node bench/statistics/index.ts [--rows 104,10000,1000000] [--runs 3]
 *
 * Frequencies of every column, sums and means of two scales, both alphas with their items, least squares with a factor of
 * six levels, a logistic regression. R is left out where it is not installed; where it is, both must find the same numbers.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { largestError } from '../../packages/statistics/reference/largest-error.ts';
import { makeData } from './make-data.ts';

const { values } = parseArgs({
  options: {
    rows: { type: 'string', default: '104,10000,1000000' },
    runs: { type: 'string', default: '3' },
  },
});
const runs = Number(values.runs);
/** Iterated models stop at their own tolerance. */
const SAME = 1e-6;

interface Run {
  readonly wallSeconds: number;
  readonly cpuSeconds: number;
  readonly peakMegabytes: number;
  readonly found: Record<string, unknown>;
}

/** Both print what they found and, as the last line, seconds of processor and peak megabytes. */
function run(command: string, words: readonly string[]): Run {
  const begun = performance.now();
  const { status, stdout, stderr } = spawnSync(command, words, {
    encoding: 'utf8',
    maxBuffer: 1 << 26,
    env: {
      ...process.env,
      NODE_COMPILE_CACHE: join(import.meta.dirname, '../../node_modules/.cache/tirek-bench'),
    },
  });
  const wallSeconds = (performance.now() - begun) / 1000;
  if (status !== 0) throw new Error(stderr || `${command} failed`);
  const [found = '{}', cost = '{}'] = stdout.trim().split('\n');
  return { wallSeconds, found: JSON.parse(found), ...JSON.parse(cost) };
}

const median = (numbers: number[]) =>
  numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN;

function measure(name: string, command: string, words: readonly string[]): Run {
  run(command, words);
  const measured = Array.from({ length: runs }, () => run(command, words));
  const of = (what: 'wallSeconds' | 'cpuSeconds' | 'peakMegabytes') =>
    median(measured.map((each) => each[what]));
  console.log(
    `  ${name.padEnd(24)} ${of('wallSeconds').toFixed(2).padStart(7)} s  ${of('cpuSeconds').toFixed(2).padStart(7)} s  ${of('peakMegabytes').toFixed(0).padStart(6)} MB`,
  );
  return measured[0] as Run;
}

const hasR = spawnSync('Rscript', ['--version']).status === 0;
const folder = mkdtempSync(join(tmpdir(), 'tirek-bench-'));
try {
  console.log(`                              wall        CPU   memory    (medians of ${runs})`);
  if (hasR) measure('R, doing nothing', 'Rscript', [join(import.meta.dirname, 'nothing.R')]);
  for (const rows of values.rows.split(',').map(Number)) {
    const file = join(folder, `${rows}.csv`);
    makeData(file, rows);
    console.log(`${rows.toLocaleString('en')} rows`);
    const ours = measure('Tirek', process.execPath, [join(import.meta.dirname, 'work.ts'), file]);
    if (!hasR) continue;
    const theirs = measure('R and data.table', 'Rscript', [
      join(import.meta.dirname, 'baseline.R'),
      file,
    ]);
    const error = largestError(ours.found, theirs.found);
    console.log(`  largest relative difference of what both found: ${error.toExponential(1)}`);
    if (!(error < SAME)) process.exitCode = 1;
  }
} finally {
  rmSync(folder, { recursive: true });
}
