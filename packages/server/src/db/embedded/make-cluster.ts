import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { giveTo, requireNamed } from './account.ts';
import { DatabaseRefused } from './database-refused.ts';
import { diskFull, tellsOfFullDisk } from './refusal-of.ts';
import { dataArgument, runToEnd, type Workplace } from './run-program.ts';
import { type Durability, SUPERUSER } from './settings.ts';
import { syncFolders } from './sync-folders.ts';

const ASIDE = 'postgres.new-';
const SWEEP_ATTEMPTS = 50;

/**
 * The major version of the data, or null where there are none yet. A folder that holds something
 * else is refused and left alone: nothing here ever deletes what it did not make.
 */
export function readDataMajor(folder: string, data: string, log: string): number | null {
  if (!existsSync(data) || readdirSync(data).length === 0) return null;
  if (!isThere(join(data, 'PG_VERSION'))) {
    throw new DatabaseRefused('database-folder-foreign', { folder: data });
  }
  const version = readFileSync(join(data, 'PG_VERSION'), 'utf8').trim();
  const major = Number.parseInt(version, 10);
  if (!(major > 0) || !isThere(join(data, 'global', 'pg_control'))) {
    const reason = major > 0 ? 'global/pg_control is missing' : `PG_VERSION is "${version}"`;
    throw new DatabaseRefused('database-damaged', { folder, reason, log });
  }
  return major;
}

/** Unlike `existsSync`, throws for a file that is there but may not be seen: that is not a damaged database. */
function isThere(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false }) !== undefined;
}

/** Removes what an initdb left that was killed half-way. It was never renamed, so it never held a row. */
export async function sweepHalfMade(folder: string, log: (line: string) => void): Promise<void> {
  for (const entry of readdirSync(folder)) {
    if (!entry.startsWith(ASIDE)) continue;
    log(`removing ${entry}, left by a database that was never finished`);
    const path = join(folder, entry);
    // Its initdb may still be at work, and Node takes a file that it has removed meanwhile for the end.
    for (let attempt = 1; existsSync(path) && attempt <= SWEEP_ATTEMPTS; attempt += 1) {
      if (attempt > 1) await sleep(100);
      rmSync(path, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
    }
  }
}

/**
 * Makes an empty database cluster: aside first, then renamed, so that `postgres` is there either
 * whole or not at all. Sorts by code point everywhere (the same order on every machine), but knows
 * the upper and lower case of Cyrillic letters where the machine's C.UTF-8 does.
 */
export async function makeCluster(workplace: Workplace, durability: Durability): Promise<void> {
  const { account, data, folder } = workplace;
  requireNamed(account);
  const aside = mkdtempSync(join(folder, ASIDE));
  const made = join(aside, 'data');
  try {
    giveTo(account, aside);
    await initialise({ ...workplace, data: made }, durability, 'C.UTF-8');
    if (existsSync(data)) rmdirSync(data);
    renameSync(made, data);
    if (durability === 'full') syncFolders(folder, dirname(folder));
  } finally {
    rmSync(aside, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  }
}

async function initialise(
  workplace: Workplace,
  durability: Durability,
  letters: 'C.UTF-8' | 'C',
): Promise<void> {
  const { account, data, folder, log } = workplace;
  rmSync(data, { recursive: true, force: true });
  mkdirSync(data, { mode: 0o700 });
  giveTo(account, data);
  const { status, words } = await runToEnd(workplace, 'initdb', {
    parameters: [
      `--pgdata=${dataArgument(account, data)}`,
      `--username=${SUPERUSER}`,
      '--encoding=UTF8',
      '--locale=C',
      `--lc-ctype=${letters}`,
      '--text-search-config=simple',
      '--data-checksums',
      // Replaced by our own rules before the first start; see writeAccessRules.
      '--auth=reject',
      '--no-instructions',
      ...(durability === 'none' ? ['--no-sync'] : []),
    ],
  });
  if (status === 0) return;
  if (letters === 'C.UTF-8' && /invalid locale name/.test(words)) {
    log('this machine has no C.UTF-8: letters outside ASCII will have no upper and lower case');
    return initialise(workplace, durability, 'C');
  }
  if (tellsOfFullDisk(words)) throw diskFull(folder);
  const said = words.split('\n').filter((line) => line.trim() !== '');
  const reason =
    said.find((line) => /\b(FATAL|PANIC):/.test(line)) ??
    said.find((line) => /error:/.test(line)) ??
    said.at(-1) ??
    `status ${status}`;
  throw new DatabaseRefused('database-initdb-failed', { folder, reason: reason.slice(0, 300) });
}
