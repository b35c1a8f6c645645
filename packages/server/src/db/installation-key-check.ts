import { createHmac, timingSafeEqual } from 'node:crypto';
import type pg from 'pg';
import { DatabaseUnfit } from './database-unfit.ts';

/**
 * A database remembers, without telling it, which installation key it was made with. Otherwise a program with another key
 * would change the logins' passwords under a running one, and write secrets that nobody can open later.
 */
const checkOf = (installationKey: Buffer): Buffer =>
  createHmac('sha256', installationKey).update('tirek installation key check').digest();

/** @throws DatabaseUnfit `key-differs`; a database that is new, or not yet migrated so far, accepts any key. */
export async function requireSameKey(owner: pg.ClientBase, installationKey: Buffer): Promise<void> {
  const { rows } = await owner.query<{ there: boolean }>(
    `select to_regclass('public.installation') is not null as there`,
  );
  if (!rows[0]?.there) return;
  const known = await owner.query<{ key_check: Buffer }>('select key_check from installation');
  const [first] = known.rows;
  if (first && !timingSafeEqual(first.key_check, checkOf(installationKey)))
    throw new DatabaseUnfit('key-differs', {});
}

/** Remembers the key of a new database. */
export async function rememberKey(owner: pg.ClientBase, installationKey: Buffer): Promise<void> {
  await owner.query('insert into installation (key_check) values ($1) on conflict do nothing', [
    checkOf(installationKey),
  ]);
}
