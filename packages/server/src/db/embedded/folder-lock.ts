import { chmodSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { DatabaseRefused } from './database-refused.ts';

/** Holds the folder for this process until released. */
export interface FolderLock {
  release(): void;
}

/** SQLITE_BUSY and SQLITE_LOCKED, from sqlite.org/rescode.html: somebody else holds the lock. */
const HELD = [5, 6];

/**
 * Takes the folder for this process alone, or refuses with `database-in-use`.
 *
 * The lock is the kernel's own (fcntl, reached through SQLite, which Node carries): it is taken in one
 * step, it ends with the process however that dies, and it holds between containers that share a
 * folder, where a process number in a file means nothing. The file stays empty; who holds it is
 * written beside it, for the message only. One caution comes with fcntl: a process that opens and
 * closes `postgres.lock` by itself drops its own lock, so nothing may read that file.
 */
export function lockFolder(folder: string): FolderLock {
  const holderFile = join(folder, 'postgres.holder');
  let lock: DatabaseSync | undefined;
  try {
    lock = new DatabaseSync(join(folder, 'postgres.lock'), { timeout: 0 });
    chmodSync(join(folder, 'postgres.lock'), 0o600);
    lock.exec('PRAGMA journal_mode = MEMORY; BEGIN EXCLUSIVE');
  } catch (error) {
    lock?.close();
    const { errcode, message } = error as { errcode?: number; message: string };
    if (errcode !== undefined && HELD.includes(errcode)) {
      throw new DatabaseRefused('database-in-use', { folder, processId: readHolder(holderFile) });
    }
    throw new DatabaseRefused('database-lock-unavailable', { folder, reason: message });
  }
  const held = lock;
  try {
    writeFileSync(holderFile, `${process.pid}\n`, { mode: 0o600 });
  } catch (error) {
    held.close();
    throw error;
  }
  return {
    release() {
      try {
        rmSync(holderFile, { force: true });
      } catch {
        // A disk that has gone away cannot be tidied; the lock itself must end all the same.
      }
      held.close();
    },
  };
}

/** The process number that the holder wrote down; 0 when it had no time to. */
function readHolder(file: string): number {
  try {
    return Number.parseInt(readFileSync(file, 'utf8'), 10) || 0;
  } catch {
    return 0;
  }
}
