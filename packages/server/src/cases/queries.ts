import type { SignedInActor } from '@tirek/domain/access';
import { type CaseKind, CaseSettings, USUAL_CASE_SETTINGS } from '@tirek/domain/cases';
import { type LifeStatus, RecordedFact } from '@tirek/domain/people/family-graph';
import { sql } from 'kysely';
import * as z from 'zod/mini';
import type { Tx } from '../db/database.ts';
import { listStandIns, recordsOf, standingId } from '../people/index.ts';

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
  const rows = await entriesOf(tx, actor, familyIds).select(['sealed', 'sealedFor']).execute();
  return await followingStandIns(tx, rows as EntryRow[]);
}

/** The same without what is sealed, which is most of it. */
export async function listBareEntries(
  tx: Tx,
  actor: SignedInActor,
  familyIds: readonly string[],
): Promise<EntryRow[]> {
  if (familyIds.length === 0) return [];
  const rows = await entriesOf(tx, actor, familyIds).execute();
  const bare = rows.map((row) => ({ ...row, sealed: null, sealedFor: null }) as EntryRow);
  return await followingStandIns(tx, bare);
}

function entriesOf(tx: Tx, actor: SignedInActor, familyIds: readonly string[]) {
  return tx
    .selectFrom('caseEntry')
    .select(['id', 'familyId', 'kind', 'subjectId', 'version', 'state', 'value'])
    .select(standingId('caseEntry.personId').as('personId'))
    .select(['recordedBy', 'recordedAt', 'recordedOn'])
    .where('familyId', 'in', [...familyIds])
    .where('programmeId', '=', actor.programmeId)
    .orderBy('recordedAt')
    .orderBy('id');
}

/** What is prepared for somebody's return, and what was put off of it, is about whoever stands for that person today. */
async function followingStandIns(tx: Tx, rows: readonly EntryRow[]): Promise<EntryRow[]> {
  const ofWhom = ({ value }: EntryRow) => (value as { of?: string }).of;
  const standIns = await listStandIns(tx, [...new Set(rows.flatMap((row) => ofWhom(row) ?? []))]);
  return rows.map((row) => {
    const standing = standIns.get(ofWhom(row) ?? '');
    return standing ? { ...row, value: { ...(row.value as object), of: standing } } : row;
  });
}

/** What was written about one person, and about a family as a whole under her key, since she speaks for it; the oldest first. */
export async function listEntriesAbout(
  tx: Tx,
  actor: SignedInActor,
  personId: string,
): Promise<EntryRow[]> {
  const families = await tx
    .selectFrom('caseEntry')
    .select('familyId')
    .distinct()
    .where((either) =>
      either.or([
        either('personId', '=', recordsOf([personId])),
        either('sealedFor', '=', recordsOf([personId])),
      ]),
    )
    .execute();
  const entries = await listEntries(
    tx,
    actor,
    families.map(({ familyId }) => familyId),
  );
  return entries.filter((row) => row.personId === personId || row.sealedFor === personId);
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

/** Where the lives of people stand, each as it was written down last. */
export async function listLives(
  tx: Tx,
  people: readonly string[],
): Promise<{ personId: string; life: LifeStatus | null; recordedAt: string }[]> {
  const { rows } = await sql<{ personId: string; value: unknown; recordedAt: string }>`
    select distinct on (${standingId('family_fact.subject_id')}) ${standingId('family_fact.subject_id')} as "personId", value,
      recorded_at as "recordedAt"
    from family_fact where fact = 'life' and subject_id = ${recordsOf(people)}
    order by ${standingId('family_fact.subject_id')}, subject_id <> ${standingId('family_fact.subject_id')}, version desc`.execute(
    tx,
  );
  return rows.map(({ personId, value, recordedAt }) => {
    const told = value === null ? null : RecordedFact.parse({ fact: 'life', value });
    return { personId, life: told?.fact === 'life' ? told.value.life : null, recordedAt };
  });
}

/** When people moved since a day: a first residence is no move. */
export async function listMoves(
  tx: Tx,
  { people, since }: { people: readonly string[]; since: string },
): Promise<{ personId: string; on: string }[]> {
  const { rows } = await sql<{ personId: string; on: string }>`
    select ${standingId('residence.person_id')} as "personId", from_on::text as "on" from residence
    where person_id = ${recordsOf(people)} and from_on >= ${since}::date
      and exists (select from residence earlier
        where earlier.person_id = residence.person_id and earlier.until_on <= residence.from_on and earlier.id <> residence.id)
    order by from_on, person_id`.execute(tx);
  return rows;
}

export interface SettingsVersion {
  readonly version: number;
  readonly settings: CaseSettings;
}

/** What the programme set last, or the usual, as version 0, where it set nothing. */
export async function findCaseSettings(tx: Tx, actor: SignedInActor): Promise<SettingsVersion> {
  const row = await tx
    .selectFrom('caseSettings')
    .select(['version', 'settings'])
    .where('programmeId', '=', actor.programmeId)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row
    ? { version: row.version, settings: z.parse(CaseSettings, row.settings) }
    : { version: 0, settings: USUAL_CASE_SETTINGS };
}

export async function insertCaseSettings(
  tx: Tx,
  actor: SignedInActor,
  { id, version, settings, now }: SettingsVersion & { id: string; now: string },
): Promise<void> {
  await tx
    .insertInto('caseSettings')
    .values({
      id,
      programmeId: actor.programmeId,
      version,
      settings: JSON.stringify(settings),
      setBy: actor.accountId,
      setAt: now,
    })
    .execute();
}

/** The names of those who wrote in cases within reach, by family. */
export async function listAuthors(
  tx: Tx,
  familyIds: readonly string[],
): Promise<{ familyId: string; accountId: string; name: string }[]> {
  const { rows } = await sql<{ familyId: string; accountId: string; name: string }>`
    select family as "familyId", author.account_id as "accountId", author.display_name as name
    from unnest(${[...familyIds]}::uuid[]) as family cross join lateral case_authors(family) as author`.execute(
    tx,
  );
  return rows;
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
