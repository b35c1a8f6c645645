import { lstatSync, mkdtempSync, rmdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { type Account, giveTo } from './account.ts';
import { SOCKET_PORT } from './settings.ts';

/** Where the socket lies: as PostgreSQL is told, and as the app finds it. */
export interface SocketFolder {
  readonly told: string;
  readonly path: string;
}

/** Bytes of a socket's path, from sockaddr_un less the closing zero: sys/un.h of Linux and of BSD. */
const LONGEST_PATH = process.platform === 'linux' ? 107 : 103;
const PREFIX = 'tirek-';

const socketName = `.s.PGSQL.${SOCKET_PORT}`;

/**
 * The socket lies in the data folder itself, which PostgreSQL insists on keeping at mode 0700; it is
 * told `.`, so its own limit is never met. The app has to spell the whole path: when that is too long
 * for the system, the socket moves to a private folder with a short name.
 */
export function chooseSocketFolder(data: string, account: Account): SocketFolder {
  if (Buffer.byteLength(join(data, socketName)) <= LONGEST_PATH) return { told: '.', path: data };
  const path = makeShortFolder(account);
  return { told: path, path };
}

/** Removes a short folder that a database no longer uses; anything else is left alone. */
export function removeShortFolder(path: string, account: Account): void {
  try {
    const seen = lstatSync(path);
    if (!basename(path).startsWith(PREFIX) || !seen.isDirectory()) return;
    if (seen.uid !== account.userId || (seen.mode & 0o077) !== 0) return;
    removeSocket(path);
    rmdirSync(path);
  } catch {
    // Gone already, or not empty and hence not only ours.
  }
}

/** Removes a socket and its lock that no server stands behind any more, in a folder that is ours alone. */
export function removeSocket(folder: string): void {
  rmSync(join(folder, socketName), { force: true });
  rmSync(join(folder, `${socketName}.lock`), { force: true });
}

function makeShortFolder(account: Account): string {
  const places = [
    account.isDropped ? '/run' : process.env.XDG_RUNTIME_DIR,
    tmpdir(),
    '/tmp',
  ].filter((place): place is string => place !== undefined && place.length < 60);
  let failure: unknown = new Error('no folder for a socket');
  for (const place of places) {
    try {
      const path = mkdtempSync(join(place, PREFIX));
      giveTo(account, path);
      return path;
    } catch (error) {
      failure = error;
    }
  }
  throw failure;
}
