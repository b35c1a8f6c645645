import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Connection } from './launch.ts';
import { passwordFile } from './password.ts';
import { readPostmasterFile } from './postmaster-file.ts';
import { SOCKET_PORT, SUPERUSER } from './settings.ts';

/**
 * The way into a database that another process of ours serves from this folder right now, for a command beside it
 * (a backup, a new account); null when none takes queries there. Whether it really answers shows on connecting.
 */
export function findRunning(folder: string): Connection | null {
  const data = join(resolve(folder), 'postgres');
  const file = readPostmasterFile(data);
  if (file === null || file.status !== 'ready') return null;
  const secret = passwordFile(resolve(folder));
  return {
    host: file.socketFolder ?? data,
    port: SOCKET_PORT,
    user: SUPERUSER,
    database: 'postgres',
    ...(existsSync(secret) ? { password: readFileSync(secret, 'utf8').trim() } : {}),
  };
}

/** Whether a database was ever begun in this folder. */
export const holdsDatabase = (folder: string): boolean =>
  existsSync(join(resolve(folder), 'postgres'));
