import type { Actor } from '@tirek/domain/access';
import { Problem } from '@tirek/domain/problem';
import { sql } from 'kysely';
import type { Tx } from './database.ts';

export interface Write {
  readonly id: string;
  readonly endpoint: string;
  readonly inputHash: Buffer;
}

/**
 * Claims a client-made id for a write. A second request with the same id waits here until the first has ended.
 * @returns `{ kind: 'new' }`, or the answer the first one got.
 * @throws Problem `id-reused` when the id was used for something else or by somebody else.
 */
export async function claimWrite(
  tx: Tx,
  actor: Actor,
  write: Write,
): Promise<{ kind: 'new' } | { kind: 'repeated'; output: unknown }> {
  const account = actor.kind === 'account' ? actor : null;
  const claimed = await tx
    .insertInto('writeReceipt')
    .values({
      id: write.id,
      programmeId: account?.programmeId ?? null,
      actorId: account?.accountId ?? null,
      endpoint: write.endpoint,
      inputHash: write.inputHash,
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .executeTakeFirst();
  if (claimed.numInsertedOrUpdatedRows === 1n) return { kind: 'new' };
  const first = await tx
    .selectFrom('writeReceipt')
    .select(['endpoint', 'inputHash', 'output'])
    .where('id', '=', write.id)
    .executeTakeFirst();
  if (first?.endpoint !== write.endpoint || !first.inputHash.equals(write.inputHash)) {
    throw new Problem('id-reused', { id: write.id });
  }
  return { kind: 'repeated', output: first.output };
}

/** Keeps what a write answered, so that its repetition is answered alike. */
export async function keepAnswer(tx: Tx, id: string, output: unknown): Promise<void> {
  await sql`update write_receipt set output = ${JSON.stringify(output)}::jsonb where id = ${id}`.execute(
    tx,
  );
}
