import type { SignedInActor } from '@tirek/domain/access';
import type { Channel, OwnSending } from '@tirek/domain/messages';
import { sql } from 'kysely';
import type { Tx } from '../../db/database.ts';

/** Makes whoever asks for the same account wait: limits are counted one after another. */
export async function lockReach(tx: Tx, actor: SignedInActor): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended('reach ' || ${actor.accountId}, 0))`.execute(
    tx,
  );
}

export interface AddressRow {
  readonly id: string;
  readonly channel: Channel;
  readonly sealed: Buffer;
  readonly addedAt: string;
  readonly provedAt: string | null;
  readonly wrongCodes: number;
}

/** The actor's own addresses, the oldest first. */
export async function listOwnAddresses(tx: Tx, actor: SignedInActor): Promise<AddressRow[]> {
  const rows = await tx
    .selectFrom('accountAddress')
    .select(['id', 'channel', 'sealed', 'addedAt', 'provedAt', 'wrongCodes'])
    .where('accountId', '=', actor.accountId)
    .where('endedAt', 'is', null)
    .orderBy('addedAt')
    .orderBy('id')
    .execute();
  return rows.flatMap(({ sealed, channel, ...row }) =>
    sealed ? [{ ...row, channel: channel as Channel, sealed }] : [],
  );
}

export async function insertAddress(
  tx: Tx,
  actor: SignedInActor,
  row: {
    readonly id: string;
    readonly channel: Channel;
    readonly sealed: Buffer;
    readonly provedAt: string | null;
    readonly now: string;
  },
): Promise<void> {
  const { now, ...rest } = row;
  await tx
    .insertInto('accountAddress')
    .values({ ...rest, programmeId: actor.programmeId, accountId: actor.accountId, addedAt: now })
    .execute();
}

/** Changes an address of the actor's own. @returns false where it is not hers or is gone. */
export async function changeOwnAddress(
  tx: Tx,
  actor: SignedInActor,
  {
    id,
    ...change
  }: { readonly id: string } & (
    | { readonly provedAt: string }
    | { readonly wrongCodes: number }
    | { readonly endedAt: string; readonly sealed: null }
  ),
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('accountAddress')
    .set(change)
    .where('id', '=', id)
    .where('accountId', '=', actor.accountId)
    .where('endedAt', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** How many codes, or tests, the actor has asked for since an instant. */
export async function countAsked(
  tx: Tx,
  actor: SignedInActor,
  { kind, since }: { kind: 'prove' | 'test'; since: string },
): Promise<number> {
  const { asked } = await tx
    .selectFrom('message')
    .select(sql<number>`count(*)::integer`.as('asked'))
    .where('accountId', '=', actor.accountId)
    .where('kind', '=', kind)
    .where('queuedAt', '>', since)
    .executeTakeFirstOrThrow();
  return asked;
}

/** The newest message with a code for an address of the actor's own that is good still; null where there is none. */
export async function findCodeMessage(
  tx: Tx,
  actor: SignedInActor,
  { addressId, now }: { addressId: string; now: string },
): Promise<string | null> {
  const row = await tx
    .selectFrom('message')
    .select(['id', 'givenUpAt'])
    .where('accountId', '=', actor.accountId)
    .where('addressId', '=', addressId)
    .where('kind', '=', 'prove')
    .where('givenUpAt', '>', now)
    .orderBy('queuedAt', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.id ?? null;
}

/** The sendings of the actor's newest test. */
export async function listOwnTest(tx: Tx, actor: SignedInActor): Promise<OwnSending[]> {
  const rows = await tx
    .selectFrom('delivery')
    .select(['channel', 'addressId', 'state', 'failure', 'triedAt', 'nextAt'])
    .where('messageId', '=', (own) =>
      own
        .selectFrom('message')
        .select('id')
        .where('accountId', '=', actor.accountId)
        .where('kind', '=', 'test')
        .orderBy('queuedAt', 'desc')
        .orderBy('id', 'desc')
        .limit(1),
    )
    .orderBy('channel')
    .orderBy('id')
    .execute();
  return rows.map(({ triedAt, nextAt, ...row }) => ({
    ...row,
    at: triedAt ?? nextAt,
  })) as OwnSending[];
}

/** What asked the actor to look, and what else was on its way for that, is seen. @returns how many. */
export async function markSeen(tx: Tx, now: string): Promise<number> {
  const { rows } = await sql<{ seen: number }>`select see_messages(${now}) as seen`.execute(tx);
  return rows[0]?.seen ?? 0;
}
