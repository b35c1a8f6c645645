import type { SignedInActor } from '@tirek/domain/access';
import type { ConsentEntry } from '@tirek/domain/consents';
import { PERSON_RECORDS, type PersonRecord, type StandIns } from '@tirek/domain/people/merging';
import { type RawBuilder, sql } from 'kysely';
import type { Tx } from '../../db/database.ts';

/**
 * Every id under which these people are recorded, to be compared with a column: `where person_id = ${recordsOf([personId])}`.
 * Whatever asks for what hangs on a person asks so; the database lets through what is within reach.
 */
export const recordsOf = (people: readonly string[]): RawBuilder<string> => sql<string>`
  any (array(
    select unnest(${[...people]}::uuid[])
    union all select merge.merged_id from standing_merge merge where merge.person_id = any (${[...people]}::uuid[])))`;

/** The id that stands for the person in a column, named with its table; its own where no other does. */
export const standingId = (column: string): RawBuilder<string> => sql<string>`
  coalesce((
    select standing.id from (select merged_id as record, person_id as id from standing_merge) standing
    where standing.record = ${sql.ref(column)}), ${sql.ref(column)})`;

/** Who stands for whom within reach, of some records. */
export async function listStandIns(tx: Tx, records: readonly string[]): Promise<StandIns> {
  if (records.length === 0) return new Map();
  const { rows } = await sql<{ mergedId: string; personId: string }>`
    select merged_id, person_id from stand_ins(${[...records]}::uuid[])`.execute(tx);
  return new Map(rows.map(({ mergedId, personId }) => [mergedId, personId]));
}

/** The other records of somebody, with the moment since which she stands for them. */
export async function listMergedRecords(
  tx: Tx,
  people: readonly string[],
): Promise<{ mergedId: string; personId: string; mergedAt: string }[]> {
  if (people.length === 0) return [];
  const { rows } = await sql<{ mergedId: string; personId: string; mergedAt: string }>`
    select merged_id, person_id, decided_at as merged_at from standing_merge
    where person_id = any (${[...people]}::uuid[]) order by decided_at, merged_id`.execute(tx);
  return rows;
}

/** Names that two records are one person. @returns what became of it. */
export async function askMerge(
  tx: Tx,
  asked: {
    readonly id: string;
    readonly personId: string;
    readonly otherId: string;
    readonly confirmed: readonly string[];
    readonly now: string;
  },
): Promise<'done' | 'asked' | 'entangled' | 'refused'> {
  const { id, personId, otherId, confirmed, now } = asked;
  const { rows } = await sql<{ became: 'done' | 'asked' | 'entangled' | 'refused' }>`
    select ask_merge(${id}, ${personId}, ${otherId}, ${[...confirmed]}::text[], ${now}) as became`.execute(
    tx,
  );
  return rows[0]?.became ?? 'refused';
}

export async function decideMerge(
  tx: Tx,
  decision: {
    readonly mergeId: string;
    readonly isAgreed: boolean;
    readonly confirmed: readonly string[];
    readonly now: string;
  },
): Promise<'done' | 'entangled' | 'refused'> {
  const { mergeId, isAgreed, confirmed, now } = decision;
  const { rows } = await sql<{ became: 'done' | 'entangled' | 'refused' }>`
    select decide_merge(${mergeId}, ${isAgreed}, ${[...confirmed]}::text[], ${now}) as became`.execute(
    tx,
  );
  return rows[0]?.became ?? 'refused';
}

export async function undoMerge(
  tx: Tx,
  { mergeId, now }: { mergeId: string; now: string },
): Promise<boolean> {
  const { rows } = await sql<{ isDone: boolean }>`
    select undo_merge(${mergeId}, ${now}) as is_done`.execute(tx);
  return rows[0]?.isDone ?? false;
}

export interface MergeRow {
  readonly id: string;
  readonly personId: string;
  readonly mergedId: string;
  readonly isApart: boolean;
  readonly isDecided: boolean;
  readonly isUndone: boolean;
  readonly askedBy: string;
  readonly asker: string;
  readonly at: string;
  readonly mayDecide: boolean;
  readonly mayUndo: boolean;
}

const mergesOf = (tx: Tx, actor: SignedInActor) =>
  tx
    .selectFrom('personMerge')
    .leftJoin('account', 'account.id', 'personMerge.askedBy')
    .select([
      'personMerge.id',
      'personMerge.personId',
      'personMerge.mergedId',
      'personMerge.isApart',
      'personMerge.askedBy',
      'account.displayName as asker',
      sql<boolean>`decision is not null`.as('isDecided'),
      sql<boolean>`undone_at is not null or decision = 'declined'`.as('isUndone'),
      sql<string>`coalesce(decided_at, asked_at)`.as('at'),
      sql<boolean>`may_decide_merge(person_merge.id)`.as('mayDecide'),
      sql<boolean>`may_undo_merge(person_merge.id)`.as('mayUndo'),
    ])
    .where('personMerge.programmeId', '=', actor.programmeId);

/** What waits and what stands within reach, the newest first. */
export async function listMerges(tx: Tx, actor: SignedInActor): Promise<MergeRow[]> {
  const rows = await mergesOf(tx, actor)
    .where('undoneAt', 'is', null)
    .where(sql<boolean>`decision is distinct from 'declined'`)
    .orderBy(sql`decision is not null`)
    .orderBy(sql`coalesce(decided_at, asked_at)`, 'desc')
    .orderBy('personMerge.id')
    .execute();
  return rows as MergeRow[];
}

export async function findMerge(
  tx: Tx,
  actor: SignedInActor,
  id: string,
): Promise<MergeRow | null> {
  const row = await mergesOf(tx, actor).where('personMerge.id', '=', id).executeTakeFirst();
  return (row as MergeRow | undefined) ?? null;
}

/** Whether the two, in whichever order, wait for a decision already. */
export async function isWaiting(
  tx: Tx,
  { personId, otherId }: { personId: string; otherId: string },
): Promise<boolean> {
  const both = [personId, otherId];
  const row = await tx
    .selectFrom('personMerge')
    .select('id')
    .where('personId', 'in', both)
    .where('mergedId', 'in', both)
    .where('decision', 'is', null)
    .executeTakeFirst();
  return row !== undefined;
}

/** Whether a record stands for others. */
export async function standsForOthers(tx: Tx, personId: string): Promise<boolean> {
  const { rows } = await sql`
    select from standing_merge where person_id = ${personId} limit 1`.execute(tx);
  return rows.length > 0;
}

/** What was said about somebody, without anything that is sealed. */
export async function listConsentWords(
  tx: Tx,
  personId: string,
): Promise<(ConsentEntry & { readonly personId: string })[]> {
  const rows = await tx
    .selectFrom('consent')
    .select([
      ...(['id', 'personId', 'purpose', 'receiverId', 'party', 'decision', 'needs'] as const),
      ...(['mode', 'language', 'textVersion', 'givenOn', 'standsUntil', 'recordedAt'] as const),
    ])
    .where('personId', '=', recordsOf([personId]))
    .execute();
  return rows as (ConsentEntry & { personId: string })[];
}

/** Whether a fact that holds binds the two to each other as relatives. */
export async function areKin(tx: Tx, both: readonly [string, string]): Promise<boolean> {
  const { rows } = await sql`
    select from (
      select distinct on (fact, subject_id) fact, value, people from family_fact
      where fact in ('union', 'parentage', 'care') and people @> ${[...both]}::uuid[]
      order by fact, subject_id, version desc) newest
    where value is not null limit 1`.execute(tx);
  return rows.length > 0;
}

/** How many rows of each kind hang on somebody, as far as the actor may see them. */
export async function countHanging(
  tx: Tx,
  personId: string,
): Promise<{ what: PersonRecord; count: number }[]> {
  const counted: { what: PersonRecord; count: number }[] = [];
  for (const what of PERSON_RECORDS) {
    const { rows } = await countOf(what, personId).execute(tx);
    counted.push({ what, count: rows[0]?.count ?? 0 });
  }
  return counted.filter(({ count }) => count > 0);
}

function countOf(what: PersonRecord, personId: string) {
  const [table = '', column = ''] = what.split('.');
  if (what === 'audit_entry.about') {
    return sql<{ count: number }>`
      select count(*)::integer as count from views_of_person(${personId}, null, 500)`;
  }
  return what === 'family_fact.people'
    ? sql<{ count: number }>`
        select count(*)::integer as count from family_fact where people && array(
          select unnest(${[personId]}::uuid[])
          union all select merged_id from standing_merge where person_id = ${personId})`
    : sql<{ count: number }>`
        select count(*)::integer as count from ${sql.table(table)}
        where ${sql.ref(column)} = ${recordsOf([personId])}`;
}
