import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';

const VARIABLE = 'TIREK_E2E_PREPARED';
const run = promisify(execFile);

/** Vitest's global set-up: a folder for the data that the first journey makes and all others copy. */
export async function setup(): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'tirek-e2e-prepared-'));
  process.env[VARIABLE] = folder;
  return () => rm(folder, { recursive: true, force: true });
}

/**
 * Puts the data of a whole demonstration, its releases with it, where a program will be started. To make them takes half a
 * minute of the processor, so that one run of the tests makes them once. Outside of such a run nothing is put there.
 * @param make starts a program on an empty folder, and ends it in order once it has made everything.
 */
export async function putPreparedData(
  data: string,
  make: (data: string) => Promise<void>,
): Promise<void> {
  const folder = process.env[VARIABLE];
  if (!folder) return;
  const prepared = join(folder, 'data');
  while (!existsSync(prepared)) await makeOrWait(join(folder, 'unfinished'), prepared, make);
  // As root the database belongs to another user: node's own copying would not keep that.
  await run('cp', ['-a', prepared, data]);
}

/** One of the files that run side by side makes the data, the others wait for it. */
async function makeOrWait(
  unfinished: string,
  prepared: string,
  make: (data: string) => Promise<void>,
): Promise<void> {
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
    await make(join(unfinished, 'data'));
    await rename(join(unfinished, 'data'), prepared);
  } finally {
    await rm(unfinished, { recursive: true, force: true });
  }
}
