import type { SignedInActor } from '@tirek/domain/access';
import { sql } from 'kysely';
import type { Tx } from '../../db/database.ts';

export interface FamilyRow {
  readonly id: string;
  readonly madeAt: string;
  readonly holder: string;
  readonly holderId: string;
  readonly isOwn: boolean;
}

function familiesOf(tx: Tx, actor: SignedInActor) {
  return tx
    .selectFrom('family')
    .innerJoin(
      sql<{ familyId: string; accountId: string; displayName: string }>`(
        select * from family_holders() union select * from emergency_holders())`.as('held'),
      'held.familyId',
      'family.id',
    )
    .select([
      'family.id',
      'family.madeAt',
      'held.displayName as holder',
      'held.accountId as holderId',
      sql<boolean>`held.account_id = ${actor.accountId}`.as('isOwn'),
    ])
    .where('family.programmeId', '=', actor.programmeId);
}

/** The families within reach, the newest first; one that is only open in an emergency is nobody's to list. */
export async function listFamilyRows(tx: Tx, actor: SignedInActor): Promise<FamilyRow[]> {
  return await familiesOf(tx, actor)
    .where(sql<boolean>`family.id in (select families_in_reach())`)
    .orderBy('family.madeAt', 'desc')
    .orderBy('family.id', 'desc')
    .execute();
}

/** Some families, as far as they are within reach or open in an emergency. */
export async function listFamilyRowsById(
  tx: Tx,
  actor: SignedInActor,
  ids: readonly string[],
): Promise<FamilyRow[]> {
  if (ids.length === 0) return [];
  return await familiesOf(tx, actor)
    .where('family.id', 'in', [...ids])
    .execute();
}

/** A new family is held by who made it. */
export async function beginCaseload(
  tx: Tx,
  actor: SignedInActor,
  row: { id: string; familyId: string; region: string | null; now: string },
): Promise<void> {
  await tx
    .insertInto('caseload')
    .values({
      id: row.id,
      programmeId: actor.programmeId,
      familyId: row.familyId,
      accountId: actor.accountId,
      regionCode: row.region,
      fromAt: row.now,
      assignedBy: actor.accountId,
    })
    .execute();
}

/** Gives a family to another practitioner of the team. @returns false when the actor may not, or the other holds it already. */
export async function handOver(
  tx: Tx,
  row: { id: string; familyId: string; accountId: string; now: string },
): Promise<boolean> {
  const { rows } = await sql<{ isDone: boolean }>`
    select hand_over_family(${row.id}, ${row.familyId}, ${row.accountId}, ${row.now}) as is_done`.execute(
    tx,
  );
  return rows[0]?.isDone ?? false;
}

/** The practitioners of the actor's team. */
export async function listTeam(
  tx: Tx,
): Promise<{ accountId: string; name: string; families: number }[]> {
  const { rows } = await sql<{ accountId: string; name: string; families: number }>`
    select account_id, display_name as name, families from team_names()`.execute(tx);
  return rows;
}

/** Families and people of the actor's regions, in whole fives. */
export async function countCaseloads(
  tx: Tx,
): Promise<{ region: string | null; families: number; people: number }[]> {
  const { rows } = await sql<{ region: string | null; families: number; people: number }>`
    select region_code as region, families, people from caseload_counts() order by region_code`.execute(
    tx,
  );
  return rows;
}

/** Who supervises whom in the actor's programme, today. */
export async function listSupervision(tx: Tx, actor: SignedInActor) {
  return await tx
    .selectFrom('supervision')
    .select(['id', 'supervisorId', 'practitionerId', 'fromAt'])
    .where('programmeId', '=', actor.programmeId)
    .where('untilAt', 'is', null)
    .orderBy('fromAt')
    .orderBy('id')
    .execute();
}

export async function insertSupervision(
  tx: Tx,
  actor: SignedInActor,
  row: { id: string; supervisorId: string; practitionerId: string; now: string },
): Promise<void> {
  await tx
    .insertInto('supervision')
    .values({
      id: row.id,
      programmeId: actor.programmeId,
      supervisorId: row.supervisorId,
      practitionerId: row.practitionerId,
      fromAt: row.now,
      assignedBy: actor.accountId,
    })
    .execute();
}

/** @returns the two accounts of the supervision that was ended, or null when there was none. */
export async function endSupervision(
  tx: Tx,
  actor: SignedInActor,
  { id, now }: { id: string; now: string },
): Promise<{ supervisorId: string; practitionerId: string } | null> {
  const row = await tx
    .updateTable('supervision')
    .set({ untilAt: now, endedBy: actor.accountId })
    .where('id', '=', id)
    .where('programmeId', '=', actor.programmeId)
    .where('untilAt', 'is', null)
    .returning(['supervisorId', 'practitionerId'])
    .executeTakeFirst();
  return row ?? null;
}
