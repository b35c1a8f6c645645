/**
 * Programs of others that read what we write: R with haven, PSPP, xmllint. Where one is missing, its
 * tests are skipped and say what to install; in CI (`CI=true`) nothing may be missing.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const PROGRAMS = {
  haven: {
    probe: ['Rscript', ['-e', 'library(haven); library(jsonlite)']],
    packages: 'r-base-core r-cran-haven r-cran-jsonlite',
  },
  R: { probe: ['Rscript', ['--version']], packages: 'r-base-core' },
  PSPP: { probe: ['pspp', ['--version']], packages: 'pspp' },
  xmllint: { probe: ['xmllint', ['--version']], packages: 'libxml2-utils' },
} as const satisfies Record<
  string,
  { probe: readonly [string, readonly string[]]; packages: string }
>;

export type Program = keyof typeof PROGRAMS;

/** Whether the program is there; if not, says what to install, and in CI fails. */
export function hasProgram(name: Program): boolean {
  const { probe, packages } = PROGRAMS[name];
  const { status } = spawnSync(probe[0], [...probe[1]], { stdio: 'ignore' });
  if (status === 0) return true;
  const advice = `${name} is not on this machine: apt-get install ${packages}`;
  if (process.env.CI) throw new Error(advice);
  console.info(advice);
  return false;
}

/** A folder of its own for the files of one test. */
export function withFolder<Result>(use: (folder: string) => Result): Result {
  const folder = mkdtempSync(join(tmpdir(), 'tirek-files-'));
  try {
    return use(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Writes the pieces of a file one behind the other. */
export function writePieces(file: string, pieces: Iterable<Uint8Array>): void {
  writeFileSync(file, Buffer.concat([...pieces]));
}

/** What the program says; an error with all it said when it fails. */
export function run(command: string, given: readonly string[], folder: string): string {
  const { status, stdout, stderr } = spawnSync(command, [...given], {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    env: { ...process.env, LC_ALL: 'C.UTF-8' },
  });
  if (status !== 0) throw new Error(`${command} ${given.join(' ')}\n${stdout}\n${stderr}`);
  return stdout;
}

/** What R code prints as JSON. */
export function askR<Answer>(code: string, folder: string): Answer {
  writeFileSync(join(folder, 'ask.R'), code);
  return JSON.parse(run('Rscript', ['--vanilla', 'ask.R'], folder)) as Answer;
}
