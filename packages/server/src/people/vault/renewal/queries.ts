import { sql } from 'kysely';
import type { Tx } from '../../../db/database.ts';

/** Somebody who is to be found anew; sealed is null where her identity is no longer there. */
export interface ToFind {
  readonly personId: string;
  readonly programmeId: string;
  readonly keyVersion: number | null;
  readonly wrapped: Buffer | null;
  readonly version: number | null;
  readonly sealed: Buffer | null;
}

/** The next of those whose tokens are of before, locked until the end of the transaction. */
export async function listToFindAnew(tx: Tx, limit: number): Promise<ToFind[]> {
  const { rows } =
    await sql<ToFind>`select found.* from identities_to_find_anew(${limit}) found`.execute(tx);
  return rows;
}

/** Adds what they are found by; they wait no longer. */
export async function findAnew(
  tx: Tx,
  people: readonly { readonly id: string; readonly tokens: readonly string[] }[],
): Promise<void> {
  await sql`select find_anew(${JSON.stringify(people)}::jsonb)`.execute(tx);
}
