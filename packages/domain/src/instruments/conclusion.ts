import * as z from 'zod/mini';
import { Expression, LinkId } from './form-item.ts';
import { EvidenceByLanguage } from './scale.ts';
import { Source } from './source.ts';
import { Translated } from './translated.ts';

/** What an answer may warn of, and what somebody has to look at by herself, whatever the sums say. */
export const SAFETY_KINDS = [
  'suicide',
  'violence',
  'child-danger',
  'psychosis',
  'cannot-care',
] as const;
export type SafetyKind = (typeof SAFETY_KINDS)[number];

/** `now`: within the hour, and nobody is left alone meanwhile. `today`: within 24 hours. The most urgent first. */
export const SAFETY_URGENCIES = ['now', 'today'] as const;
export type SafetyUrgency = (typeof SAFETY_URGENCIES)[number];

export const Outcome = z.strictObject({
  id: z.string().check(z.regex(/^[a-z][a-z0-9-]{0,63}$/)),
  /** An expression over answers; `true` in the last outcome, which takes what is left. */
  when: Expression,
  label: Translated,
  /** It asks for something to be done. */
  isConcern: z.boolean(),
});

/**
 * What the answers say beyond a sum: the first outcome whose condition holds. Conditions read answers, never scores:
 * a stretch of a score is a band. A change of any condition is a new `version`.
 */
export const ConclusionRule = z.strictObject({
  id: z.string().check(z.regex(/^[a-z][a-z0-9-]{0,31}$/)),
  version: z.string().check(z.minLength(1)),
  title: Translated,
  /** The linkId of a roster: something is concluded in each of its rows. */
  perRow: z.optional(LinkId),
  outcomes: z.array(Outcome).check(z.minLength(2)),
  source: Source,
  evidence: EvidenceByLanguage,
});
export type ConclusionRule = z.infer<typeof ConclusionRule>;

/** An answer that means possible danger to somebody, and how soon a person has to look. */
export const SignalRule = z.strictObject({
  kind: z.enum(SAFETY_KINDS),
  urgency: z.enum(SAFETY_URGENCIES),
  /** An expression over answers; every item it reads is marked `safety`. */
  when: Expression,
  source: Source,
});
export type SignalRule = z.infer<typeof SignalRule>;
