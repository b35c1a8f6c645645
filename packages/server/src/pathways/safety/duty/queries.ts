import type { SignedInActor } from '@tirek/domain/access';
import {
  type Absence,
  type DutyShift,
  type RegionalContact,
  RegionalContactValue,
  type SafetyClock,
} from '@tirek/domain/pathways/safety';
import { sql } from 'kysely';
import * as z from 'zod/mini';
import type { Tx } from '../../../db/database.ts';

export interface ColleagueRow {
  readonly accountId: string;
  readonly displayName: string;
  readonly region: string | null;
  /** Whether the actor may put her on call, or write down that she is away. */
  readonly isChoice: boolean;
}

export async function listDutyColleagues(tx: Tx): Promise<ColleagueRow[]> {
  const { rows } = await sql<ColleagueRow>`
    select account_id, display_name, region_code as region, is_choice from duty_colleagues()
    order by display_name, account_id`.execute(tx);
  return rows;
}

type Span<T> = Omit<T, 'name'>;

/** Who is on call now or later. */
export async function listShifts(
  tx: Tx,
  actor: SignedInActor,
  now: string,
): Promise<Span<DutyShift>[]> {
  return await tx
    .selectFrom('dutyShift')
    .select(['id', 'regionCode as region', 'accountId', 'fromAt as from', 'untilAt as until'])
    .where('programmeId', '=', actor.programmeId)
    .where('withdrawnAt', 'is', null)
    .where('untilAt', '>', now)
    .orderBy('fromAt')
    .orderBy('id')
    .execute();
}

export async function insertShift(
  tx: Tx,
  actor: SignedInActor,
  { now, ...shift }: Span<DutyShift> & { readonly now: string },
): Promise<void> {
  const { id, region, accountId, from, until } = shift;
  await tx
    .insertInto('dutyShift')
    .values({
      ...{ id, regionCode: region, accountId, fromAt: from, untilAt: until },
      ...{ programmeId: actor.programmeId, plannedBy: actor.accountId, plannedAt: now },
    })
    .execute();
}

/** @returns whether it stood. */
export async function withdrawShift(
  tx: Tx,
  actor: SignedInActor,
  { shiftId, now }: { shiftId: string; now: string },
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('dutyShift')
    .set({ withdrawnBy: actor.accountId, withdrawnAt: now })
    .where('id', '=', shiftId)
    .where('programmeId', '=', actor.programmeId)
    .where('withdrawnAt', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** Who is away now or later, as far as the actor may know. */
export async function listAbsences(
  tx: Tx,
  actor: SignedInActor,
  now: string,
): Promise<Span<Absence>[]> {
  return await tx
    .selectFrom('absence')
    .select(['id', 'accountId', 'fromAt as from', 'untilAt as until'])
    .where('programmeId', '=', actor.programmeId)
    .where('withdrawnAt', 'is', null)
    .where('untilAt', '>', now)
    .orderBy('fromAt')
    .orderBy('id')
    .execute();
}

export async function insertAbsence(
  tx: Tx,
  actor: SignedInActor,
  { now, ...absence }: Span<Absence> & { readonly now: string },
): Promise<void> {
  const { id, accountId, from, until } = absence;
  await tx
    .insertInto('absence')
    .values({
      ...{ id, accountId, fromAt: from, untilAt: until, programmeId: actor.programmeId },
      ...{ plannedBy: actor.accountId, plannedAt: now },
    })
    .execute();
}

/** @returns whether it stood. */
export async function withdrawAbsence(
  tx: Tx,
  actor: SignedInActor,
  { absenceId, now }: { absenceId: string; now: string },
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('absence')
    .set({ withdrawnBy: actor.accountId, withdrawnAt: now })
    .where('id', '=', absenceId)
    .where('programmeId', '=', actor.programmeId)
    .where('withdrawnAt', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** The institutions to call, each in its newest version. */
export async function listRegionalContacts(
  tx: Tx,
  actor: SignedInActor,
): Promise<RegionalContact[]> {
  const { rows } = await sql<{ id: string; version: number; value: unknown }>`
    select distinct on (contact_id) contact_id as id, version, value from regional_contact
    where programme_id = ${actor.programmeId} order by contact_id, version desc`.execute(tx);
  return rows.flatMap(({ id, version, value }) =>
    value === null ? [] : [{ id, version, value: z.parse(RegionalContactValue, value) }],
  );
}

/** The newest version of an institution and where it is; null where there is none. */
export async function findContactVersion(
  tx: Tx,
  actor: SignedInActor,
  contactId: string,
): Promise<{ version: number; region: string | null } | null> {
  const row = await tx
    .selectFrom('regionalContact')
    .select(['version', 'regionCode as region'])
    .where('contactId', '=', contactId)
    .where('programmeId', '=', actor.programmeId)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ?? null;
}

export async function insertContact(
  tx: Tx,
  actor: SignedInActor,
  row: {
    readonly id: string;
    readonly contactId: string;
    readonly version: number;
    readonly regionCode: string | null;
    readonly value: RegionalContactValue | null;
    readonly now: string;
  },
): Promise<void> {
  const { now, value, ...rest } = row;
  await tx
    .insertInto('regionalContact')
    .values({
      ...rest,
      value: value && JSON.stringify(value),
      programmeId: actor.programmeId,
      recordedBy: actor.accountId,
      recordedAt: now,
    })
    .execute();
}

/** Whether the actor looks after the duty of a region; null: of the whole programme. */
export async function managesDuty(tx: Tx, region: string | null): Promise<boolean> {
  const { rows } = await sql<{ may: boolean }>`select manages_duty(${region}) as may`.execute(tx);
  return rows[0]?.may === true;
}

export async function insertSafetyClock(
  tx: Tx,
  actor: SignedInActor,
  { id, version, clock, now }: { id: string; version: number; clock: SafetyClock; now: string },
): Promise<void> {
  await tx
    .insertInto('safetyClock')
    .values({
      ...{ id, version, clock: JSON.stringify(clock), programmeId: actor.programmeId },
      ...{ setBy: actor.accountId, setAt: now },
    })
    .execute();
}
