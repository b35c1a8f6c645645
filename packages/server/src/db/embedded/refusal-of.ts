import { statfsSync } from 'node:fs';
import { DatabaseRefused } from './database-refused.ts';

/** Where a failure happened, for the sentence about it. */
export interface Place {
  readonly folder: string;
  readonly account: string;
  readonly log: string;
}

const FULL = /No space left on device|Disk quota exceeded|wrote only \d+ of \d+ bytes/;
const SHARED_MEMORY = /shared memory|semaphore/i;
const NO_MEMORY =
  /Cannot allocate memory|out of memory|could not fork|could not map anonymous shared memory/i;
const DAMAGED =
  /could not locate a valid checkpoint record|could not locate required checkpoint|invalid (primary )?checkpoint|incorrect checksum in control file|could not find .*(pg_control|control file)|invalid data in file|could not open file "(global|pg_wal|pg_xact|base)\/[^"]*": No such file/;

/** Turns what PostgreSQL wrote before it gave up (in English: lc_messages is C) into the refusal it means. */
export function refusalOfLog(lines: readonly string[], place: Place): DatabaseRefused {
  const text = lines.join('\n');
  const reason = lastFatal(lines);
  if (FULL.test(text)) {
    // A full /dev/shm (64 MB in a container) says the same words but is not the disk.
    return SHARED_MEMORY.test(lines.find((line) => FULL.test(line)) ?? '')
      ? new DatabaseRefused('database-memory-short', { reason })
      : diskFull(place.folder);
  }
  if (NO_MEMORY.test(text) || /could not create (shared memory|semaphores)/.test(text)) {
    return new DatabaseRefused('database-memory-short', { reason });
  }
  if (DAMAGED.test(text)) {
    return new DatabaseRefused('database-damaged', {
      folder: place.folder,
      reason,
      log: place.log,
    });
  }
  if (/Permission denied|Operation not permitted|Read-only file system/.test(text)) {
    return new DatabaseRefused('database-folder-not-writable', {
      folder: place.folder,
      account: place.account,
    });
  }
  return new DatabaseRefused('database-start-failed', { reason, log: place.log });
}

/** Turns an error of Node's own file work into a refusal; what it does not know it gives back unchanged. */
export function refusalOfError(error: unknown, place: Pick<Place, 'folder' | 'account'>): unknown {
  if (error instanceof DatabaseRefused) return error;
  switch ((error as NodeJS.ErrnoException | null)?.code) {
    case 'ENOSPC':
    case 'EDQUOT':
      return diskFull(place.folder);
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return new DatabaseRefused('database-folder-not-writable', {
        folder: place.folder,
        account: place.account,
      });
    case 'ENOTDIR':
    case 'EEXIST':
      return new DatabaseRefused('database-folder-not-a-folder', { folder: place.folder });
    default:
      return error;
  }
}

/** True when a text written by initdb or postgres tells of a full disk or quota. */
export const tellsOfFullDisk = (text: string): boolean => FULL.test(text);

/** The refusal for a full disk, with what is still free where the folder lies. */
export function diskFull(folder: string): DatabaseRefused<'database-disk-full'> {
  let freeMegabytes = 0;
  try {
    const { bavail, bsize } = statfsSync(folder);
    freeMegabytes = Math.floor((bavail * bsize) / 1_048_576);
  } catch {
    // The folder may not be there any more; the sentence then says 0.
  }
  return new DatabaseRefused('database-disk-full', { folder, freeMegabytes });
}

/** The last line that says why, without its time and process number. */
function lastFatal(lines: readonly string[]): string {
  const said = lines.filter((line) => line.trim() !== '');
  const worst = said.findLast((line) => /\b(PANIC|FATAL|ERROR):/.test(line)) ?? said.at(-1) ?? '';
  return worst.replace(/^.*?\b(PANIC|FATAL|ERROR|LOG):\s+/, '').slice(0, 300);
}
