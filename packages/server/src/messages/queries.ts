import {
  type Channel,
  type Failure,
  MOST_URGENT_FIRST,
  type PlannedDelivery,
  type Reachable,
  type SentKind,
} from '@tirek/domain/messages';
import { sql } from 'kysely';
import type { Tx } from '../db/database.ts';

export async function insertMessage(
  tx: Tx,
  message: {
    readonly id: string;
    readonly to: string;
    readonly kind: SentKind;
    readonly addressId: string | null;
    readonly dueAt: string;
    readonly givenUpAt: string;
    readonly now: string;
  },
): Promise<void> {
  const { id, to, kind, addressId, dueAt, givenUpAt, now } = message;
  await sql`select queue_message(${id}, ${to}, ${kind}, ${addressId}, ${dueAt}, ${givenUpAt}, ${now})`.execute(
    tx,
  );
}

export async function insertReminder(
  tx: Tx,
  reminder: {
    readonly id: string;
    readonly personId: string;
    readonly dueAt: string;
    readonly givenUpAt: string;
    readonly now: string;
  },
): Promise<void> {
  const { id, personId, dueAt, givenUpAt, now } = reminder;
  await sql`select queue_reminder(${id}, ${personId}, ${dueAt}, ${givenUpAt}, ${now})`.execute(tx);
}

export interface DueMessage {
  readonly id: string;
  readonly programmeId: string;
  readonly kind: SentKind;
  readonly personId: string | null;
  readonly givenUpAt: string;
}

/** Messages whose time has come and that no other process holds, the most urgent first; held until the transaction ends. */
export async function takeDueMessages(
  tx: Tx,
  { now, limit }: { now: string; limit: number },
): Promise<DueMessage[]> {
  const rows = await tx
    .selectFrom('message')
    .select(['id', 'programmeId', 'kind', 'personId', 'givenUpAt'])
    .where('state', '=', 'waiting')
    .where('nextAt', '<=', now)
    .orderBy(sql`array_position(${[...MOST_URGENT_FIRST]}::text[], kind)`)
    .orderBy('nextAt')
    .limit(limit)
    .forUpdate()
    .skipLocked()
    .execute();
  return rows as DueMessage[];
}

/** Where messages to accounts may go, by message. */
export async function listAddressesOf(
  tx: Tx,
  messageIds: readonly string[],
): Promise<ReadonlyMap<string, readonly Reachable[]>> {
  const { rows } = await sql<Reachable & { readonly messageId: string }>`
    select message_id, id, channel from addresses_of_messages(${[...messageIds]}::uuid[])`.execute(
    tx,
  );
  return Map.groupBy(rows, ({ messageId }) => messageId);
}

/** What becomes of a message that is due: it waits until day, its sendings begin, or it has failed. */
export type Planned =
  | { readonly kind: 'later'; readonly until: string }
  | { readonly kind: 'failed'; readonly failure: Failure }
  | {
      readonly kind: 'under-way';
      readonly deliveries: readonly (PlannedDelivery & { readonly id: string })[];
    };

/** Keeps what becomes of messages, all at once. */
export async function keepPlans(
  tx: Tx,
  plans: readonly {
    readonly message: Pick<DueMessage, 'id' | 'programmeId'>;
    readonly plan: Planned;
  }[],
): Promise<void> {
  const changes = plans.map(({ message: { id }, plan }) => ({
    id,
    state: plan.kind === 'later' ? 'waiting' : plan.kind,
    failure: plan.kind === 'failed' ? plan.failure : null,
    until: plan.kind === 'later' ? plan.until : null,
  }));
  await sql`
    update message set state = anew.state, failure = anew.failure, next_at = coalesce(anew.until, next_at)
    from unnest(${changes.map(({ id }) => id)}::uuid[], ${changes.map(({ state }) => state)}::text[],
      ${changes.map(({ failure }) => failure)}::text[], ${changes.map(({ until }) => until)}::timestamptz[])
      as anew (id, state, failure, until)
    where message.id = anew.id`.execute(tx);
  const deliveries = plans.flatMap(({ message, plan }) =>
    plan.kind !== 'under-way'
      ? []
      : plan.deliveries.map(({ id, channel, addressId, at }) => ({
          ...{ id, channel, addressId, nextAt: at },
          programmeId: message.programmeId,
          messageId: message.id,
        })),
  );
  if (deliveries.length > 0) await tx.insertInto('delivery').values(deliveries).execute();
}

export interface TakenDelivery {
  readonly id: string;
  readonly messageId: string;
  readonly programmeId: string;
  readonly channel: Channel;
  readonly kind: SentKind;
  readonly personId: string | null;
  readonly tries: number;
  readonly leasedUntil: string;
  readonly givenUpAt: string;
  /** Whether the attempt before this one ended without anybody knowing how. */
  readonly isUnclear: boolean;
}

/**
 * Takes one sending whose time has come: nobody else has it until the lease ends. One whose lease has ended belonged to a process
 * that was killed while it sent.
 */
export async function takeDelivery(
  tx: Tx,
  { now, leasedUntil }: { now: string; leasedUntil: string },
): Promise<TakenDelivery | null> {
  const { rows } = await sql<TakenDelivery>`
    with due as (
      select delivery.id, delivery.state = 'sending' as is_unclear
      from delivery join message on message.id = delivery.message_id
      where (delivery.state = 'waiting' and delivery.next_at <= ${now})
        or (delivery.state = 'sending' and delivery.leased_until <= ${now})
      order by array_position(${[...MOST_URGENT_FIRST]}::text[], message.kind), delivery.next_at
      limit 1 for update of delivery skip locked
    )
    update delivery set state = 'sending', leased_until = ${leasedUntil}, tries = delivery.tries + 1, tried_at = ${now}
    from due, message
    where delivery.id = due.id and message.id = delivery.message_id
    returning delivery.id, delivery.message_id, delivery.programme_id, delivery.channel, message.kind, message.person_id,
      delivery.tries, delivery.leased_until, message.given_up_at, due.is_unclear`.execute(tx);
  return rows[0] ?? null;
}

export interface SealedAddress {
  readonly addressId: string;
  readonly sealed: Buffer;
  readonly language: 'kk' | 'ru' | 'en';
}

/** Where a sending that is under way goes; null where the address was taken away meanwhile. */
export async function findAddressOfDelivery(tx: Tx, id: string): Promise<SealedAddress | null> {
  const { rows } = await sql<SealedAddress>`
    select address_id, sealed, language from address_of_delivery(${id})`.execute(tx);
  return rows[0] ?? null;
}

export interface SealedPerson {
  readonly standsFor: string;
  readonly personId: string;
  readonly version: number;
  readonly sealed: Buffer;
  readonly keyVersion: number;
  readonly wrapped: Buffer;
  readonly language: 'kk' | 'ru' | 'en';
}

/** Every record of whom a reminder goes to; none where she does not agree to messages on that day. */
export async function listIdentitiesForDelivery(
  tx: Tx,
  { id, on }: { id: string; on: string },
): Promise<SealedPerson[]> {
  const { rows } = await sql<SealedPerson>`
    select * from identity_for_delivery(${id}, ${on}::date)`.execute(tx);
  return rows;
}

/** What became of one attempt. Nothing is changed when the lease is not the taker's any more or a receipt was quicker. */
export async function keepOutcome(
  tx: Tx,
  { id, messageId, leasedUntil }: Pick<TakenDelivery, 'id' | 'messageId' | 'leasedUntil'>,
  outcome:
    | { readonly state: 'accepted'; readonly acceptedAt: string }
    | { readonly state: 'failed'; readonly failure: Failure }
    | { readonly state: 'waiting'; readonly failure: Failure; readonly nextAt: string },
): Promise<void> {
  const { numUpdatedRows } = await tx
    .updateTable('delivery')
    .set({ failure: null, ...outcome, leasedUntil: null })
    .where('id', '=', id)
    .where('state', '=', 'sending')
    .where('leasedUntil', '=', leasedUntil)
    .executeTakeFirst();
  if (numUpdatedRows === 1n) await sql`select settle_message(${messageId})`.execute(tx);
}

/** What the other end tells of a sending, as often and in whatever order. */
export async function keepReceipt(
  tx: Tx,
  { id, hasArrived, now }: { id: string; hasArrived: boolean; now: string },
): Promise<void> {
  await sql`select receive_receipt(${id}, ${hasArrived}, ${now})`.execute(tx);
}
