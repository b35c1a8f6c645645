import type { SignedInActor } from '@tirek/domain/access';
import type { Agreement, FamilyAgreement, Pupil, SchoolNote } from '@tirek/domain/people/pupils';
import { sql } from 'kysely';
import type { Tx } from '../../db/database.ts';
import { recordsOf } from '../merging/queries.ts';
import type { KeyFor } from '../vault/sealed-identity.ts';
import { openPhone } from './sealed-phone.ts';

export interface OwnPupilRow {
  readonly pupilId: string;
  readonly entryId: string;
  readonly version: number;
  readonly sealed: Buffer;
  readonly ownSupports: Agreement['supports'];
  readonly ownCall: Agreement['call'];
  readonly supports: Agreement['supports'];
  readonly calls: NonNullable<Agreement['call']>[];
  readonly languages: Pupil['languages'];
  readonly health: Pupil['health'];
  readonly isHelped: boolean;
}

/** The actor's own list, with what was agreed as it stands on a day. */
export async function listOwnPupils(tx: Tx, on: string): Promise<OwnPupilRow[]> {
  const { rows } = await sql<OwnPupilRow>`
    select pupil_id, entry_id, version, sealed, own_supports, own_call, supports, calls, languages, health, is_helped
    from pupils_of_actor(${on}::date)`.execute(tx);
  return rows;
}

/** The telephones that families left for the school, sealed, as they stand on a day. */
export async function listOwnPhones(
  tx: Tx,
  on: string,
): Promise<{ pupilId: string; labelId: string; sealed: Buffer }[]> {
  const { rows } = await sql<{ pupilId: string; labelId: string; sealed: Buffer }>`
    select pupil_id, label_id, sealed from phones_of_actor(${on}::date)`.execute(tx);
  return rows;
}

/** Which version of a pupil's line the actor wrote last; null where he wrote none. */
export async function findOwnVersion(
  tx: Tx,
  actor: SignedInActor,
  pupilId: string,
): Promise<{ version: number; state: string } | null> {
  const row = await tx
    .selectFrom('pupil')
    .select(['version', 'state'])
    .where('pupilId', '=', pupilId)
    .where('keptBy', '=', actor.accountId)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ?? null;
}

/** Makes whoever writes about the same pupil, or about the same person's note, wait. */
export async function lockSchool(tx: Tx, id: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended('school ' || ${id}, 0))`.execute(tx);
}

interface Written extends Agreement {
  readonly id: string;
  readonly version: number;
  readonly now: string;
  readonly today: string;
}

export async function insertPupil(
  tx: Tx,
  actor: SignedInActor,
  row: Written & { pupilId: string; sealed: Buffer | null },
): Promise<void> {
  const { now, today, sealed, supports, ...rest } = row;
  await tx
    .insertInto('pupil')
    .values({
      ...rest,
      supports: [...supports],
      state: sealed ? 'listed' : 'ended',
      programmeId: actor.programmeId,
      keptBy: actor.accountId,
      recordedAt: now,
      recordedOn: today,
    })
    .execute();
  if (!sealed) return;
  await tx
    .insertInto('pupilName')
    .values({ entryId: row.id, programmeId: actor.programmeId, sealed })
    .execute();
}

export interface ListedPupilRow {
  readonly pupilId: string;
  readonly entryId: string;
  readonly sealed: Buffer;
  readonly keeper: string;
}

/** Whoever is on a list, for comparing with somebody within the actor's reach. */
export async function listPupilsToCompare(tx: Tx, personId: string): Promise<ListedPupilRow[]> {
  const { rows } = await sql<ListedPupilRow>`
    select pupil_id, entry_id, sealed, keeper from pupils_to_compare(${personId}::uuid)`.execute(
    tx,
  );
  return rows;
}

/** Every version of what was agreed to be told at school about somebody within reach; the newest last. */
export async function listSchoolNotes(
  { tx, actor, keyFor }: { tx: Tx; actor: SignedInActor; keyFor: KeyFor },
  personId: string,
): Promise<SchoolNote[]> {
  const rows = await tx
    .selectFrom('schoolNote')
    .select(['id', 'version', 'state', 'pupilId', 'receiverId', 'supports', 'call', 'recordedOn'])
    .select(['languages', 'health', 'isHelped', 'passes', 'sealedPhone'])
    .where('personId', '=', recordsOf([personId]))
    .where('programmeId', '=', actor.programmeId)
    .orderBy('version')
    .orderBy('recordedAt')
    .execute();
  return rows.map(
    ({ id, supports, call, languages, health, isHelped, passes, sealedPhone, ...row }) => ({
      ...row,
      agreement: {
        ...{ supports, call, languages, health, isHelped, passes },
        phone: sealedPhone && openPhone(sealedPhone, id, keyFor),
      },
    }),
  ) as SchoolNote[];
}

export async function insertSchoolNote(
  tx: Tx,
  actor: SignedInActor,
  row: Omit<FamilyAgreement, 'phone'> &
    Pick<Written, 'id' | 'version' | 'now' | 'today'> & {
      personId: string;
      pupilId: string;
      receiverId: string;
      state: string;
      sealedPhone: Buffer | null;
    },
): Promise<void> {
  const { now, today, ...rest } = row;
  await tx
    .insertInto('schoolNote')
    .values({
      ...rest,
      programmeId: actor.programmeId,
      recordedBy: actor.accountId,
      recordedAt: now,
      recordedOn: today,
    })
    .execute();
}

/** The receivers to whom passing on was agreed to, by name. */
export async function listAgreedReceivers(
  tx: Tx,
  { personId, on }: { personId: string; on: string },
): Promise<{ id: string; name: string }[]> {
  const { rows } = await sql<{ id: string; name: string }>`
    select id, name from consent_receiver
    where consent_allows(${personId}::uuid, 'referral', id, ${on}::date) order by name`.execute(tx);
  return rows;
}
