import * as z from 'zod/mini';
import { When } from './condition.ts';
import { Acting, Offer, Step } from './steps.ts';

const RuleId = z.string().check(z.regex(/^[a-z][a-z0-9-]{0,39}$/));
const offers = z.array(Offer).check(z.maxLength(8));
/** Hours until somebody has acted; null: as needed, or whenever she wants it. */
const withinHours = z.nullable(z.int().check(z.minimum(1), z.maximum(24 * 90)));

/**
 * One line of a pathway.
 * `step`: the first that holds gives the step.
 * `up`, `down`: one step more or less than the one that stands, at a re-screen.
 * `beside`: offered in parallel, at whatever step.
 */
export const Rule = z.discriminatedUnion('gives', [
  z.strictObject({
    id: RuleId,
    gives: z.literal('step'),
    step: Step,
    when: When,
    withinHours,
    offers: offers.check(z.minLength(1)),
    acts: Acting,
  }),
  z.strictObject({
    id: RuleId,
    gives: z.literal('up'),
    when: When,
    withinHours,
    offers,
    acts: Acting,
  }),
  z.strictObject({ id: RuleId, gives: z.literal('down'), when: When, acts: Acting }),
  z.strictObject({
    id: RuleId,
    gives: z.literal('beside'),
    when: When,
    withinHours,
    offers: offers.check(z.minLength(1)),
    acts: Acting,
  }),
]);
export type Rule = z.infer<typeof Rule>;
export type RuleOf<Gives extends Rule['gives']> = Extract<Rule, { gives: Gives }>;

/** A scale that a pathway reads, which way it points, and the smallest change of it that means something. */
export const ReadScale = z.strictObject({
  form: z.string(),
  scale: z.string(),
  direction: z.enum(['higher-is-better', 'higher-is-worse']),
  /** In points of the score; null: too little is known, and no change of it is told. */
  changePoints: z.nullable(z.number().check(z.positive())),
});
export type ReadScale = z.infer<typeof ReadScale>;

const span = (most: number) =>
  z.strictObject({
    from: z.int().check(z.minimum(1), z.maximum(most)),
    until: z.int().check(z.minimum(1), z.maximum(most)),
  });

/** Stepped care as data: who is offered which step when, by whom and until when. */
export const Pathway = z.strictObject({
  format: z.literal('tirek-pathway-1'),
  reads: z.array(ReadScale).check(z.maxLength(60)),
  /** In the order in which they are asked. */
  rules: z.array(Rule).check(z.minLength(1), z.maxLength(40)),
  /** A result older than so many months tells nothing of today. */
  freshMonths: z.int().check(z.minimum(1), z.maximum(24)),
  /** Whoever is in the clinical range is evaluated within so many days. */
  evaluationDays: z.int().check(z.minimum(1), z.maximum(60)),
  /** When the questions are asked again: weeks after a step was begun, months otherwise. */
  rescreen: z.strictObject({ afterStepWeeks: span(52), otherwiseMonths: span(24) }),
});
export type Pathway = z.infer<typeof Pathway>;
