import type { SignedInActor } from '@tirek/domain/access';
import type { EmergencyOpening } from '@tirek/domain/privacy/emergency';
import { sql } from 'kysely';
import type { Tx } from '../../db/database.ts';

/** Opens, by the clock of the database. @returns until when. */
export async function insertOpening(
  tx: Tx,
  actor: SignedInActor,
  opening: {
    readonly id: string;
    readonly personId: string;
    readonly searchId: string;
    readonly reason: string;
    readonly words: Buffer;
    readonly askedAt: string;
  },
): Promise<string> {
  await tx
    .insertInto('emergencyOpening')
    .values({ ...opening, programmeId: actor.programmeId, accountId: actor.accountId })
    .execute();
  const { untilAt } = await tx
    .selectFrom('emergencyOpening')
    .select('untilAt')
    .where('id', '=', opening.id)
    .executeTakeFirstOrThrow();
  return untilAt;
}

/** Whether the actor reaches somebody already, by her work or by an opening that still stands. */
export async function isOpenAlready(tx: Tx, personId: string): Promise<boolean> {
  const { rows } = await sql<{ is: boolean }>`
    select ${personId}::uuid = any (array(select people_in_reach() union all select people_in_emergency())) as is`.execute(
    tx,
  );
  return rows[0]?.is ?? false;
}

/** Openings of the actor that still stand, with the families they open. */
export async function listOpen(
  tx: Tx,
  actor: SignedInActor,
): Promise<{ id: string; personId: string; families: string[]; until: string }[]> {
  const { rows } = await sql<{ id: string; personId: string; families: string[]; until: string }>`
    select opening.id, opening.person_id, opening.until_at as until,
      array(select member.family_id from family_member member
        where member.until_on is null and member.person_id in (
          select opening.person_id
          union all select merge.merged_id from standing_merge merge where merge.person_id = opening.person_id)) as families
    from emergency_opening opening
    where opening.account_id = ${actor.accountId} and opening.until_at > clock_timestamp()
    order by opening.until_at`.execute(tx);
  return rows;
}

/** An opening as it lies in the database, with what is sealed of it and of its review. */
export type OpeningRow = Omit<EmergencyOpening, 'words' | 'review' | 'openedBy'> & {
  readonly accountId: string;
  readonly opener: string | null;
  readonly words: Buffer | null;
  readonly verdict: string | null;
  readonly reviewWords: Buffer | null;
  readonly reviewer: string | null;
  readonly reviewedAt: string | null;
};

/** Openings of others that the actor hears of, those without a review first. */
export async function listOpenings(tx: Tx, actor: SignedInActor): Promise<OpeningRow[]> {
  const { rows } = await sql<OpeningRow>`
    select opening.id, opening.person_id, opening.account_id, opening.reason, opening.words, opening.opened_at,
      opening.until_at as until, opening.until_at > clock_timestamp() as is_open,
      emergency_colleague(opening.id, opening.account_id) as opener,
      review.verdict, review.words as review_words, review.reviewed_at,
      emergency_colleague(opening.id, review.reviewed_by) as reviewer
    from emergency_opening opening left join emergency_review review on review.opening_id = opening.id
    where opening.programme_id = ${actor.programmeId} and opening.account_id <> ${actor.accountId}
    order by review.opening_id is not null, opening.opened_at desc
    limit 200`.execute(tx);
  return rows;
}

export async function insertReview(
  tx: Tx,
  actor: SignedInActor,
  review: {
    readonly openingId: string;
    readonly openerId: string;
    readonly verdict: string;
    readonly words: Buffer;
    readonly now: string;
  },
): Promise<void> {
  const { now, ...row } = review;
  await tx
    .insertInto('emergencyReview')
    .values({
      ...row,
      programmeId: actor.programmeId,
      reviewedBy: actor.accountId,
      reviewedAt: now,
    })
    .execute();
}
