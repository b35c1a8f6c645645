import { randomBytes, randomUUID } from 'node:crypto';
import type { Assignment, Awaited } from '@tirek/domain/access';
import type pg from 'pg';
import { hashToken, newToken } from '../access/index.ts';
import type { Database } from '../db/database.ts';
import { type Owner, openOwner } from '../db/owner-transaction.ts';

/** One connection of the owner for each test database, since a test asks much of him. */
const owners = new WeakMap<Database, Owner>();

function ownerOf(database: Database): Owner {
  const owner = owners.get(database) ?? openOwner(database);
  owners.set(database, owner);
  return owner;
}

/** Gives the owner's connection back. */
export async function closeOwner(database: Database): Promise<void> {
  await owners.get(database)?.close();
  owners.delete(database);
}

/** A session, full unless told, without the work of signing in, made by the owner. @returns its token. */
export async function insertTestSession(
  database: Database,
  accountId: string,
  now: string,
  awaited: Awaited | null = null,
): Promise<string> {
  const token = newToken();
  const expiresAt = new Date(Date.parse(now) + 12 * 3_600_000).toISOString();
  // One statement is one transaction: the matrix of access begins some seventeen thousand sessions.
  await rowsAsOwner(
    database,
    `insert into account_session (id, account_id, token_hash, awaited, device, started_at, last_used_at, proven_at, expires_at)
    values ($1, $2, $3, $4, 'test', $5, $5, $5, $6)`,
    [randomUUID(), accountId, hashToken(token), awaited, now, expiresAt],
  );
  return token;
}

/** Rows of a question put by the owner, whom no policy binds: to see what really is in the tables. */
export async function rowsAsOwner<Row extends pg.QueryResultRow>(
  database: Database,
  text: string,
  values: readonly unknown[] = [],
): Promise<Row[]> {
  return (await ownerOf(database).pool.query<Row>(text, [...values])).rows;
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

export interface TestPosition {
  readonly accountId: string;
  readonly programmeId: string;
  readonly signInName: string;
  readonly assignments: readonly Assignment[];
}

/** An account of the access matrix, made by the owner; its password is nobody's. */
export async function insertPosition(database: Database, position: TestPosition): Promise<void> {
  const { accountId, programmeId, signInName, assignments } = position;
  await ownerOf(database).run(async (tx) => {
    await tx
      .insertInto('account')
      .values({ id: accountId, programmeId, signInName, displayName: signInName })
      .execute();
    for (const { role, region } of assignments) {
      await tx
        .insertInto('roleAssignment')
        .values({ id: randomUUID(), programmeId, accountId, role, regionCode: region })
        .execute();
    }
    await tx
      .insertInto('accountPassword')
      .values({
        accountId,
        salt: randomBytes(16),
        memoryKib: 8,
        passes: 1,
        verifier: randomBytes(32),
        setAt: '2026-01-01T00:00:00.000Z',
      })
      .execute();
  });
}

/** A region and an account in each programme whose names are marks: whoever sees them, sees the programme. */
export async function insertMarks(
  database: Database,
  marks: readonly { readonly programmeId: string; readonly name: string }[],
): Promise<void> {
  await ownerOf(database).run(async (tx) => {
    for (const { programmeId, name } of marks) {
      await tx
        .insertInto('region')
        .values({
          programmeId,
          code: 'KZ-98',
          name: JSON.stringify({ kk: name, ru: name, en: name }),
          validFrom: '2022-06-08',
          validUntil: null,
        })
        .execute();
      const id = randomUUID();
      await tx
        .insertInto('account')
        .values({ id, programmeId, signInName: `mark.${id}`, displayName: name })
        .execute();
    }
  });
}
