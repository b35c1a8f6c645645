import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { hashToken, newToken } from '../access/index.ts';
import type { Database } from '../db/database.ts';
import { asOwner } from '../db/owner-transaction.ts';
import { valueParsers } from '../db/value-parsers.ts';

/** A full session without the work of signing in, made by the owner. @returns its token. */
export async function insertTestSession(
  database: Database,
  accountId: string,
  now: string,
): Promise<string> {
  const token = newToken();
  await asOwner(database, (tx) =>
    tx
      .insertInto('accountSession')
      .values({
        id: randomUUID(),
        accountId,
        tokenHash: hashToken(token),
        awaited: null,
        device: 'test',
        startedAt: now,
        lastUsedAt: now,
        provenAt: now,
        expiresAt: new Date(Date.parse(now) + 12 * 3_600_000).toISOString(),
      })
      .execute(),
  );
  return token;
}

/** Rows of a question put by the owner, whom no policy binds: to see what really is in the tables. */
export async function rowsAsOwner<Row extends pg.QueryResultRow>(
  { owner }: Database,
  text: string,
  values: readonly unknown[] = [],
): Promise<Row[]> {
  const client = new pg.Client({ ...owner, types: valueParsers });
  await client.connect();
  try {
    return (await client.query<Row>(text, [...values])).rows;
  } finally {
    await client.end();
  }
}

/** Rows of a question put under the program's own login, with the settings of a transaction: what an injected query could see. */
export async function rowsAsApp<Row extends pg.QueryResultRow>(
  { appPool }: Database,
  settings: Readonly<Record<string, string>>,
  text: string,
): Promise<Row[]> {
  const client = await appPool.connect();
  try {
    await client.query('begin');
    for (const [name, value] of Object.entries(settings)) {
      await client.query('select set_config($1, $2, true)', [`tirek.${name}`, value]);
    }
    return (await client.query<Row>(text)).rows;
  } finally {
    await client.query('rollback');
    client.release();
  }
}
