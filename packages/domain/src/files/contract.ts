import * as z from 'zod/mini';
import { type Contract, endpoint, FileAnswer, Id, Nothing } from '../contract.ts';
import {
  Attachment,
  MEDIA_TYPES,
  MOST_PIECES,
  PAPERS,
  PIECE_BYTES,
  WITHDRAWAL_REASONS,
} from './attachment.ts';

const Place = z.int().check(z.minimum(0), z.maximum(MOST_PIECES - 1));
const LETTERS = Math.ceil(PIECE_BYTES / 3) * 4;

export const filesContract = {
  /**
   * A piece of an attachment on its way; it lies sealed until `keepAttachment` or for a day. A place that is there already stays as it
   * is. Refused as the attachment itself would be.
   */
  sendPiece: endpoint({
    kind: 'write',
    method: 'POST',
    path: '/api/families/:familyId/attachments/:attachmentId/pieces',
    permission: 'case.write',
    input: z.object({
      id: Id,
      familyId: Id,
      attachmentId: Id,
      personId: z.nullable(Id),
      place: Place,
      /** Base64. */
      content: z
        .string()
        .check(z.minLength(4), z.maxLength(LETTERS), z.regex(/^[A-Za-z0-9+/]+={0,2}$/)),
    }),
    output: Nothing,
    audit: 'none',
    maxBytes: LETTERS + 4096,
  }),

  /**
   * Puts the pieces together, looks at what they are, whatever they were called, and keeps it sealed under the key of whom it is
   * about. @throws `attachment-incomplete` while a piece is missing, `attachment-kind-refused`, `attachment-active`,
   * `attachment-damaged`, `attachment-too-large`, `attachments-full`, `case-consent-missing`, `case-not-open`
   */
  keepAttachment: endpoint({
    kind: 'write',
    method: 'POST',
    path: '/api/families/:familyId/attachments',
    permission: 'case.write',
    input: z.object({
      id: Id,
      familyId: Id,
      attachmentId: Id,
      personId: z.nullable(Id),
      subjectId: z.nullable(Id),
      paper: z.enum(PAPERS),
      pieces: z.int().check(z.minimum(1), z.maximum(MOST_PIECES)),
    }),
    output: z.object({ mediaType: z.enum(MEDIA_TYPES), bytes: z.int() }),
    audit: 'write',
  }),

  /** What is attached to a family's case, the newest first, also what was taken back. No content. */
  listAttachments: endpoint({
    kind: 'read',
    method: 'GET',
    path: '/api/families/:familyId/attachments',
    permission: 'case.read',
    input: z.object({ familyId: Id }),
    output: z.object({ attachments: z.array(Attachment) }),
    audit: 'read',
  }),

  /** The content. Sent as a file, never as a page. @throws `not-found` also when it was taken back */
  getAttachment: endpoint({
    kind: 'read',
    method: 'GET',
    path: '/api/attachments/:attachmentId',
    permission: 'case.read',
    input: z.object({ attachmentId: Id }),
    output: FileAnswer,
    audit: 'read',
    isFile: true,
  }),

  /** Takes an attachment back: its content is destroyed at once, the row with the reason stays. */
  withdrawAttachment: endpoint({
    kind: 'write',
    method: 'POST',
    path: '/api/attachments/:attachmentId/withdrawal',
    permission: 'case.write',
    input: z.object({ id: Id, attachmentId: Id, reason: z.enum(WITHDRAWAL_REASONS) }),
    output: Nothing,
    audit: 'write',
  }),
} as const satisfies Contract;
