/**
 * The statistics against R.
 *
 *   node scripts/reference-values.ts           make the expected values again with R and compare them
 *                                              with the committed ones, and R's analysis of the synthetic answers
 *                                              of 2022 with the committed one; exit status 1 on a difference
 *   node scripts/reference-values.ts --write   put new expected values and the page about accuracy in place
 *   node scripts/reference-values.ts --table   only the pages, about accuracy and about what R computes again (needs no R)
 *   node scripts/reference-values.ts --imputed the values that the report fills in, for R to pool models over (needs no R)
 */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { largestError } from '../packages/statistics/reference/largest-error.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const REFERENCE = join(ROOT, 'packages/statistics/reference');
const EXPECTED = join(REFERENCE, 'expected');
/** The report's analysis of the synthetic answers of 2022, once more in R. */
const ANALYSIS = join(ROOT, 'packages/domain/src/reports/published-2022');
const PAGE = join(ROOT, 'docs/statistics-accuracy.md');
const RECOMPUTED = join(ROOT, 'docs/recomputed-in-r.md');

/** Two machines' R may differ in the last digits, and in more of them where an optimiser stops. */
const SAME = 1e-8;
/** Ten digits are written down, and lavaan and glm.nb stop where they please. */
const SAME_ANALYSIS = 1e-6;

const [mode = '--compare'] = process.argv.slice(2);
if (!['--compare', '--write', '--table', '--imputed'].includes(mode))
  fail(`unknown option: ${mode}`);
if (mode === '--table') await writeTable();
else if (mode === '--imputed') await writeImputed();
else {
  const fresh = mkdtempSync(join(tmpdir(), 'reference-values-'));
  try {
    makeWithR(fresh);
    if (mode === '--write') {
      cpSync(fresh, EXPECTED, { recursive: true });
      run('npx', ['biome', 'format', '--write', EXPECTED]);
      await writeTable();
    } else {
      compare(fresh);
      compareAnalysis();
      tellRecomputed();
    }
  } finally {
    rmSync(fresh, { recursive: true });
  }
}

function makeWithR(folder: string): void {
  const { error } = spawnSync('Rscript', ['--version']);
  if (error) fail('R is not installed: apt-get install r-base-core and the r-cran-* of make.R');
  run('Rscript', [join(REFERENCE, 'make.R'), folder]);
}

function compare(fresh: string): void {
  const names = new Set([...readdirSync(fresh), ...readdirSync(EXPECTED)]);
  const errors = [...names].map((name) => {
    const error = largestError(read(fresh, name), read(EXPECTED, name), 1e-4);
    console.log(`${name.padEnd(24)} ${told(error)}`);
    return error;
  });
  if (Math.max(...errors) > SAME) fail('R no longer says what is committed');
}

/** What the tests of the report of 2022 expect, against what R says of the same answers today. */
function compareAnalysis(): void {
  const { status, stdout, stderr } = spawnSync('Rscript', [join(ANALYSIS, 'analysis.R')], {
    encoding: 'utf8',
    cwd: ROOT,
  });
  if (status !== 0) fail(`analysis.R failed\n${stderr}`);
  const error = largestError(JSON.parse(stdout), read(ANALYSIS, 'analysis-in-r.json'), 1e-4);
  console.log(`${'analysis-in-r.json'.padEnd(24)} ${told(error)}`);
  if (error > SAME_ANALYSIS) fail('R no longer says of the answers of 2022 what is committed');
}

/** What the script beside the exact files does; its tests run it. */
function tellRecomputed(): void {
  const counted = /\*\*(.+)\*\*/.exec(readFileSync(RECOMPUTED, 'utf8'))?.[1];
  console.log(`reproduce.R of a bundle: ${counted}`);
}

function told(error: number): string {
  return error === 0 ? 'the same' : error.toExponential(1);
}

function read(folder: string, name: string): unknown {
  return JSON.parse(readFileSync(join(folder, name), 'utf8'));
}

async function writeTable(): Promise<void> {
  // Loaded only now: it reads the expected values.
  const { accuracyTable } = await import('../packages/statistics/reference/accuracy-table.ts');
  writeFileSync(PAGE, accuracyTable());
  const { recomputedPage } = await import('../packages/domain/reference/recomputed-page.ts');
  writeFileSync(RECOMPUTED, recomputedPage());
}

/** Only what was filled in, so that the file is short. */
async function writeImputed(): Promise<void> {
  const { holedFacts } = await import(
    '../packages/domain/src/reports/published-2022/holed-facts.ts'
  );
  const { imputedValues } = await import(
    '../packages/domain/src/reports/published-2022/imputed-values.ts'
  );
  const { facts, forms } = holedFacts((name) =>
    readFileSync(join(ROOT, 'packages/server/src/demo/synthetic-2022', name), 'utf8'),
  );
  const file = join(ANALYSIS, 'imputed-values.json');
  writeFileSync(file, JSON.stringify(imputedValues(facts, forms)));
  run('npx', ['biome', 'format', '--write', file]);
}

function run(command: string, given: string[]): void {
  const { status } = spawnSync(command, given, { stdio: 'inherit', cwd: ROOT });
  if (status !== 0) fail(`${command} failed`);
}

function fail(reason: string): never {
  console.error(reason);
  process.exit(1);
}
