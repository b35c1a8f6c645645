import * as z from 'zod/mini';
import { DateOnly, Id, Instant } from '../contract.ts';
import { INFORMANTS } from '../instruments/index.ts';
import { LANGUAGES } from '../text/languages.ts';

/** How somebody was asked. `own-phone`: by a link to her own telephone, through `sendPhoneAnswers` alone. */
export const ASSESSMENT_MODES = [
  ...['own-phone', 'handed-device', 'read-aloud', 'telephone', 'paper'],
] as const;
export type AssessmentMode = (typeof ASSESSMENT_MODES)[number];
/** The modes that can be chosen. */
export const OFFERED_MODES = ['read-aloud', 'handed-device', 'telephone', 'paper'] as const;
export type OfferedMode = (typeof OFFERED_MODES)[number];

/** Who answered about the person. */
export const ASSESSMENT_INFORMANTS = [...INFORMANTS, 'other'] as const;
export type AssessmentInformant = (typeof ASSESSMENT_INFORMANTS)[number];

/** Why an entry stands in the place of an earlier one. */
export const CORRECTION_REASONS = [
  ...['typing-error', 'wrong-form', 'wrong-informant', 'wrong-day'],
] as const;
export type CorrectionReason = (typeof CORRECTION_REASONS)[number];

const Language = z.enum(LANGUAGES);
const ScoreBase = {
  scale: z.string().check(z.maxLength(32)),
  version: z.string().check(z.maxLength(32)),
  row: z.optional(z.int()),
  answered: z.int(),
  of: z.int(),
  coding: z.string().check(z.maxLength(64)),
};
/** A `Score` of the engine, as it is kept and sent. */
export const KeptScore = z.discriminatedUnion('kind', [
  z.strictObject({
    ...ScoreBase,
    kind: z.literal('scored'),
    value: z.number(),
    pomp: z.number(),
    bands: z.array(z.string().check(z.maxLength(64))).check(z.maxLength(16)),
  }),
  z.strictObject({ ...ScoreBase, kind: z.literal('incomplete'), needed: z.int() }),
]);
export type KeptScore = z.infer<typeof KeptScore>;

/** A `Conclusion` of the engine, as it is kept. */
export const KeptConclusion = z.strictObject({
  conclusion: z.string(),
  version: z.string(),
  row: z.optional(z.int()),
  outcome: z.nullable(z.string()),
});

/** What was answered, and in which language each answer was given where it was not the language of the whole. */
export const SealedAnswers = z.object({
  answers: z.record(z.string().check(z.maxLength(64)), z.json()),
  languages: z.record(z.string().check(z.maxLength(64)), Language),
});
export type SealedAnswers = z.infer<typeof SealedAnswers>;

/** What a device tells of one completed administration. */
const Taken = {
  formCode: z.string().check(z.maxLength(32)),
  formVersion: z.string().check(z.maxLength(32)),
  mode: z.enum(ASSESSMENT_MODES),
  informant: z.enum(ASSESSMENT_INFORMANTS),
  language: Language,
  /** From paper, typed in a second time and compared. */
  isEnteredTwice: z.boolean(),
  takenOn: DateOnly,
  /** When the last answer was given, by the clock of the device. */
  answeredAt: Instant,
  scores: z.array(KeptScore).check(z.maxLength(200)),
  /** The entry that this one corrects, and why. */
  supersedes: z.nullable(Id),
  because: z.nullable(z.enum(CORRECTION_REASONS)),
};

export const AssessmentInput = z
  .object({
    ...Taken,
    mode: z.enum(OFFERED_MODES),
    ...SealedAnswers.shape,
  })
  .check(
    z.refine(({ supersedes, because }) => (supersedes === null) === (because === null), {
      path: ['because'],
    }),
    z.refine(({ mode, isEnteredTwice }) => mode === 'paper' || !isEnteredTwice, {
      path: ['isEnteredTwice'],
    }),
  );
export type AssessmentInput = z.infer<typeof AssessmentInput>;

/** One completed questionnaire of a person, as it is kept; nothing of it ever changes. */
export const Assessment = z.object({
  id: Id,
  personId: Id,
  ...Taken,
  conclusions: z.array(KeptConclusion),
  /** Null where the key of the record is not at hand. */
  sealed: z.nullable(SealedAnswers),
  recordedBy: z.string(),
  recordedOn: DateOnly,
});
export type Assessment = z.infer<typeof Assessment>;

/** Those that no later entry corrects, the newest first. */
export function standingAssessments<Kept extends Pick<Assessment, 'id' | 'supersedes' | 'takenOn'>>(
  assessments: readonly Kept[],
): Kept[] {
  const corrected = new Set(assessments.map(({ supersedes }) => supersedes));
  return assessments
    .filter(({ id }) => !corrected.has(id))
    .toSorted((a, b) => (a.takenOn < b.takenOn ? 1 : a.takenOn > b.takenOn ? -1 : 0));
}
