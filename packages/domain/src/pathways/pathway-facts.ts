import * as z from 'zod/mini';
import { NEED_CATEGORY_IDS } from '../cases/index.ts';
import { DateOnly, Id } from '../contract.ts';
import { SAFETY_KINDS, SAFETY_URGENCIES } from '../instruments/index.ts';
import { FUNCTIONING, LIFE_EVENTS } from './condition.ts';
import { Offer, SCOPES, Step } from './steps.ts';

/** One completed questionnaire, as far as a pathway reads it. */
export const AssessmentFacts = z.object({
  id: Id,
  form: z.string(),
  /** Who answered: results of different people are never put together. */
  informant: z.string(),
  takenOn: DateOnly,
  /** Null: too little was answered for a score. */
  scores: z.array(
    z.object({ scale: z.string(), value: z.nullable(z.number()), bands: z.array(z.string()) }),
  ),
  conclusions: z.array(z.object({ conclusion: z.string(), outcome: z.nullable(z.string()) })),
  /** Chosen options by item; null where the answers themselves are not at hand. */
  items: z.nullable(z.record(z.string(), z.string())),
});
export type AssessmentFacts = z.infer<typeof AssessmentFacts>;

/** What is known of one person. Null is `not known`, which is something else than `no`. */
export const PathwayFacts = z.object({
  assessments: z.array(AssessmentFacts),
  /** Signals of safety that stand; null where nobody asked. */
  signals: z.nullable(
    z.array(z.object({ kind: z.enum(SAFETY_KINDS), urgency: z.enum(SAFETY_URGENCIES) })),
  ),
  age: z.nullable(z.int()),
  functioning: z.nullable(z.enum(FUNCTIONING)),
  /** Categories of her open needs and of her family's. */
  needs: z.nullable(z.array(z.enum(NEED_CATEGORY_IDS))),
  events: z.nullable(z.array(z.object({ event: z.enum(LIFE_EVENTS), on: DateOnly }))),
  /** Contacts in a row at which nobody was met. */
  missedContacts: z.nullable(z.int()),
  /** The step that a person decided last; null where none ever stood. */
  standing: z.nullable(
    z.object({
      step: Step,
      since: DateOnly,
      /** Since when she was offered any step at all. */
      careSince: DateOnly,
    }),
  ),
  riskBefore: z.nullable(z.boolean()),
  provider: z.nullable(
    z.object({
      scope: z.enum(SCOPES),
      /** What was found that whoever helps her cannot do, although the scope would let her. */
      without: z.array(Offer),
    }),
  ),
});
export type PathwayFacts = z.infer<typeof PathwayFacts>;

export const NOTHING_KNOWN: PathwayFacts = {
  assessments: [],
  signals: null,
  age: null,
  functioning: null,
  needs: null,
  events: null,
  missedContacts: null,
  standing: null,
  riskBefore: null,
  provider: null,
};
