import * as z from 'zod/mini';
import { DateOnly, Id, Instant } from '../contract.ts';
import { NEED_CATEGORY_IDS } from './needs.ts';

/**
 * How much attention a family needs now: it sets how soon the next review is. Nothing else follows from it, and it says nothing
 * of what anybody believes.
 */
export const ATTENTIONS = ['usual', 'raised', 'high'] as const;
export const Attention = z.enum(ATTENTIONS);
export type Attention = z.infer<typeof Attention>;

export const SEVERITIES = ['mild', 'marked', 'severe'] as const;
export const NEED_VOICES = ['person', 'relative', 'practitioner', 'school', 'service'] as const;

/** Who answers for a need or an action. `centre` is whichever colleague holds the family, so that a hand-over leaves no orphans. */
export const BODIES = [
  ...['centre', 'family', 'school', 'clinic', 'social-protection', 'housing-office'],
  ...['employment-office', 'justice-office', 'local-authority', 'ngo', 'community'],
] as const;
export const Body = z.enum(BODIES);
export type Body = z.infer<typeof Body>;

export const UNDONE_REASONS = [
  ...['family-declined', 'not-needed', 'not-reached', 'service-refused', 'no-place', 'other'],
] as const;
export const CLOSING_REASONS = [
  ...['goals-reached', 'family-wish', 'moved-away', 'contact-lost', 'other'],
] as const;
export type ClosingReason = (typeof CLOSING_REASONS)[number];
export const SNOOZE_REASONS = [
  ...['family-asked', 'waiting-for-others', 'not-reached', 'colleague-away'],
] as const;
export const PROGRESS = ['better', 'same', 'worse'] as const;
export const NOTE_FORMS = ['contact', 'visit', 'call', 'school-visit', 'prison-visit'] as const;
/** What is written to whom a family is handed over to, beside what is chosen from. */
const HAND_OVER = 'hand-over';
export const NOTE_OUTCOMES = ['met', 'not-met', 'postponed'] as const;

/** What is prepared before somebody comes home from prison; an id is kept for good and never renamed. */
export const PREPARATION_ITEMS = [
  ...['family-wish', 'visits', 'housing', 'children-told', 'safety', 'accompany'],
] as const;
export type PreparationItem = (typeof PREPARATION_ITEMS)[number];
/** Why an item of a preparation is not for this family. */
export const PREPARATION_REASONS = [
  ...['family-declined', 'not-needed', 'lives-elsewhere', 'others-do-it', 'other'],
] as const;
export type PreparationReason = (typeof PREPARATION_REASONS)[number];

export const TASK_KINDS = [
  ...['need-unheld', 'need-due', 'action-due', 'review-due', 'plan-due', 'plan-changed'],
  ...['plan-returned', 'plan-to-approve', 'closing-to-approve'],
  ...['prepare-family-wish', 'prepare-visits', 'prepare-housing', 'prepare-children-told'],
  ...['prepare-safety', 'prepare-accompany', 'release-unknown', 'release-passed'],
  ...['review-moved', 'review-died', 'question-to-answer', 'paper-due', 'learning-due'],
  ...['peer-worried'],
] as const;
export type TaskKind = (typeof TASK_KINDS)[number];

/** What is written in words; sealed under the data key of the person it is about. `body` names the office that answers. */
export const Words = z.object({
  text: z.string().check(z.trim(), z.maxLength(4000)),
  body: z.string().check(z.trim(), z.maxLength(160)),
});
export type Words = z.infer<typeof Words>;

const words = z.nullable(Words);
/** Null: it concerns the family as a whole. */
const personId = z.nullable(Id);

const Opening = z.object({
  kind: z.literal('case'),
  state: z.literal('open'),
  /** Who speaks for the family here. */
  personId: Id,
  value: z.object({ attention: Attention, openedOn: DateOnly }),
  words,
});
const Closing = z.object({
  kind: z.literal('case'),
  state: z.literal('closing'),
  personId: Id,
  value: z.object({ reason: z.enum(CLOSING_REASONS) }),
  words,
});
export const NeedValue = z.object({
  category: z.enum(NEED_CATEGORY_IDS),
  severity: z.enum(SEVERITIES),
  voice: z.enum(NEED_VOICES),
  notedOn: DateOnly,
  /** Null: nobody's yet. */
  held: z.nullable(z.object({ body: Body, dueOn: DateOnly })),
});
const Need = z.object({
  kind: z.literal('need'),
  subjectId: Id,
  state: z.enum(['open', 'met', 'dropped']),
  personId,
  value: NeedValue,
  words,
});
const Goal = z.object({
  kind: z.literal('goal'),
  subjectId: Id,
  state: z.enum(['open', 'reached', 'dropped']),
  personId,
  value: z.object({ needs: z.array(Id).check(z.minLength(1), z.maxLength(20)) }),
  words,
});
const Action = z.object({
  kind: z.literal('action'),
  subjectId: Id,
  state: z.enum(['open', 'done', 'not-done']),
  personId,
  value: z.object({
    goal: Id,
    body: Body,
    dueOn: DateOnly,
    endedOn: z.nullable(DateOnly),
    reason: z.nullable(z.enum(UNDONE_REASONS)),
  }),
  words,
});
const Review = z.object({
  kind: z.literal('review'),
  subjectId: Id,
  state: z.literal('held'),
  personId,
  value: z.object({
    heldOn: DateOnly,
    attention: Attention,
    progress: z.record(z.string(), z.enum(PROGRESS)),
  }),
  words,
});
const Note = z.object({
  kind: z.literal('note'),
  subjectId: Id,
  state: z.literal('written'),
  personId,
  value: z.object({
    form: z.enum([...NOTE_FORMS, HAND_OVER]),
    heldOn: DateOnly,
    outcome: z.enum(NOTE_OUTCOMES),
  }),
  words,
});
const Question = z.object({
  kind: z.literal('question'),
  subjectId: Id,
  state: z.literal('asked'),
  personId: z.null(),
  value: z.object({}),
  words,
});
const Preparation = z.object({
  kind: z.literal('preparation'),
  subjectId: Id,
  /** `not-done`: it is not for this family, with the reason. */
  state: z.enum(['open', 'done', 'not-done']),
  personId: z.null(),
  value: z.object({
    /** Who comes home. */
    of: Id,
    item: z.enum(PREPARATION_ITEMS),
    body: Body,
    endedOn: z.nullable(DateOnly),
    reason: z.nullable(z.enum(PREPARATION_REASONS)),
  }),
  words,
});
const covers = z.record(z.string(), z.int());
const Submission = z.object({
  kind: z.literal('plan'),
  state: z.literal('submitted'),
  personId: z.null(),
  /** Which version of each goal and action was submitted. */
  value: z.object({ covers }),
  words,
});
const Snooze = z.object({
  kind: z.literal('snooze'),
  subjectId: Id,
  state: z.literal('put-off'),
  personId: z.null(),
  value: z.object({
    task: z.enum(TASK_KINDS),
    of: Id,
    /** The due date that was put off: a task with another one is another task. */
    dueOn: DateOnly,
    until: DateOnly,
    reason: z.enum(SNOOZE_REASONS),
  }),
  words: z.null(),
});

/** What a colleague writes into the case of a family she holds. */
export const CaseEntryInput = z.discriminatedUnion('kind', [
  z.discriminatedUnion('state', [Opening, Closing]),
  Need,
  Goal,
  Action,
  Review,
  Note,
  Submission,
  Snooze,
  Preparation,
  Question,
]);
export type CaseEntryInput = z.infer<typeof CaseEntryInput>;

export const DECISIONS = ['closed', 'approved', 'returned', 'answered'] as const;
const CaseDecided = z.object({
  kind: z.literal('case'),
  state: z.enum(['closed', 'returned']),
  personId: Id,
  value: z.object({ reason: z.enum(CLOSING_REASONS) }),
  words,
});
const PlanDecided = z.object({
  kind: z.literal('plan'),
  state: z.enum(['approved', 'returned']),
  personId: z.null(),
  value: z.object({ covers }),
  words,
});
const Answered = z.object({
  kind: z.literal('question'),
  subjectId: Id,
  state: z.literal('answered'),
  personId: z.null(),
  value: z.object({}),
  words,
});
export type CaseDecision =
  | z.infer<typeof CaseDecided>
  | z.infer<typeof PlanDecided>
  | z.infer<typeof Answered>;

/** What every entry has besides what was written. */
const Envelope = z.object({
  id: Id,
  subjectId: Id,
  version: z.int().check(z.minimum(1)),
  /** Of the account; its name comes with the case. */
  recordedBy: Id,
  recordedAt: Instant,
  /** The day in the programme. */
  recordedOn: DateOnly,
});

/** One version of one thing in a family's case, as it is kept. A correction is the next version; nothing is overwritten. */
export const CaseEntry = z.intersection(
  Envelope,
  // Told apart by kind and state: a case has hundreds of entries, and trying every shape on each took longer than all the rest.
  z.discriminatedUnion('kind', [
    z.discriminatedUnion('state', [Opening, Closing, CaseDecided]),
    Need,
    Goal,
    Action,
    Review,
    Note,
    z.discriminatedUnion('state', [Submission, PlanDecided]),
    Snooze,
    Preparation,
    z.discriminatedUnion('state', [Question, Answered]),
  ]),
);
export type CaseEntry = z.infer<typeof CaseEntry>;
export type CaseKind = CaseEntry['kind'];
export type EntryOf<Kind extends CaseKind> = Extract<CaseEntry, { kind: Kind }>;
