import {
  closeSync,
  copyFileSync,
  existsSync,
  openSync,
  readSync,
  renameSync,
  statSync,
  truncateSync,
} from 'node:fs';
import { join } from 'node:path';

/** PostgreSQL's own words: `postgres.log` and one older part of at most the same size. */
export interface LogFile {
  readonly path: string;
  /** Opens the file for a child to append to; close it once the child has it. */
  open(): number;
  close(descriptor: number): void;
  /** Bytes written so far: pass it to `linesSince`. */
  size(): number;
  /** What was written after that size, at most the last 64 KB, as lines. */
  linesSince(size: number): string[];
  /** Moves the words into the older part once there are too many of them. */
  rotate(): void;
}

/** A quarter of a million lines; an ordinary day writes a few dozen. */
const LARGEST_BYTES = 5 * 1_048_576;
const TAIL_BYTES = 65_536;

/**
 * The log of a database folder. PostgreSQL writes to a plain file instead of a pipe, so that neither
 * an app that was killed nor one that does not read can block or break it. The file is copied and
 * cut rather than renamed, because PostgreSQL keeps it open (for appending: it goes on at the start).
 */
export function openLogFile(folder: string, largestBytes = LARGEST_BYTES): LogFile {
  const path = join(folder, 'postgres.log');
  const size = () => (existsSync(path) ? statSync(path).size : 0);
  return {
    path,
    size,
    open: () => openSync(path, 'a', 0o600),
    close: closeSync,
    linesSince(from) {
      const end = size();
      // Cut in between by a rotation: then everything in it is new.
      const start = Math.max(end < from ? 0 : from, end - TAIL_BYTES);
      if (end <= start) return [];
      const descriptor = openSync(path, 'r');
      try {
        const bytes = Buffer.alloc(end - start);
        const read = readSync(descriptor, bytes, 0, bytes.length, start);
        return bytes.toString('utf8', 0, read).split('\n');
      } finally {
        closeSync(descriptor);
      }
    },
    rotate() {
      if (size() <= largestBytes) return;
      copyFileSync(path, `${path}.1.part`);
      truncateSync(path, 0);
      renameSync(`${path}.1.part`, `${path}.1`);
    },
  };
}
