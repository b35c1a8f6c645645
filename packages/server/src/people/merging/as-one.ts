import type { StandIns } from '@tirek/domain/people/merging';
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
