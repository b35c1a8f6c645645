import type { SignedInActor } from '@tirek/domain/access';
import type { CaseKind } from '@tirek/domain/cases';
import { type LifeDate, RecordedFact } from '@tirek/domain/people/family-graph';
import { sql } from 'kysely';
import type { Tx } from '../db/database.ts';
import { recordsOf, standingId } from '../people/index.ts';

/** An entry as it lies in the database, with what is sealed of it. */
export interface EntryRow {
  readonly id: string;
  readonly familyId: string;
  readonly kind: CaseKind;
  readonly subjectId: string;
  readonly version: number;
  readonly state: string;
  readonly personId: string | null;
  readonly value: unknown;
  readonly sealed: Buffer | null;
  readonly sealedFor: string | null;
  readonly recordedBy: string;
  readonly recordedAt: string;
  readonly recordedOn: string;
}

/** Everything that was written into the cases of some families, as far as they are within reach; the oldest first. */
export async function listEntries(
  tx: Tx,
  actor: SignedInActor,
  familyIds: readonly string[],
): Promise<EntryRow[]> {
  if (familyIds.length === 0) return [];
  const rows = await tx
    .selectFrom('caseEntry')
    .select([
      'id',
      'familyId',
      'kind',
      'subjectId',
      'version',
      'state',
      standingId('caseEntry.personId').as('personId'),
      'value',
      'sealed',
      'sealedFor',
      'recordedBy',
      'recordedAt',
      'recordedOn',
    ])
    .where('familyId', 'in', [...familyIds])
    .where('programmeId', '=', actor.programmeId)
    .orderBy('recordedAt')
    .orderBy('id')
    .execute();
  return rows as EntryRow[];
}

export async function insertEntry(
  tx: Tx,
  actor: SignedInActor,
  row: Omit<EntryRow, 'recordedBy' | 'value'> & { readonly value: object },
): Promise<void> {
  await tx
    .insertInto('caseEntry')
    .values({
      ...row,
      value: JSON.stringify(row.value),
      programmeId: actor.programmeId,
      recordedBy: actor.accountId,
    })
    .execute();
}

/** Makes whoever writes into the same case wait, so that what is checked is what is written. */
export async function lockCase(tx: Tx, familyId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended('case ' || ${familyId}, 0))`.execute(tx);
}

/** Which of these people agreed to a record being kept, on a day. */
export async function listAgreed(
  tx: Tx,
  { people, on }: { people: readonly string[]; on: string },
): Promise<string[]> {
  const { rows } = await sql<{ person: string }>`
    select person from unnest(${[...people]}::uuid[]) as person
    where consent_allows(person, 'service', null, ${on}::date)`.execute(tx);
  return rows.map(({ person }) => person);
}

/** When people who are in prison are expected to be released, as far as a day was named. */
export async function findExpectedReleases(
  tx: Tx,
  people: readonly string[],
): Promise<ReadonlyMap<string, LifeDate>> {
  const { rows } = await sql<{ personId: string; value: unknown }>`
    select distinct on (${standingId('family_fact.subject_id')}) ${standingId('family_fact.subject_id')} as "personId", value
    from family_fact where fact = 'life' and subject_id = ${recordsOf(people)}
    order by ${standingId('family_fact.subject_id')}, subject_id <> ${standingId('family_fact.subject_id')}, version desc`.execute(
    tx,
  );
  return new Map(
    rows.flatMap(({ personId, value }) => {
      const told = value === null ? null : RecordedFact.parse({ fact: 'life', value });
      if (told?.fact !== 'life' || told.value.life.state !== 'imprisoned') return [];
      const { expectedRelease } = told.value.life;
      return expectedRelease ? [[personId, expectedRelease] as const] : [];
    }),
  );
}

/** The names of those who wrote in a case within reach, by account. */
export async function findAuthors(tx: Tx, familyId: string): Promise<Record<string, string>> {
  const { rows } = await sql<{ accountId: string; name: string }>`
    select account_id, display_name as name from case_authors(${familyId})`.execute(tx);
  return Object.fromEntries(rows.map(({ accountId, name }) => [accountId, name]));
}

/** Whether the actor may decide what waits in a case. */
export async function mayDecide(
  tx: Tx,
  { familyId, kind }: { familyId: string; kind: 'case' | 'plan' },
): Promise<boolean> {
  const { rows } = await sql<{ may: boolean }>`
    select may_decide_case(${familyId}, ${kind}) as may`.execute(tx);
  return rows[0]?.may ?? false;
}
