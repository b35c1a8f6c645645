import { randomUUID } from 'node:crypto';
import { hashToken, newToken } from '../access/index.ts';
import type { Database } from '../db/database.ts';
import { asOwner } from '../db/owner-transaction.ts';

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
