import type { SignedInActor } from '@tirek/domain/access';
import type { MediaType, Paper, WithdrawalReason } from '@tirek/domain/files';
import { sql } from 'kysely';
import type { Tx } from '../db/database.ts';
import { recordsOf, standingId } from '../people/index.ts';

export interface PieceRow {
  readonly attachmentId: string;
  readonly place: number;
  readonly familyId: string;
  readonly personId: string | null;
  readonly sealedFor: string;
  readonly sealed: Buffer;
  readonly sentAt: string;
  readonly sentOn: string;
}

/** Keeps a piece on its way; one that is there already stays as it is. */
export async function insertPiece(tx: Tx, actor: SignedInActor, row: PieceRow): Promise<void> {
  await tx
    .insertInto('attachmentPiece')
    .values({ ...row, programmeId: actor.programmeId, sentBy: actor.accountId })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** The pieces that the actor sent of an attachment of a family, in order. */
export async function listPieces(
  tx: Tx,
  actor: SignedInActor,
  of: { attachmentId: string; familyId: string; sealedFor: string },
): Promise<Array<{ place: number; sealed: Buffer }>> {
  return await tx
    .selectFrom('attachmentPiece')
    .select(['place', 'sealed'])
    .where('attachmentId', '=', of.attachmentId)
    .where('familyId', '=', of.familyId)
    .where('sealedFor', '=', of.sealedFor)
    .where('sentBy', '=', actor.accountId)
    .orderBy('place')
    .execute();
}

export async function dropPieces(
  tx: Tx,
  actor: SignedInActor,
  attachmentId: string,
): Promise<void> {
  await tx
    .deleteFrom('attachmentPiece')
    .where('attachmentId', '=', attachmentId)
    .where('sentBy', '=', actor.accountId)
    .execute();
}

/** Forgets what was never put together. Of all programmes: a job's. */
export async function dropPiecesBefore(tx: Tx, instant: string): Promise<void> {
  await tx.deleteFrom('attachmentPiece').where('sentAt', '<', instant).execute();
}

export interface AttachmentRow {
  readonly id: string;
  readonly familyId: string;
  readonly subjectId: string | null;
  readonly personId: string | null;
  readonly sealedFor: string;
  readonly paper: Paper;
  readonly mediaType: MediaType;
  readonly bytes: number;
  readonly keptAt: string;
  readonly keptOn: string;
}

export async function insertAttachment(
  tx: Tx,
  actor: SignedInActor,
  { sealed, ...row }: AttachmentRow & { readonly sealed: Buffer },
): Promise<void> {
  await tx
    .insertInto('attachment')
    .values({ ...row, programmeId: actor.programmeId, keptBy: actor.accountId })
    .execute();
  await tx.insertInto('attachmentContent').values({ attachmentId: row.id, sealed }).execute();
}

export interface KnownAttachment {
  readonly id: string;
  readonly personId: string | null;
  readonly subjectId: string | null;
  readonly paper: Paper;
  readonly mediaType: MediaType;
  readonly bytes: number;
  readonly keptBy: string;
  readonly keptAt: string;
  readonly reason: WithdrawalReason | null;
  readonly withdrawnAt: string | null;
  readonly isThere: boolean;
}

/** What is attached to the case of a family within reach, the newest first; `keptBy` is a name. */
export async function listAttachments(
  tx: Tx,
  actor: SignedInActor,
  familyId: string,
): Promise<KnownAttachment[]> {
  const { rows } = await sql<KnownAttachment>`
    select kept.id, ${standingId('kept.person_id')} as person_id, kept.subject_id, kept.paper, kept.media_type, kept.bytes,
      author.display_name as kept_by, kept.kept_at, gone.reason, gone.withdrawn_at,
      exists (select from attachment_content content where content.attachment_id = kept.id) as is_there
    from attachment kept
    join attachment_authors(${familyId}) author on author.account_id = kept.kept_by
    left join attachment_withdrawal gone on gone.attachment_id = kept.id
    where kept.family_id = ${familyId} and kept.programme_id = ${actor.programmeId}
    order by kept.kept_at desc, kept.id desc`.execute(tx);
  return rows;
}

/** What is attached about somebody, under any record of hers, or under her key about her family; the newest first. */
export async function listAttachmentsAbout(
  tx: Tx,
  actor: SignedInActor,
  personId: string,
): Promise<Pick<KnownAttachment, 'id' | 'paper' | 'mediaType' | 'keptAt' | 'isThere'>[]> {
  const { rows } = await sql<
    Pick<KnownAttachment, 'id' | 'paper' | 'mediaType' | 'keptAt' | 'isThere'>
  >`
    select kept.id, kept.paper, kept.media_type, kept.kept_at,
      exists (select from attachment_content content where content.attachment_id = kept.id) as is_there
    from attachment kept
    where (kept.person_id = ${recordsOf([personId])}
        or (kept.person_id is null and kept.sealed_for = ${recordsOf([personId])}))
      and kept.programme_id = ${actor.programmeId}
    order by kept.kept_at desc, kept.id desc`.execute(tx);
  return rows;
}

export async function countAttachments(tx: Tx, familyId: string): Promise<number> {
  const { rows } = await sql<{ attached: number }>`
    select count(*)::integer as attached from attachment kept
    where kept.family_id = ${familyId}
      and not exists (select from attachment_withdrawal gone where gone.attachment_id = kept.id)`.execute(
    tx,
  );
  return rows[0]?.attached ?? 0;
}

export interface SealedAttachment {
  readonly id: string;
  readonly familyId: string;
  readonly personId: string | null;
  readonly sealedFor: string;
  readonly mediaType: MediaType;
  /** Null once it is gone. */
  readonly sealed: Buffer | null;
}

/** An attachment within reach, with or without its content, or null. */
export async function findAttachment(
  tx: Tx,
  actor: SignedInActor,
  id: string,
): Promise<SealedAttachment | null> {
  const row = await tx
    .selectFrom('attachment')
    .leftJoin('attachmentContent', 'attachmentContent.attachmentId', 'attachment.id')
    .select([
      'attachment.id',
      'attachment.familyId',
      standingId('attachment.personId').as('personId'),
      'attachment.sealedFor',
      'attachment.mediaType',
      'attachmentContent.sealed',
    ])
    .where('attachment.id', '=', id)
    .where('attachment.programmeId', '=', actor.programmeId)
    .executeTakeFirst();
  return (row as SealedAttachment | undefined) ?? null;
}

export async function insertWithdrawal(
  tx: Tx,
  actor: SignedInActor,
  row: { attachmentId: string; reason: WithdrawalReason; now: string },
): Promise<void> {
  await tx
    .insertInto('attachmentWithdrawal')
    .values({
      attachmentId: row.attachmentId,
      programmeId: actor.programmeId,
      reason: row.reason,
      withdrawnBy: actor.accountId,
      withdrawnAt: row.now,
    })
    .execute();
}
