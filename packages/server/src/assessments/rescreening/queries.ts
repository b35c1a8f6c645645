import type { SignedInActor } from '@tirek/domain/access';
import { type Asked, RescreenSkip } from '@tirek/domain/assessments/rescreening';
import { CaseSettings, USUAL_CASE_SETTINGS } from '@tirek/domain/cases';
import { ConsentAgeTable, USUAL_AGE_TABLE } from '@tirek/domain/consents';
import { DEFAULT_PATHWAY, type DecidedStep, Pathway } from '@tirek/domain/pathways';
import { Circumstance } from '@tirek/domain/people/circumstances';
import { LifeStatus } from '@tirek/domain/people/family-graph';
import { sql } from 'kysely';
import * as z from 'zod/mini';
import type { Tx } from '../../db/database.ts';
import { type openIdentity, recordsOf, standingId } from '../../people/index.ts';

/** What is known of one living member of some families that decides when she is asked again; not who she is. */
export interface RescreenRow {
  readonly personId: string;
  readonly families: readonly string[];
  readonly hasAgreed: boolean;
  /** She agrees to messages. */
  readonly isReachable: boolean;
  readonly agreedOn: string | null;
  readonly asked: readonly Asked[];
  readonly life: LifeStatus | null;
  /** When it was written down that she is no longer in prison. */
  readonly returnedAt: string | null;
  readonly moves: readonly string[];
  readonly schooling: readonly Circumstance[];
  /** What was decided about steps of care, the oldest first. */
  readonly steps: readonly DecidedStep[];
  /** The newest first. */
  readonly skips: readonly RescreenSkip[];
}

/** The living members of some families, as far as these are within reach; of all for a job. */
export async function listRescreenRows(
  tx: Tx,
  { families, today }: { families: readonly string[]; today: string },
): Promise<RescreenRow[]> {
  if (families.length === 0) return [];
  const { rows } = await sql<
    Omit<RescreenRow, 'life' | 'schooling' | 'skips'> & {
      life: unknown;
      schooling: ReadonlyArray<{ version: number; since: string; value: object | null }>;
      skips: readonly unknown[];
    }
  >`
    select person_id as "personId", families, has_agreed as "hasAgreed", is_reachable as "isReachable", agreed_on::text as "agreedOn", asked, life,
      returned_at as "returnedAt", moves::text[] as moves, schooling, steps, skips
    from rescreen_facts(${[...families]}::uuid[], ${today}::date) order by person_id`.execute(tx);
  return rows.map((row) => ({
    ...row,
    life: row.life === null ? null : z.parse(LifeStatus, row.life),
    schooling: row.schooling.map(({ value, ...told }) =>
      z.parse(Circumstance, {
        ...{ ...told, personId: row.personId, section: 'schooling' },
        // The name of the school lies sealed, and no calendar needs it.
        told: value && { section: 'schooling', value: { ...value, school: '' } },
      }),
    ),
    skips: row.skips.map((each) => z.parse(RescreenSkip, each)),
  }));
}

export interface RescreenSettings {
  readonly ages: ConsentAgeTable;
  readonly schoolAge: number;
  readonly pathway: Pathway;
}

/** What the programme set, or the usual. */
export async function findRescreenSettings(tx: Tx): Promise<RescreenSettings> {
  const { rows } = await sql<{
    consents: { ages: unknown } | null;
    cases: unknown;
    pathway: unknown;
  }>`
    select consents, cases, pathway from rescreen_settings()`.execute(tx);
  const [set] = rows;
  return {
    ages: set?.consents ? z.parse(ConsentAgeTable, set.consents.ages) : USUAL_AGE_TABLE,
    schoolAge: (set?.cases ? z.parse(CaseSettings, set.cases) : USUAL_CASE_SETTINGS).schoolAge,
    pathway: set?.pathway ? z.parse(Pathway, set.pathway) : DEFAULT_PATHWAY,
  };
}

/** Families of some people that are within reach or open in an emergency. */
export async function listFamiliesOf(tx: Tx, people: readonly string[]): Promise<string[]> {
  if (people.length === 0) return [];
  const { rows } = await sql<{ id: string }>`
    select distinct family_id as id from family_member
    where person_id = ${recordsOf(people)} and until_on is null
      and family_id in (select families_in_reach() union all select families_in_emergency())`.execute(
    tx,
  );
  return rows.map(({ id }) => id);
}

/** Every word that put a sitting of somebody off, the newest first. */
export async function listRescreenSkips(tx: Tx, personId: string): Promise<RescreenSkip[]> {
  const rows = await tx
    .selectFrom('rescreenSkip')
    .select(['id', 'dueBy', 'untilOn as until', 'reason', 'recordedOn'])
    .select(standingId('rescreen_skip.person_id').as('personId'))
    .where('personId', '=', recordsOf([personId]))
    .orderBy('recordedAt', 'desc')
    .orderBy('id', 'desc')
    .execute();
  return rows.map((row) => z.parse(RescreenSkip, row));
}

/** Makes whoever puts off a sitting of the same person wait. */
export async function lockRescreensOf(tx: Tx, personId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended('rescreens ' || ${personId}, 0))`.execute(
    tx,
  );
}

export async function insertRescreenSkip(
  tx: Tx,
  actor: SignedInActor,
  { now, until, ...row }: RescreenSkip & { readonly now: string },
): Promise<void> {
  await tx
    .insertInto('rescreenSkip')
    .values({
      ...row,
      untilOn: until,
      programmeId: actor.programmeId,
      recordedBy: actor.accountId,
      recordedAt: now,
    })
    .execute();
}

/** Whom the regions of the actor have to ask, and who is overdue, in whole fives. */
export async function countRescreens(
  tx: Tx,
  today: string,
): Promise<{ region: string | null; due: number; overdue: number }[]> {
  const { rows } = await sql<{ region: string | null; due: number; overdue: number }>`
    select region_code as region, due, overdue from rescreen_counts(${today}::date) order by region_code`.execute(
    tx,
  );
  return rows;
}

/** Every programme of the installation. */
export async function listProgrammes(tx: Tx): Promise<string[]> {
  const rows = await tx.selectFrom('programme').select('id').orderBy('id').execute();
  return rows.map(({ id }) => id);
}

/** Families that have changed since they were planned, or were planned a month ago, with the change that is planned from. */
export async function listFamiliesToPlan(
  tx: Tx,
  { today, limit }: { readonly today: string; readonly limit: number },
): Promise<{ familyId: string; version: string }[]> {
  const { rows } = await sql<{ familyId: string; version: string }>`
    select family_id as "familyId", version::text as version
    from families_to_plan(${today}::date, ${limit}::integer)`.execute(tx);
  return rows;
}

/** Who somebody is, sealed, and the record that stands for her. */
export type SealedRecord = Parameters<typeof openIdentity>[0] & { readonly standsFor: string };

/** Who these people are, sealed, each of their records. */
export async function listIdentitiesToPlan(
  tx: Tx,
  people: readonly string[],
): Promise<SealedRecord[]> {
  const { rows } = await sql<SealedRecord>`
    select stands_for as "standsFor", person_id as "personId", version, sealed, key_version as "keyVersion", wrapped
    from identities_to_plan(${[...people]}::uuid[])`.execute(tx);
  return rows;
}

export async function keepRescreenPlan(
  tx: Tx,
  plan: {
    readonly familyId: string;
    readonly version: string;
    readonly today: string;
    readonly rows: ReadonlyArray<{
      readonly personId: string;
      readonly dueFrom: string | null;
      readonly dueBy: string | null;
      readonly isReachable: boolean;
      readonly bornYear: number | null;
    }>;
  },
): Promise<void> {
  const { familyId, version, today, rows } = plan;
  await sql`select keep_rescreen_plan(${familyId}, ${version}::bigint, ${today}::date, ${JSON.stringify(rows)}::jsonb)`.execute(
    tx,
  );
}

/** Who is to be asked within a week, agreed to it and to messages, and was not reminded. */
export async function listToRemind(
  tx: Tx,
  { today, limit }: { readonly today: string; readonly limit: number },
): Promise<{ personId: string; dueBy: string }[]> {
  const { rows } = await sql<{ personId: string; dueBy: string }>`
    select person_id as "personId", due_by::text as "dueBy"
    from rescreens_to_remind(${today}::date, ${limit}::integer)`.execute(tx);
  return rows;
}

/** Keeps that somebody is reminded of a sitting. @returns false where another process was quicker. */
export async function insertRescreenReminder(
  tx: Tx,
  {
    now,
    ...row
  }: { id: string; programmeId: string; personId: string; dueBy: string; now: string },
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('rescreenReminder')
    .values({ ...row, queuedAt: now })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return (numInsertedOrUpdatedRows ?? 0n) > 0n;
}
