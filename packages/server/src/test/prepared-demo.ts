import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { startProgram } from './started-program.ts';

/** Names a folder that outlives a run: `npm test` lets tests of the server and journeys share what it holds. */
const VARIABLE = 'TIREK_PREPARED_DEMO';
const run = promisify(execFile);

/** Vitest's global set-up: a folder for the data that the first test makes and all others copy. */
export async function setup(): Promise<() => Promise<void>> {
  if (process.env[VARIABLE]) return async () => undefined;
  const folder = await mkdtemp(join(tmpdir(), 'tirek-prepared-'));
  process.env[VARIABLE] = folder;
  return () => rm(folder, { recursive: true, force: true });
}

/**
 * Puts the data of a whole demonstration, its releases with it, where a program will be started. To make them takes half a
 * minute of the processor, so that one run of the tests makes them once.
 * @param data an absolute path where nothing is yet.
 */
export async function putPreparedDemo(data: string): Promise<void> {
  const folder = process.env[VARIABLE];
  // Pictures are taken outside of a run: that one program makes its own.
  if (!folder) return;
  const prepared = join(folder, 'data');
  while (!existsSync(prepared)) await makeOrWait(join(folder, 'unfinished'), prepared);
  // As root the database belongs to another user: node's own copying would not keep that.
  await run('cp', ['-a', prepared, data]);
}

/** One of the files that run side by side makes the data, the others wait for it. */
async function makeOrWait(unfinished: string, prepared: string): Promise<void> {
  try {
    await mkdir(unfinished);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    await sleep(200);
    return;
  }
  try {
    // Another may have finished between the look and the making of the folder.
    if (existsSync(prepared)) return;
    await makeDemo(join(unfinished, 'data'));
    await rename(join(unfinished, 'data'), prepared);
  } finally {
    await rm(unfinished, { recursive: true, force: true });
  }
}

async function makeDemo(data: string): Promise<void> {
  const program = startProgram(['serve', '--demo'], {
    environment: { TIREK_DATA: data, TIREK_PORT: '0', TIREK_LOG: 'error' },
  });
  await program.until(/are released: http/);
  program.process.kill('SIGTERM');
  await program.ended();
}
