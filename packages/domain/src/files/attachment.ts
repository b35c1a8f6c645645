import * as z from 'zod/mini';
import { Id, Instant } from '../contract.ts';

/** What kind of paper an attachment shows. */
export const PAPERS = ['form', 'document', 'letter', 'drawing', 'other'] as const;
export type Paper = (typeof PAPERS)[number];

/** The two things that are kept: a picture without anything hidden in it, and a document that does nothing. */
export const MEDIA_TYPES = ['image/jpeg', 'application/pdf'] as const;
export type MediaType = (typeof MEDIA_TYPES)[number];

/** Why an attachment was taken back. Its content is gone with that. */
export const WITHDRAWAL_REASONS = [
  ...['wrong-family', 'unreadable', 'not-needed', 'person-asks', 'replaced'],
] as const;
export type WithdrawalReason = (typeof WITHDRAWAL_REASONS)[number];

/** A photograph from the page is some hundred kilobytes; a scanned file of twenty pages some megabytes. */
export const MOST_BYTES = 8 * 1024 * 1024;
/** It goes in pieces, so that a broken line costs one of them: at 20 KB a second, eight seconds. */
export const PIECE_BYTES = 160 * 1024;
export const MOST_PIECES = Math.ceil(MOST_BYTES / PIECE_BYTES);
/** So many a family, those taken back not counted. */
export const MOST_OF_A_FAMILY = 200;

export const Attachment = z.object({
  id: Id,
  /** Null: it concerns the family as a whole. */
  personId: z.nullable(Id),
  /** The entry of the case that it belongs to. */
  subjectId: z.nullable(Id),
  paper: z.enum(PAPERS),
  mediaType: z.enum(MEDIA_TYPES),
  bytes: z.int(),
  /** Name of the account. */
  keptBy: z.string(),
  keptAt: Instant,
  /** Null while it stands. */
  withdrawn: z.nullable(z.object({ reason: z.enum(WITHDRAWAL_REASONS), at: Instant })),
  /** False once its content is gone: taken back, or with an erasure. */
  isThere: z.boolean(),
});
export type Attachment = z.infer<typeof Attachment>;
