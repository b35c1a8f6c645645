import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, onTestFinished } from 'vitest';
import { binariesFor } from './binaries-for.ts';
import { DatabaseRefused, findBinaries, type RefusalCode, startEmbedded } from './index.ts';
import { listProcesses, sendSignal } from './processes.ts';
import { withClient } from './settings.ts';
import type { Embedded, EmbeddedOptions } from './start-embedded.ts';
import type { TestAppAnswer, TestAppOptions } from './test-app.ts';

export const isRoot = process.geteuid?.() === 0;

/** A folder for one test; whatever still runs in it afterwards is ended and it is removed. */
export function aFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'tirek-embedded-'));
  onTestFinished(() => {
    endServersOf(folder);
    rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
  });
  return folder;
}

/** Made once for a test file, and copied for its tests. */
let pattern: string | undefined;
let copies: string | undefined;

/** Called at the head of each test file that uses this stand: what was made for the file goes with it. */
export function clearStandAfterwards(): void {
  afterAll(() => {
    for (const made of [pattern, copies]) {
      if (made !== undefined) rmSync(made, { recursive: true, force: true });
    }
    pattern = undefined;
    copies = undefined;
  });
}

/** The folder of a PostgreSQL that every account may run, also where the clone lies in root's home. */
export async function binariesForAll(): Promise<string> {
  const binaries = await findBinaries();
  if (!isRoot) return binaries.folder;
  copies ??= mkdtempSync(join(tmpdir(), 'tirek-copies-'));
  chmodSync(copies, 0o755);
  const anybody = { name: 'nobody', isDropped: true, ...anOrdinaryAccount() };
  return binariesFor(anybody, binaries, copies).folder;
}

/** A folder of the same account as usual, whose database is stopped and holds one row: 749 people. */
export async function aStoppedDatabase(): Promise<string> {
  if (pattern === undefined) {
    const made = mkdtempSync(join(tmpdir(), 'tirek-pattern-'));
    const database = await startEmbedded({ folder: made, durability: 'none', log: () => {} });
    await query(database, 'CREATE TABLE family AS SELECT 749 AS people');
    await database.stop();
    pattern = made;
  }
  const folder = aFolder();
  execFileSync('cp', ['-a', `${pattern}/.`, folder]);
  return folder;
}

/** Starts the database inside the test's own process; it is stopped when the test ends. */
export async function start(
  folder: string,
  options: Partial<EmbeddedOptions> = {},
): Promise<Embedded & { lines: string[] }> {
  const lines: string[] = [];
  const embedded = await startEmbedded({
    folder,
    durability: 'none',
    log: (line) => lines.push(line),
    ...options,
  });
  onTestFinished(() => embedded.stop());
  return Object.assign(embedded, { lines });
}

/** The refusal of a start that must not succeed. */
export async function refusalOf(starting: Promise<unknown>): Promise<DatabaseRefused> {
  const outcome = await starting.then(
    () => 'it started',
    (error: unknown) => error,
  );
  if (outcome instanceof DatabaseRefused) return outcome;
  throw new Error(`expected a refusal, but: ${outcome}`);
}

/** Expects that a start is refused with the code, and gives the details. */
export async function expectRefusal(starting: Promise<unknown>, code: RefusalCode) {
  const refusal = await refusalOf(starting);
  expect(refusal.code, refusal.message).toBe(code);
  return refusal.details as Record<string, string | number>;
}

/** One query over a session of its own. */
export function query(
  { connection }: Pick<Embedded, 'connection'>,
  sql: string,
): Promise<Record<string, unknown>[]> {
  return withClient(connection, async (client) => (await client.query(sql)).rows);
}

export interface TestApp {
  readonly child: ChildProcess;
  readonly answer: TestAppAnswer;
  readonly words: () => string;
}

/**
 * Runs the small program of `test-app.ts` in a process of its own.
 *
 * @param through a command to run it by, e.g. one that takes rights away.
 */
export async function runApp(options: TestAppOptions, through: string[] = []): Promise<TestApp> {
  const binaries = options.become === undefined ? {} : { binaries: await binariesForAll() };
  const { child, words } = spawnApp({ ...binaries, ...options }, through);
  const answer = await new Promise<TestAppAnswer>((resolve, reject) => {
    let said = '';
    child.stdout?.on('data', (text: Buffer) => {
      said += text;
      if (said.includes('\n')) resolve(JSON.parse(said) as TestAppAnswer);
    });
    child.on('exit', () => {
      if (!said.includes('\n')) reject(new Error(`the program ended: ${words()}`));
    });
  });
  return { child, answer, words };
}

/** Starts that program without waiting for what it says. */
export function spawnApp(options: TestAppOptions, through: string[] = []) {
  const program = fileURLToPath(new URL('./test-app.ts', import.meta.url));
  const command = [...through, process.execPath, program, JSON.stringify(options)];
  const child = spawn(command[0] as string, command.slice(1), {
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  onTestFinished(() => {
    child.kill('SIGKILL');
  });
  let said = '';
  child.stderr?.on('data', (text: Buffer) => {
    said += text;
  });
  return { child, words: () => said };
}

/** Waits until a program has ended and gives its exit code, or the signal that ended it. */
export async function ended(child: ChildProcess): Promise<number | NodeJS.Signals> {
  const known = child.exitCode ?? child.signalCode;
  if (known !== null) return known;
  return new Promise((resolve) =>
    child.once('exit', (code, signal) => resolve(code ?? signal ?? 0)),
  );
}

/** Kills a program with -9 and waits until it is gone. */
export async function kill(child: ChildProcess): Promise<void> {
  child.kill('SIGKILL');
  await ended(child);
}

/** An account that is not root's, for tests that root runs. */
export function anOrdinaryAccount(): { userId: number; groupId: number } {
  const fields = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((line) => line.startsWith('nobody:'))
    ?.split(':');
  return { userId: Number(fields?.[2]), groupId: Number(fields?.[3]) };
}

/** A folder that belongs to that account. */
export function anOrdinaryFolder(): string {
  const folder = aFolder();
  const { userId, groupId } = anOrdinaryAccount();
  chownSync(folder, userId, groupId);
  return folder;
}

/** A folder with small programs in place of PostgreSQL's. */
export function someBinaries(
  parent: string,
  scripts: Record<'initdb' | 'postgres', string>,
): string {
  const folder = join(parent, 'binaries');
  mkdirSync(folder);
  for (const [name, script] of Object.entries(scripts)) {
    writeFileSync(join(folder, name), `#!/bin/sh\n${script}\n`);
    chmodSync(join(folder, name), 0o755);
  }
  chmodSync(parent, 0o755);
  return folder;
}

function endServersOf(folder: string): void {
  const pid = (() => {
    try {
      return Number.parseInt(readFileSync(join(folder, 'postgres', 'postmaster.pid'), 'utf8'), 10);
    } catch {
      return 0;
    }
  })();
  const server = listProcesses().find(({ id }) => id === pid);
  if (server?.command.includes('cluster_name=tirek-')) sendSignal(pid, 'SIGKILL');
}
