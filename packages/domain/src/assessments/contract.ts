import * as z from 'zod/mini';
import { type Contract, DateOnly, endpoint, Id, Nothing } from '../contract.ts';
import { Assessment, AssessmentInput } from './assessment.ts';
import { Competence } from './competence.ts';
import { ownPhoneContract } from './own-phone/contract.ts';
import { rescreeningContract } from './rescreening/contract.ts';
import { teacherAnswersContract } from './teacher-answers/contract.ts';

export const assessmentsContract = {
  /** The questionnaires that somebody within reach completed, and what decides whether she may be asked today. */
  listAssessments: endpoint({
    kind: 'read',
    method: 'GET',
    path: '/api/people/:personId/assessments',
    permission: 'assessment.read',
    input: z.object({ personId: Id }),
    output: z.object({
      today: DateOnly,
      /** The days between which she was born; null where nothing is known of it. */
      born: z.nullable(z.object({ from: DateOnly, to: DateOnly })),
      /** A consent to screening stands. */
      hasAgreed: z.boolean(),
      /** A made-up programme: wording that nobody reviewed is asked too, under a watermark. */
      allowDraft: z.boolean(),
      /** Every one, those that were corrected too, the oldest first. */
      assessments: z.array(Assessment),
    }),
    audit: 'read',
  }),

  /**
   * Writes down a completed questionnaire of somebody whose family the asker holds. The scores that the device showed come along:
   * `assessment-scores-differ` where the server's are others.
   */
  recordAssessment: endpoint({
    kind: 'write',
    method: 'POST',
    path: '/api/people/:personId/assessments',
    permission: 'assessment.record',
    input: z.object({ id: Id, personId: Id, assessment: AssessmentInput }),
    output: Nothing,
    audit: 'write',
  }),

  /** Who may administer what: one's own, those of one's team, or for a trainer everybody's. */
  listCompetences: endpoint({
    kind: 'read',
    method: 'GET',
    path: '/api/competences',
    permission: 'competence.read',
    input: Nothing,
    output: z.object({
      today: DateOnly,
      /** The newest version of each. */
      competences: z.array(Competence),
      /** Whose competences the asker sees, by name. */
      people: z.array(z.object({ accountId: Id, name: z.string() })),
    }),
    audit: 'none',
  }),

  /** `basedOn` is the version that was looked at, 0 for none: `changed-meanwhile` when another holds. */
  recordCompetence: endpoint({
    kind: 'write',
    method: 'POST',
    path: '/api/competences',
    permission: 'competence.record',
    input: z
      .object({
        id: Id,
        accountId: Id,
        formCode: z.string().check(z.maxLength(32)),
        basedOn: z.int().check(z.minimum(0)),
        state: z.enum(['held', 'withdrawn']),
        validUntil: z.nullable(DateOnly),
      })
      .check(
        z.refine(({ state, validUntil }) => state === 'held' || validUntil === null, {
          path: ['validUntil'],
        }),
      ),
    output: z.object({ version: z.int() }),
    audit: 'write',
  }),

  ...ownPhoneContract,
  ...rescreeningContract,
  ...teacherAnswersContract,
} as const satisfies Contract;
