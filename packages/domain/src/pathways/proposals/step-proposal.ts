import * as z from 'zod/mini';
import { DateOnly, Id, Instant } from '../../contract.ts';
import { FUNCTIONING, Leaf } from '../condition.ts';
import { MISSING_ABOUT } from '../judge-leaf.ts';
import { STEP_REASONS } from '../step-of.ts';
import { Acting, Offer, Step } from '../steps.ts';

const offered = z.array(z.object({ offer: Offer, isHere: z.nullable(z.boolean()) }));
const withinHours = z.nullable(z.int());
const witnesses = z.array(
  z.object({
    not: z.boolean(),
    leaf: Leaf,
    result: z.nullable(
      z.object({
        ...{ assessmentId: Id, takenOn: DateOnly, value: z.number(), bands: z.array(z.string()) },
        ...{ form: z.string(), scale: z.nullable(z.string()) },
      }),
    ),
  }),
);

/** A `StepOutcome` of the pathway, as it is kept and sent. */
export const KeptOutcome = z.object({
  step: z.nullable(Step),
  reason: z.enum(STEP_REASONS),
  rule: z.nullable(z.string()),
  witnesses,
  withinHours,
  offers: offered,
  acts: Acting,
  beside: z.array(
    z.object({ rule: z.string(), withinHours, offers: offered, acts: Acting, witnesses }),
  ),
  missing: z.array(z.object({ about: z.enum(MISSING_ABOUT), form: z.nullable(z.string()) })),
});

/** What the pathway proposed for a person at one moment; it never changes, and a newer one takes its place. */
export const StepProposal = z.object({
  id: Id,
  /** The questionnaire that led to it; null: somebody asked for it. */
  assessmentId: z.nullable(Id),
  /** The version of the pathway; null: the one that ships with the program. */
  versionId: z.nullable(Id),
  outcome: KeptOutcome,
  /** From when its time is counted: the last answer, or when it was asked for. */
  countsFrom: Instant,
  countsOn: DateOnly,
  /** Until when somebody has acted; null: as needed, or whenever she wants it. */
  actBy: z.nullable(Instant),
  madeAt: Instant,
  madeOn: DateOnly,
});
export type StepProposal = z.infer<typeof StepProposal>;

/** Why a colleague decides otherwise than the pathway proposes. */
export const OVERRIDE_REASONS = [
  ...['own-wish', 'knows-more', 'answers-doubtful', 'already-helped', 'not-there', 'not-now'],
  'other',
] as const;
export type OverrideReason = (typeof OVERRIDE_REASONS)[number];

/** What the person herself said of it. */
export const STEP_WISHES = ['wants', 'something-else', 'not-now', 'not-asked'] as const;
export type StepWish = (typeof STEP_WISHES)[number];

const Text = z.string().check(z.trim(), z.maxLength(2000));
/** What is written in words, sealed under the data key of the person: of the decision, and in what words she wished for it. */
export const StepWords = z.object({ said: Text, wish: Text });
export type StepWords = z.infer<typeof StepWords>;

const words = z.nullable(StepWords);
const judged = {
  wish: z.enum(STEP_WISHES),
  /** How daily life goes on, as the colleague judges it; null: not judged now. */
  functioning: z.nullable(z.enum(FUNCTIONING)),
  words,
};
const reason = z.enum(OVERRIDE_REASONS);

/**
 * What a named human says of a proposal. `confirmed` repeats the step that she saw. `declined`: the person takes up nothing of it
 * now, and whatever stood goes on. `asked-again`: somebody else looks at it again. `evaluated`: a specialist saw her on that day.
 */
export const StepDecisionInput = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('confirmed'), step: Step, ...judged }),
  z.object({ kind: z.literal('changed'), step: Step, reason, ...judged }),
  z.object({ kind: z.literal('declined'), reason, ...judged }),
  z.object({ kind: z.literal('asked-again'), words }),
  z.object({ kind: z.literal('evaluated'), evaluatedOn: DateOnly, words }),
]);
export type StepDecisionInput = z.infer<typeof StepDecisionInput>;
export type StepDecisionKind = StepDecisionInput['kind'];

/** A decision as it is kept; decisions are only ever added. */
export const StepDecision = z.intersection(
  z.object({
    id: Id,
    proposalId: Id,
    /** Of the account; its name comes along. */
    decidedBy: Id,
    decidedAt: Instant,
    decidedOn: DateOnly,
  }),
  StepDecisionInput,
);
export type StepDecision = z.infer<typeof StepDecision>;
