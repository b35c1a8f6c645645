import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, existsSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { type Account, runAs } from './account.ts';
import type { Binaries } from './find-binaries.ts';

/** What every program of PostgreSQL needs to work on the data. */
export interface Workplace {
  readonly folder: string;
  readonly data: string;
  readonly account: Account;
  readonly binaries: Binaries;
  readonly log: (line: string) => void;
}

/**
 * How a program is told where the data lie. The account that root drops to often cannot walk to them
 * (a clone in root's home, a folder of mode 0700); root then opens the data folder and hands it over
 * as descriptor 3, which Linux lets the program enter by `/proc/self/fd/3` without the way there.
 */
const usesDescriptor = (account: Account): boolean =>
  account.isDropped && existsSync('/proc/self/fd');

export const dataArgument = (account: Account, data: string): string =>
  usesDescriptor(account) ? '/proc/self/fd/3' : data;

/**
 * Starts `postgres` or `initdb` as the account, in a session of its own (so that Ctrl-C in the
 * terminal reaches the app alone, which then stops the database in order), with an environment that
 * no PG* variable of the caller gets into.
 *
 * @param output where its words go: a descriptor of a file, or 'pipe' to read them.
 */
export function runProgram(
  { account, binaries, data }: Workplace,
  program: 'postgres' | 'initdb',
  options: { parameters: readonly string[]; output: number | 'pipe'; input?: 'pipe' },
): ChildProcess {
  const descriptor = usesDescriptor(account) ? openSync(data, 'r') : null;
  try {
    return spawn(join(binaries.folder, program), options.parameters, {
      cwd: '/',
      detached: true,
      env: { PATH: process.env.PATH ?? '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' },
      stdio: [
        options.input ?? 'ignore',
        options.output,
        options.output,
        ...(descriptor === null ? [] : [descriptor]),
      ],
      ...runAs(account),
    });
  } finally {
    if (descriptor !== null) closeSync(descriptor);
  }
}

/** Runs a program to its end and gives its words; `status` is null when a signal ended it. */
export async function runToEnd(
  workplace: Workplace,
  program: 'postgres' | 'initdb',
  options: { parameters: readonly string[]; input?: string },
): Promise<{ status: number | null; words: string }> {
  const child = runProgram(workplace, program, {
    parameters: options.parameters,
    output: 'pipe',
    input: 'pipe',
  });
  let words = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (text: string) => {
      words += text;
    });
  }
  // A program that ends before it has read its input breaks the pipe; its status tells the story.
  child.stdin?.on('error', () => {});
  child.stdin?.end(options.input ?? '');
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (status) => resolve({ status, words }));
  });
}
