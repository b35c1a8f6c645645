import type { SignedInActor } from '@tirek/domain/access';
import {
  type RaisedEvent,
  SafetyClock,
  type SafetyKind,
  type SafetyUrgency,
  USUAL_SAFETY_CLOCK,
} from '@tirek/domain/pathways/safety';
import { sql } from 'kysely';
import * as z from 'zod/mini';
import type { Tx } from '../../db/database.ts';
import { recordsOf, standingId } from '../../people/index.ts';

/** An event as it lies in the database; `recordId` is the record under whose key its words lie. */
export interface EventRow extends RaisedEvent {
  readonly recordId: string;
}

export interface EntryRow {
  readonly id: string;
  readonly eventId: string;
  readonly kind: string;
  readonly value: unknown;
  readonly sealed: Buffer | null;
  readonly recordedBy: string | null;
  readonly doneAt: string;
  readonly recordedAt: string;
  readonly sequence: number;
}

export interface ChainRow {
  readonly eventId: string;
  readonly level: number;
  readonly accountId: string;
  readonly displayName: string;
}

/** Rows of many events, each event's in the order in which they were read. */
export type ByEvent<Row> = ReadonlyMap<string, readonly Row[]>;
const byEvent = <Row extends { readonly eventId: string }>(rows: Row[]): ByEvent<Row> =>
  Map.groupBy(rows, ({ eventId }) => eventId);

const eventsOf = (tx: Tx) =>
  tx
    .selectFrom('safetyEvent')
    .select(['id', 'personId as recordId', 'kind', 'urgency', 'assessmentId', 'answeredAt'])
    .select(['arrivedAt', 'startsAt', 'dueAt', 'raisedBy'])
    .orderBy('dueAt')
    .orderBy('id');

interface PlainEvent extends Omit<EventRow, 'kind' | 'urgency' | 'countsFrom' | 'personId'> {
  readonly kind: string;
  readonly urgency: string;
  readonly personId?: string;
}

const eventOf = (row: PlainEvent): EventRow => ({
  ...row,
  personId: row.personId ?? row.recordId,
  kind: row.kind as SafetyKind,
  urgency: row.urgency as SafetyUrgency,
  countsFrom: row.answeredAt > row.arrivedAt ? 'arrival' : 'answer',
});

/** One event that the actor sees. */
export async function findEvent(
  tx: Tx,
  actor: SignedInActor,
  eventId: string,
): Promise<EventRow | null> {
  const row = await eventsOf(tx)
    .select(standingId('safetyEvent.personId').as('personId'))
    .where('id', '=', eventId)
    .where('programmeId', '=', actor.programmeId)
    .executeTakeFirst();
  return row ? eventOf(row) : null;
}

/** The events that the actor sees and that are not over, the most pressing first. */
export async function listOpenEvents(tx: Tx, actor: SignedInActor): Promise<EventRow[]> {
  const seen = sql`array(select id from safety_event where programme_id = ${actor.programmeId})`;
  const rows = await eventsOf(tx)
    .select(standingId('safetyEvent.personId').as('personId'))
    .where('programmeId', '=', actor.programmeId)
    .where('id', 'in', sql<string>`(select safety_open_events(${seen}))`)
    .execute();
  return rows.map(eventOf);
}

/** The events of some people, as far as the actor sees them. */
export async function listEventsAbout(
  tx: Tx,
  actor: SignedInActor,
  people: readonly string[],
): Promise<EventRow[]> {
  const rows = await eventsOf(tx)
    .select(standingId('safetyEvent.personId').as('personId'))
    .where('personId', '=', recordsOf(people))
    .where('programmeId', '=', actor.programmeId)
    .execute();
  return rows.map(eventOf);
}

/** Everything that was written about some events, with what is sealed, as the server heard it. */
export async function listEntries(tx: Tx, eventIds: readonly string[]): Promise<ByEvent<EntryRow>> {
  if (eventIds.length === 0) return new Map();
  const rows = await tx
    .selectFrom('safetyEntry')
    .select(['id', 'eventId', 'kind', 'value', 'sealed', 'recordedBy', 'doneAt', 'recordedAt'])
    .select('sequence')
    .where('eventId', 'in', [...eventIds])
    .orderBy('sequence')
    .execute();
  return byEvent(rows);
}

/** The same without what is sealed: enough for who has an event, and all that the program itself may read. */
export async function listBareEntries(
  tx: Tx,
  eventIds: readonly string[],
): Promise<ByEvent<EntryRow>> {
  if (eventIds.length === 0) return new Map();
  const rows = await tx
    .selectFrom('safetyEntry')
    .select(['id', 'eventId', 'kind', 'value', 'recordedBy', 'doneAt', 'recordedAt', 'sequence'])
    .where('eventId', 'in', [...eventIds])
    .orderBy('sequence')
    .execute();
  return byEvent(rows.map((row) => ({ ...row, sealed: null })));
}

/** Makes whoever writes about the same event wait, so that what is checked is what is written. */
export async function lockEvent(tx: Tx, eventId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended('safety ' || ${eventId}, 0))`.execute(tx);
}

/** Keeps what was raised, once: of one assessment and kind there is one event. @returns whether it is new. */
export async function insertEvent(
  tx: Tx,
  actor: SignedInActor,
  event: Omit<RaisedEvent, 'countsFrom' | 'raisedBy'>,
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('safetyEvent')
    .values({ ...event, programmeId: actor.programmeId, raisedBy: actor.accountId })
    .onConflict((conflict) => conflict.columns(['assessmentId', 'kind']).doNothing())
    .executeTakeFirst();
  return (numInsertedOrUpdatedRows ?? 0n) > 0n;
}

export async function insertEntry(
  tx: Tx,
  actor: SignedInActor,
  row: Omit<EntryRow, 'recordedBy' | 'value' | 'sequence'> & {
    readonly value: object;
    readonly sealedFor: string | null;
  },
): Promise<void> {
  await tx
    .insertInto('safetyEntry')
    .values({
      ...row,
      value: JSON.stringify(row.value),
      forAccount: 'to' in row.value ? String(row.value.to) : null,
      programmeId: actor.programmeId,
      recordedBy: actor.accountId,
    })
    .execute();
}

/** Who could have events that the actor sees, by event, from near to far. */
export async function listChains(
  tx: Tx,
  eventIds: readonly string[],
  now: string,
): Promise<ByEvent<ChainRow>> {
  // On most days there is none, and the database would lay all colleagues side by side to find that out.
  if (eventIds.length === 0) return new Map();
  const { rows } = await sql<ChainRow>`
    select event_id, level, account_id, display_name
    from safety_chains(${[...eventIds]}::uuid[], ${now}::timestamptz)
    order by event_id, level, place, display_name, account_id`.execute(tx);
  return byEvent(rows);
}

/** Asks one account about an event that the actor sees. @returns false where she was asked before. */
export async function askForSafety(tx: Tx, asking: Asking): Promise<boolean> {
  const { id, eventId, accountId, level, now } = asking;
  const { rows } = await sql<{ asked: boolean }>`
    select ask_for_safety(${id}::uuid, ${eventId}::uuid, ${accountId}::uuid, ${level}, ${now}::timestamptz) as asked`.execute(
    tx,
  );
  return rows[0]?.asked === true;
}

export interface Asking {
  readonly id: string;
  readonly eventId: string;
  readonly accountId: string;
  readonly level: number;
  readonly now: string;
}

export interface SealedIdentityRow {
  readonly eventId: string;
  readonly recordId: string;
  readonly keyVersion: number;
  readonly wrapped: Buffer;
  readonly version: number;
  readonly sealed: Buffer;
}

/** Who events that the actor may look at are about, by event: every record of hers, the one that stands first. */
export async function listSafetyIdentities(
  tx: Tx,
  eventIds: readonly string[],
): Promise<ByEvent<SealedIdentityRow>> {
  const { rows } = await sql<SealedIdentityRow>`
    select event_id, record_id, key_version, wrapped, version, sealed
    from safety_identities(${[...eventIds]}::uuid[])`.execute(tx);
  return byEvent(rows);
}

/** The names of those who wrote about events that the actor may look at, or were asked, by event. */
export async function listSafetyColleagues(
  tx: Tx,
  eventIds: readonly string[],
): Promise<ByEvent<{ eventId: string; accountId: string; displayName: string }>> {
  const { rows } = await sql<{ eventId: string; accountId: string; displayName: string }>`
    select event_id, account_id, display_name
    from safety_colleagues(${[...eventIds]}::uuid[])`.execute(tx);
  return byEvent(rows);
}

/** Where whoever each event is about is looked after; null where nobody knows. */
export async function listSafetyRegions(
  tx: Tx,
  eventIds: readonly string[],
): Promise<ReadonlyMap<string, string | null>> {
  const { rows } = await sql<{ eventId: string; region: string | null }>`
    select event_id, region_code as region from safety_regions(${[...eventIds]}::uuid[])`.execute(
    tx,
  );
  return new Map(rows.map(({ eventId, region }) => [eventId, region]));
}

/** Of these people, those whose pages the actor may open: within reach, or in an emergency. */
export async function listOpenToSee(
  tx: Tx,
  people: readonly string[],
): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ id: string }>`
    select who as id from unnest(${[...people]}::uuid[]) as who 
    where who = any (array(select people_in_reach() union all select people_in_emergency()))`.execute(
    tx,
  );
  return new Set(rows.map(({ id }) => id));
}

/** What the programme set last, or the usual, as version 0, where it set nothing. */
export async function findSafetyClock(
  tx: Tx,
  programmeId: string,
): Promise<{ version: number; clock: SafetyClock }> {
  const clocks = await listSafetyClocks(tx, [programmeId]);
  return clocks.get(programmeId) ?? { version: 0, clock: USUAL_SAFETY_CLOCK };
}

/** What each of these programmes set last; nothing of one that set nothing. */
export async function listSafetyClocks(
  tx: Tx,
  programmeIds: readonly string[],
): Promise<ReadonlyMap<string, { version: number; clock: SafetyClock }>> {
  if (programmeIds.length === 0) return new Map();
  const rows = await tx
    .selectFrom('safetyClock')
    .distinctOn('programmeId')
    .select(['programmeId', 'version', 'clock'])
    .where('programmeId', 'in', [...programmeIds])
    .orderBy('programmeId')
    .orderBy('version', 'desc')
    .execute();
  return new Map(
    rows.map(({ programmeId, version, clock }) => [
      programmeId,
      { version, clock: z.parse(SafetyClock, clock) },
    ]),
  );
}

export interface UnansweredRow {
  readonly eventId: string;
  readonly region: string | null;
  readonly urgency: SafetyUrgency;
  readonly dueAt: string;
  readonly asked: string[];
  readonly isAsked: boolean;
}

/** What is nobody's, for who puts colleagues on call: nothing of whom it is about. */
export async function listUnanswered(tx: Tx, now: string): Promise<UnansweredRow[]> {
  const { rows } = await sql<UnansweredRow>`
    select event_id, region_code as region, urgency, due_at, asked, is_asked
    from safety_unanswered(${now}::timestamptz)`.execute(tx);
  return rows;
}

/** What the job has to look at, with the programme of each. */
export async function listToLookAt(
  tx: Tx,
  now: string,
): Promise<(EventRow & { readonly programmeId: string })[]> {
  const rows = await eventsOf(tx)
    .select('programmeId')
    .where('id', 'in', sql<string>`(select safety_to_look_at(${now}::timestamptz))`)
    .execute();
  return rows.map(({ programmeId, ...row }) => ({ ...eventOf(row), programmeId }));
}

/** The chains of any events, by event, for the job. */
export async function listChainsOf(
  tx: Tx,
  eventIds: readonly string[],
  now: string,
): Promise<ByEvent<ChainRow>> {
  // On most days there is none, and the database would lay all colleagues side by side to find that out.
  if (eventIds.length === 0) return new Map();
  const { rows } = await sql<ChainRow>`
    select event_id, level, account_id, display_name
    from safety_chains_of(${[...eventIds]}::uuid[], ${now}::timestamptz)
    order by event_id, level, place, display_name, account_id`.execute(tx);
  return byEvent(rows);
}

/** Asks one account, for the job. @returns false where she was asked before, by whichever process. */
export async function askOfChain(tx: Tx, asking: Asking): Promise<boolean> {
  const { id, eventId, accountId, level, now } = asking;
  const { rows } = await sql<{ asked: boolean }>`
    select ask_of_chain(${id}::uuid, ${eventId}::uuid, ${accountId}::uuid, ${level}, ${now}::timestamptz) as asked`.execute(
    tx,
  );
  return rows[0]?.asked === true;
}
