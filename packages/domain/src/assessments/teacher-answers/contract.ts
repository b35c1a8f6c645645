import * as z from 'zod/mini';
import { type Contract, DateOnly, endpoint, Id, Instant, Nothing } from '../../contract.ts';
import { LANGUAGES } from '../../text/languages.ts';
import { SealedAnswers } from '../assessment.ts';

/** How a teacher answers: with the school's device in her hands, or on paper. */
export const TEACHER_MODES = ['handed-device', 'paper'] as const;

export const TeacherAnswers = z
  .object({
    formCode: z.string().check(z.maxLength(32)),
    formVersion: z.string().check(z.maxLength(32)),
    mode: z.enum(TEACHER_MODES),
    language: z.enum(LANGUAGES),
    isEnteredTwice: z.boolean(),
    takenOn: DateOnly,
    answeredAt: Instant,
    ...SealedAnswers.shape,
  })
  .check(
    // Nobody can look at them again, so that what comes from paper is typed in twice.
    z.refine(({ mode, isEnteredTwice }) => isEnteredTwice === (mode === 'paper'), {
      path: ['isEnteredTwice'],
    }),
  );
export type TeacherAnswers = z.infer<typeof TeacherAnswers>;

const Given = z.object({ id: Id, formCode: z.string(), takenOn: DateOnly });

export const teacherAnswersContract = {
  /** What teachers answered about the pupils on the asker's list: that it was sent, never what. */
  listTeacherAnswers: endpoint({
    kind: 'read',
    method: 'GET',
    path: '/api/teacher-answers',
    permission: 'pupil.keep',
    input: Nothing,
    output: z.object({
      today: DateOnly,
      /** A made-up programme: wording that nobody reviewed is asked too, under a watermark. */
      allowDraft: z.boolean(),
      given: z.array(z.extend(Given, { pupilId: Id })),
    }),
    audit: 'read',
  }),

  /** A teacher's answers about a pupil. No score comes back: the school sees none. */
  recordTeacherAnswers: endpoint({
    kind: 'write',
    method: 'POST',
    path: '/api/pupils/:pupilId/teacher-answers',
    permission: 'pupil.keep',
    input: z.object({ id: Id, pupilId: Id, given: TeacherAnswers }),
    output: Nothing,
    audit: 'write',
  }),

  /** Teachers' answers that wait to be taken into the records of people within reach, as far as the mothers let them through. */
  listTeacherAnswersWaiting: endpoint({
    kind: 'read',
    method: 'GET',
    path: '/api/teacher-answers-waiting',
    permission: 'assessment.record',
    input: Nothing,
    output: z.object({
      waiting: z.array(
        z.extend(Given, {
          personId: Id,
          /** Null where the identity is gone. */
          name: z.nullable(z.string()),
        }),
      ),
    }),
    audit: 'read',
  }),

  /**
   * Takes a teacher's answers into somebody's record, where they stand as an assessment of their own, scored there for the first time.
   * They are gone from where they waited.
   */
  takeTeacherAnswers: endpoint({
    kind: 'write',
    method: 'POST',
    path: '/api/people/:personId/teacher-answers',
    permission: 'assessment.record',
    input: z.object({ id: Id, personId: Id, answersId: Id }),
    output: Nothing,
    audit: 'write',
  }),
} as const satisfies Contract;
