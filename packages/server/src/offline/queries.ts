import type { SignedInActor } from '@tirek/domain/access';
import type { DeviceStanding } from '@tirek/domain/offline';
import { sql } from 'kysely';
import type { Tx } from '../db/database.ts';
import { standingId } from '../people/index.ts';

export async function insertDevice(
  tx: Tx,
  actor: SignedInActor,
  device: { id: string; secretHash: Buffer; name: string; now: string },
): Promise<void> {
  const { now, ...rest } = device;
  await tx
    .insertInto('offlineDevice')
    .values({
      ...rest,
      programmeId: actor.programmeId,
      accountId: actor.accountId,
      rolesMark: sql<string>`roles_mark(${actor.accountId})`,
      madeAt: now,
    })
    .execute();
}

/** The actor's own devices that still take families along, the newest first. */
export async function listDevices(tx: Tx, actor: SignedInActor) {
  return await tx
    .selectFrom('offlineDevice')
    .select(['id', 'name', 'madeAt', 'lastTakenAt'])
    .where('accountId', '=', actor.accountId)
    .where('endedAt', 'is', null)
    .orderBy('madeAt', 'desc')
    .execute();
}

/** Whether a device of the actor's own may take anything, under her roles of today. */
export async function mayTake(tx: Tx, actor: SignedInActor, deviceId: string): Promise<boolean> {
  const row = await tx
    .selectFrom('offlineDevice')
    .select('id')
    .where('id', '=', deviceId)
    .where('accountId', '=', actor.accountId)
    .where('endedAt', 'is', null)
    .where('rolesMark', '=', sql<string>`roles_mark(${actor.accountId})`)
    .executeTakeFirst();
  return row !== undefined;
}

/** How a device stands that proves itself by its secret alone. */
export async function deviceStanding(
  tx: Tx,
  { deviceId, secretHash }: { deviceId: string; secretHash: Buffer },
): Promise<DeviceStanding> {
  const { rows } = await sql<{ standing: DeviceStanding }>`
    select device_standing(${deviceId}, ${secretHash}) as standing`.execute(tx);
  return rows[0]?.standing ?? 'unknown';
}

/** Keeps when a device took something last. */
export async function keepTaking(
  tx: Tx,
  actor: SignedInActor,
  taking: { deviceId: string; now: string },
): Promise<void> {
  await tx
    .updateTable('offlineDevice')
    .set({ lastTakenAt: taking.now })
    .where('id', '=', taking.deviceId)
    .where('accountId', '=', actor.accountId)
    .execute();
}

/** @returns whether there was such a device. */
export async function endDevice(
  tx: Tx,
  actor: SignedInActor,
  { deviceId, now }: { deviceId: string; now: string },
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('offlineDevice')
    .set({ endedAt: now, endedBy: actor.accountId })
    .where('id', '=', deviceId)
    .where('accountId', '=', actor.accountId)
    .where('endedAt', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

export interface FamilyAlong {
  readonly familyId: string;
  readonly version: string;
  readonly people: string[];
}

/** Those of these families that the actor holds herself, how often each has changed, and who belongs to it today. */
export async function listOwnFamilies(
  tx: Tx,
  actor: SignedInActor,
  ids: readonly string[],
): Promise<FamilyAlong[]> {
  if (ids.length === 0) return [];
  const { rows } = await sql<FamilyAlong>`
    select family.id as "familyId", change.version::text as version,
      array(select ${standingId('member.person_id')} from family_member member
        where member.family_id = family.id and member.until_on is null
        group by 1 order by min(member.added_at), min(member.id::text)) as people
    from family
    join family_holders() held on held.family_id = family.id and held.account_id = ${actor.accountId}
    join family_change change on change.family_id = family.id
    where family.programme_id = ${actor.programmeId} and family.id = any (${[...ids]}::uuid[])
    order by family.id`.execute(tx);
  return rows;
}
