import type { SignedInActor } from '@tirek/domain/access';
import {
  Attendance,
  byUrgency,
  foldIncident,
  type IncidentStanding,
  IncidentStep,
  type MonthKept,
  monthsOf,
} from '@tirek/domain/people/school';
import { sql } from 'kysely';
import * as z from 'zod/mini';
import type { Tx } from '../../db/database.ts';

/** One thing that the school wrote down, as it lies in the database. */
export interface EntryRow {
  readonly subjectId: string;
  readonly version: number;
  readonly kind: string;
  readonly value: unknown;
}

/** Everything that the actor wrote of the pupils on his own list. */
export async function listOwnEntries(
  tx: Tx,
  actor: SignedInActor,
): Promise<(EntryRow & { pupilId: string })[]> {
  return await tx
    .selectFrom('pupilEntry')
    .select(['pupilId', 'subjectId', 'version', 'kind', 'value'])
    .where('programmeId', '=', actor.programmeId)
    .execute();
}

/** The incidents among the actor's own that somebody else has closed. */
export async function listOwnClosed(tx: Tx): Promise<Set<string>> {
  const rows = await tx.selectFrom('incidentClosing').select('incidentId').execute();
  return new Set(rows.map(({ incidentId }) => incidentId));
}

export async function hasOwnPupil(tx: Tx, pupilId: string): Promise<boolean> {
  const { rows } = await sql<{ found: boolean }>`
    select exists (select from own_pupils() own where own = ${pupilId}::uuid) as found`.execute(tx);
  return rows[0]?.found ?? false;
}

export async function insertPupilEntry(
  tx: Tx,
  actor: SignedInActor,
  row: EntryRow & { id: string; pupilId: string; now: string; today: string },
): Promise<void> {
  const { now, today, value, ...rest } = row;
  await tx
    .insertInto('pupilEntry')
    .values({
      ...rest,
      value: JSON.stringify(value),
      programmeId: actor.programmeId,
      recordedBy: actor.accountId,
      recordedAt: now,
      recordedOn: today,
    })
    .execute();
}

/** What others wrote of incidents that wait for a second person. */
export async function listToClose(tx: Tx): Promise<EntryRow[]> {
  const { rows } = await sql<EntryRow>`
    select subject_id, version, kind, value from incidents_to_close()`.execute(tx);
  return rows;
}

/** Everything that a school wrote of somebody whom an agreement ever named, for her own copy. */
export async function listSchoolRecordHeld(
  tx: Tx,
  personId: string,
): Promise<(EntryRow & { isClosed: boolean })[]> {
  const { rows } = await sql<EntryRow & { isClosed: boolean }>`
    select subject_id, version, kind, value, is_closed from school_record_held(${personId}::uuid)`.execute(
    tx,
  );
  return rows;
}

export interface PassedRow extends EntryRow {
  readonly personId: string;
  readonly pupilId: string;
  readonly isClosed: boolean;
}

/** What the school wrote of people within reach, as far as it is let through on a day. */
export async function listPassed(tx: Tx, on: string): Promise<PassedRow[]> {
  const { rows } = await sql<PassedRow>`
    select person_id, pupil_id, subject_id, version, kind, value, is_closed from pupil_entries_passed(${on}::date)`.execute(
    tx,
  );
  return rows;
}

/** Which pupil somebody within reach is, where the mother lets anything through on a day. */
export async function findLinkedPupil(
  tx: Tx,
  { personId, on }: { personId: string; on: string },
): Promise<string | null> {
  const { rows } = await sql<{ personId: string; pupilId: string }>`
    select person_id, pupil_id from pupil_links(${on}::date) where cardinality(passes) > 0`.execute(
    tx,
  );
  return rows.find((link) => link.personId === personId)?.pupilId ?? null;
}

export async function mayCloseIncident(
  tx: Tx,
  { incidentId, on }: { incidentId: string; on: string },
): Promise<boolean> {
  const { rows } = await sql<{ may: boolean }>`
    select may_close_incident(${incidentId}::uuid, ${on}::date) as may`.execute(tx);
  return rows[0]?.may ?? false;
}

export async function insertClosing(
  tx: Tx,
  actor: SignedInActor,
  row: { id: string; incidentId: string; now: string; today: string },
): Promise<void> {
  const { now, today, ...rest } = row;
  await tx
    .insertInto('incidentClosing')
    .values({
      ...rest,
      programmeId: actor.programmeId,
      closedBy: actor.accountId,
      closedAt: now,
      closedOn: today,
    })
    .execute();
}

/** Incidents that schools of the actor's regions heard of in a year, in whole fives. */
export async function countIncidents(
  tx: Tx,
  on: string,
): Promise<{ region: string; heard: number; inTime: number; waiting: number }[]> {
  const { rows } = await sql<{ region: string; heard: number; inTime: number; waiting: number }>`
    select region_code as region, heard, in_time, waiting from incident_counts(${on}::date) order by region_code`.execute(
    tx,
  );
  return rows;
}

/** The incidents in some rows, what is wanted first first. */
export function incidentsIn(
  rows: readonly EntryRow[],
  isClosed: (incidentId: string) => boolean,
): IncidentStanding[] {
  const bySubject = Map.groupBy(
    rows.filter(({ kind }) => kind !== 'attendance'),
    ({ subjectId }) => subjectId,
  );
  return [...bySubject]
    .flatMap(([incidentId, own]) => {
      const steps = own.map(({ kind, value, version }) => ({
        ...z.parse(IncidentStep, { kind, value }),
        version,
      }));
      return foldIncident(incidentId, steps, isClosed(incidentId)) ?? [];
    })
    .toSorted(byUrgency);
}

/** The months in some rows, the newest first. */
export const monthsIn = (rows: readonly EntryRow[]): MonthKept[] =>
  monthsOf(
    rows
      .filter(({ kind }) => kind === 'attendance')
      .map(({ version, value }) => ({ version, value: z.parse(Attendance, value) })),
  );
