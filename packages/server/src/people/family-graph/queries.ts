import type { SignedInActor } from '@tirek/domain/access';
import type { FactKind } from '@tirek/domain/people/family-graph';
import { sql } from 'kysely';
import type { Tx } from '../../db/database.ts';
import { recordsOf } from '../merging/queries.ts';

export interface FactRow {
  readonly fact: FactKind;
  readonly subjectId: string;
  readonly version: number;
  readonly people: string[];
  /** Null where the fact was taken back. */
  readonly value: unknown;
}

/** The newest version of every fact of some families within reach, and of where the lives of these people stand. */
export async function listNewestFacts(
  tx: Tx,
  { families, people }: { families: readonly string[]; people: readonly string[] },
): Promise<(FactRow & { readonly familyId: string })[]> {
  const { rows } = await sql<FactRow & { readonly familyId: string }>`
    select distinct on (fact, subject_id) fact, subject_id as "subjectId", family_id as "familyId", version, people, value
    from family_fact
    where (family_id = any (${[...families]}::uuid[]) and fact <> 'life')
      or (fact = 'life' and subject_id = ${recordsOf(people)})
    order by fact, subject_id, version desc`.execute(tx);
  return rows;
}

/** Every version of every fact about one person, as far as the families it was told in are within reach; the oldest first. */
export async function listFactVersions(
  tx: Tx,
  personId: string,
): Promise<(FactRow & { readonly recordedAt: string })[]> {
  const rows = await tx
    .selectFrom('familyFact')
    .select(['fact', 'subjectId', 'version', 'people', 'value', 'recordedAt'])
    .where(
      sql<boolean>`exists (select from unnest(people) as who where who = ${recordsOf([personId])})`,
    )
    .orderBy('recordedAt')
    .orderBy('version')
    .execute();
  return rows as (FactRow & { readonly recordedAt: string })[];
}

/** Makes whoever writes about the same family wait, so that what is checked is what is written. */
export async function lockFamilyFacts(tx: Tx, familyId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended('family facts ' || ${familyId}, 0))`.execute(
    tx,
  );
}

export async function insertFact(
  tx: Tx,
  actor: SignedInActor,
  row: {
    id: string;
    familyId: string;
    fact: FactKind;
    subjectId: string;
    version: number;
    people: readonly string[];
    value: object | null;
    now: string;
  },
): Promise<void> {
  const { now, people, value, ...rest } = row;
  await tx
    .insertInto('familyFact')
    .values({
      ...rest,
      people: [...people],
      value: value === null ? null : JSON.stringify(value),
      programmeId: actor.programmeId,
      recordedBy: actor.accountId,
      recordedAt: now,
    })
    .execute();
}
