/**
 * `npm test`: every check and every test of the project, one after the other, and as the last line `N passed, N failed`.
 *
 * `npm test -- server` runs the groups named; groups are `check`, `units`, `server` and `journeys`.
 * A check counts as a test, and so does a file that does not load.
 */
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { provideChromium } from './provide-chromium.ts';

interface Count {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  /** What failed, by its whole name, and the beginning of why. */
  readonly failures: readonly string[];
}

const ROOT = join(import.meta.dirname, '..');
const VITEST = join(ROOT, 'node_modules/vitest/vitest.mjs');

/** One after the other, and first what is quick to fail. */
const GROUPS: Readonly<Record<string, () => Count>> = {
  check: () => sum([command('biome', ['check', '--error-on-warnings', '.']), script('types.ts')]),
  units: () => vitest(['architecture', 'statistics', 'domain', 'respondent', 'web']),
  server: () => vitest(['server']),
  journeys: () => vitest(['e2e']),
};

const wanted = process.argv.slice(2);
const unknown = wanted.find((name) => !(name in GROUPS));
if (unknown) {
  console.error(`There is no group "${unknown}". Groups: ${Object.keys(GROUPS).join(', ')}.`);
  process.exit(2);
}
const chosen = Object.keys(GROUPS).filter((name) => wanted.length === 0 || wanted.includes(name));

if (chosen.includes('journeys') && !provideChromium()) process.exit(1);
// Made once for the tests of the server and for the journeys (packages/server/src/test/prepared-demo.ts).
const prepared = mkdtempSync(join(tmpdir(), 'tirek-prepared-'));
process.env.TIREK_PREPARED_DEMO = prepared;
process.on('exit', () => rmSync(prepared, { recursive: true, force: true }));
// Beside the check, which keeps one core busy.
const building = chosen.some((name) => name !== 'check') ? build() : null;

const counts: Count[] = [];
for (const name of chosen) {
  if (name !== 'check') await building;
  const begun = performance.now();
  const count = GROUPS[name]?.() ?? { passed: 0, failed: 1, skipped: 0, failures: [name] };
  const seconds = Math.round((performance.now() - begun) / 1000);
  console.log(`\n${name}: ${count.passed} passed, ${count.failed} failed in ${seconds} s`);
  counts.push(count);
}
const total = sum(counts);
// A long log is read from its end.
for (const name of total.failures) console.log(`\nfailed: ${name}`);
if (total.skipped > 0) console.log(`\n${total.skipped} of them not possible on this machine`);
console.log(`\n${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed > 0 || total.passed === 0 ? 1 : 0;

/** The pages that journeys open and sizes are measured of. */
async function build(): Promise<void> {
  const built = spawn('npm run --silent build', { cwd: ROOT, stdio: 'inherit', shell: true });
  const status = await new Promise((resolve) => built.on('exit', resolve));
  if (status === 0) return;
  console.error('The pages could not be built.');
  process.exit(1);
}

function command(name: string, words: readonly string[]): Count {
  return outcome(
    name,
    spawnSync(join(ROOT, 'node_modules/.bin', name), words, { cwd: ROOT, stdio: 'inherit' }).status,
  );
}

function script(file: string): Count {
  return outcome(
    file,
    spawnSync(process.execPath, [join(import.meta.dirname, file)], { cwd: ROOT, stdio: 'inherit' })
      .status,
  );
}

function outcome(name: string, status: number | null): Count {
  const hasPassed = status === 0;
  return {
    passed: hasPassed ? 1 : 0,
    failed: hasPassed ? 0 : 1,
    skipped: 0,
    failures: hasPassed ? [] : [name],
  };
}

interface VitestReport {
  readonly testResults: ReadonlyArray<{
    readonly name: string;
    readonly status: string;
    readonly message?: string;
    readonly assertionResults: ReadonlyArray<{
      readonly status: string;
      readonly fullName: string;
      readonly failureMessages?: readonly string[];
    }>;
  }>;
}

function vitest(projects: readonly string[]): Count {
  const folder = mkdtempSync(join(tmpdir(), 'tirek-tests-'));
  const file = join(folder, 'report.json');
  const run = spawnSync(
    process.execPath,
    [
      VITEST,
      'run',
      ...projects.flatMap((project) => ['--project', project]),
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${file}`,
    ],
    { cwd: ROOT, stdio: 'inherit' },
  );
  const count = countOf(file);
  rmSync(folder, { recursive: true, force: true });
  // An error outside of any test fails the run and no test.
  return run.status !== 0 && count.failed === 0
    ? { ...count, failed: 1, failures: ['an error outside of any test'] }
    : count;
}

function countOf(file: string): Count {
  let report: VitestReport;
  try {
    report = JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return { passed: 0, failed: 1, skipped: 0, failures: ['a run without a report'] };
  }
  return sum(
    report.testResults.map(({ name, status, message, assertionResults }) => {
      const path = relative(ROOT, name);
      const having = (wished: string) =>
        assertionResults.filter((each) => each.status === wished).length;
      const failed = having('failed');
      const passed = having('passed');
      const didNotLoad = status === 'failed' && failed === 0 ? 1 : 0;
      return {
        passed,
        failed: failed + didNotLoad,
        skipped: assertionResults.length - passed - failed,
        failures: [
          ...assertionResults
            .filter((each) => each.status === 'failed')
            .map(
              ({ fullName, failureMessages }) =>
                `${path}: ${fullName}${beginning(failureMessages?.[0])}`,
            ),
          ...(didNotLoad ? [`${path}${beginning(message)}`] : []),
        ],
      };
    }),
  );
}

/** The first lines of why something failed, on one line: the end of a long log is often all that is kept of it. */
function beginning(reason: string | undefined): string {
  const lines = stripVTControlCharacters(reason ?? '').split('\n');
  const told = lines
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.includes('node_modules'))
    .slice(0, 6)
    .join(' | ');
  return told === '' ? '' : `: ${told}`.slice(0, 600);
}

function sum(counts: readonly Count[]): Count {
  return counts.reduce(
    (total, each) => ({
      passed: total.passed + each.passed,
      failed: total.failed + each.failed,
      skipped: total.skipped + each.skipped,
      failures: [...total.failures, ...each.failures],
    }),
    { passed: 0, failed: 0, skipped: 0, failures: [] },
  );
}
