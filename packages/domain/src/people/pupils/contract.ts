import * as z from 'zod/mini';
import { ConsentReceiver } from '../../consents/index.ts';
import { type Contract, endpoint, Id, Nothing } from '../../contract.ts';
import { Agreement, FamilyAgreement, Pupil, PupilName, SchoolNote } from './pupil.ts';

export const pupilsContract = {
  /** The asker's own list: whom he put on it, with what was agreed. */
  listPupils: endpoint({
    kind: 'read',
    method: 'GET',
    path: '/api/pupils',
    permission: 'pupil.keep',
    input: Nothing,
    output: z.object({ pupils: z.array(Pupil) }),
    audit: 'read',
  }),

  /** Puts a pupil on the asker's list, changes her there, or (`pupil` null) takes her off it, and her name is gone. */
  recordPupil: endpoint({
    kind: 'write',
    method: 'POST',
    path: '/api/pupils/:pupilId',
    permission: 'pupil.keep',
    input: z.object({
      id: Id,
      pupilId: Id,
      basedOn: z.int().check(z.minimum(0)),
      pupil: z.nullable(z.object({ name: PupilName, own: Agreement })),
    }),
    output: z.object({ version: z.int() }),
    audit: 'write',
  }),

  /**
   * Pupils on the lists of school social workers who bear a person's name, and nobody else of those lists; what was agreed to be
   * told at school; and the receivers to whom passing it on was agreed to.
   */
  findPupils: endpoint({
    kind: 'read',
    method: 'GET',
    path: '/api/people/:personId/pupils',
    permission: 'school-note.write',
    input: z.object({ personId: Id }),
    output: z.object({
      note: z.nullable(SchoolNote),
      /** Whether the pupil of the note is still on a list. */
      isListed: z.boolean(),
      found: z.array(z.object({ pupilId: Id, name: PupilName, keeper: z.string() })),
      receivers: z.array(ConsentReceiver),
    }),
    audit: 'read',
  }),

  /**
   * What a family agreed to be told at school about a member whom the school lists anyway. `agreement` null takes it back at
   * school too. `school-consent-missing` where nobody agreed to that receiver.
   */
  recordSchoolNote: endpoint({
    kind: 'write',
    method: 'POST',
    path: '/api/people/:personId/school-note',
    permission: 'school-note.write',
    input: z.object({
      id: Id,
      personId: Id,
      basedOn: z.int().check(z.minimum(0)),
      pupilId: Id,
      receiverId: Id,
      agreement: z.nullable(FamilyAgreement),
    }),
    output: z.object({ version: z.int() }),
    audit: 'write',
  }),
} as const satisfies Contract;
