import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseRefused } from './database-refused.ts';
import { refusalOfLog } from './refusal-of.ts';
import { dataArgument, runToEnd, type Workplace } from './run-program.ts';
import { type Durability, SUPERUSER } from './settings.ts';
import { syncFolders } from './sync-folders.ts';

export const passwordFile = (folder: string): string => join(folder, 'postgres.password');

/** The superuser's password as kept for root alone; undefined where there is none, or none is needed. */
export function findPassword({ account, folder }: Workplace): string | undefined {
  if (!account.isDropped || !existsSync(passwordFile(folder))) return undefined;
  return readFileSync(passwordFile(folder), 'utf8').trim() || undefined;
}

/** Forgets the password, so that the next start makes a new one: for data that came from elsewhere. */
export function forgetPassword(folder: string): void {
  rmSync(passwordFile(folder), { force: true });
}

/**
 * Gives the superuser a new password. PostgreSQL runs alone for that (its single-user mode), because
 * a server that can be reached must not be without one for a moment. Only when it is set is it kept,
 * in a file of mode 0600 that belongs to root.
 */
export async function makePassword(
  workplace: Workplace,
  { tag, durability }: { tag: string; durability: Durability },
): Promise<string> {
  const { account, data, folder } = workplace;
  const password = randomBytes(24).toString('base64url');
  const { status, words } = await runToEnd(workplace, 'postgres', {
    parameters: [
      '--single',
      '-D',
      dataArgument(account, data),
      ...(durability === 'none' ? ['-c', 'fsync=off'] : []),
      '-c',
      `cluster_name=${tag}`,
      '-c',
      'password_encryption=scram-sha-256',
      '-c',
      'log_min_error_statement=panic',
      'postgres',
    ],
    input: `ALTER ROLE ${SUPERUSER} LOGIN SUPERUSER PASSWORD '${password}'\n`,
  });
  if (status !== 0 || /\b(ERROR|FATAL|PANIC):/.test(words)) {
    const lines = words.split('\n');
    const refusal = refusalOfLog(lines, { folder, account: account.name, log: folder });
    if (refusal.code !== 'database-start-failed') throw refusal;
    throw new DatabaseRefused('database-initdb-failed', {
      folder,
      reason: refusal.message.slice(0, 300),
    });
  }
  // On disk before anybody relies on it: after a power cut the file would be there, but empty.
  const aside = `${passwordFile(folder)}.new`;
  rmSync(aside, { force: true });
  writeFileSync(aside, `${password}\n`, { mode: 0o600, flush: durability === 'full' });
  renameSync(aside, passwordFile(folder));
  if (durability === 'full') syncFolders(folder);
  return password;
}
