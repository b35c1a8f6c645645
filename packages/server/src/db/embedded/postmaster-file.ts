import { readFileSync } from 'node:fs';
import { isAbsolute, join } from 'node:path';

/** What a running PostgreSQL writes into `postmaster.pid` (utils/pidfile.h numbers the lines). */
export interface PostmasterFile {
  readonly processId: number;
  /** Folder of its socket; null until it listens. */
  readonly socketFolder: string | null;
  /** `ready` takes queries; `starting` also while it recovers. */
  readonly status: 'starting' | 'ready' | 'stopping' | 'standby' | 'unknown';
}

export const postmasterFilePath = (data: string): string => join(data, 'postmaster.pid');

/** Reads `postmaster.pid` of a data folder; null when there is none. An empty or torn file has process id 0. */
export function readPostmasterFile(data: string): PostmasterFile | null {
  let text: string;
  try {
    text = readFileSync(postmasterFilePath(data), 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
  const lines = text.split('\n').map((line) => line.trim());
  // A lone backend or the single-user mode writes its number with a minus sign.
  const processId = Math.abs(Number.parseInt(lines[0] ?? '', 10) || 0);
  const socket = lines[4] ?? '';
  return {
    processId,
    socketFolder: socket === '' ? null : isAbsolute(socket) ? socket : join(data, socket),
    status: statusOf(lines[7] ?? ''),
  };
}

function statusOf(word: string): PostmasterFile['status'] {
  return word === 'starting' || word === 'ready' || word === 'stopping' || word === 'standby'
    ? word
    : 'unknown';
}
