import * as z from 'zod/mini';
import { LANGUAGES } from '../text/languages.ts';
import { LinkId, Loinc, OptionId } from './form-item.ts';
import { Source } from './source.ts';
import { Translated } from './translated.ts';

/** Points by option id. */
const Coding = z.record(OptionId, z.number());

/** What is known about how well something works in one language, with where it is written. */
export const Evidence = z.strictObject({
  /** `none-found`: somebody looked and found nothing. `reliability`, `validity`, `cut-off`: what the source supports. */
  grade: z.enum(['none-found', 'reliability', 'validity', 'cut-off']),
  statement: Translated,
  source: Source,
});
export type Evidence = z.infer<typeof Evidence>;

export const EvidenceByLanguage = z.partialRecord(z.enum(LANGUAGES), z.array(Evidence));
export type EvidenceByLanguage = z.infer<typeof EvidenceByLanguage>;

/** Scores from `from` (inclusive) up to `below` (exclusive); the last band has no `below` and takes the maximum. */
export const Band = z.strictObject({
  id: z.string().check(z.regex(/^[a-z][a-z0-9-]{0,63}$/)),
  from: z.number(),
  below: z.optional(z.number()),
  label: Translated,
});
export type Band = z.infer<typeof Band>;

/**
 * `exclusive`: every score lies in exactly one band. `nested`: each band lies inside the one before it,
 * so their counts never add up to the base.
 */
export const BandSet = z.strictObject({
  kind: z.enum(['exclusive', 'nested']),
  bands: z.array(Band).check(z.minLength(1)),
  /** What these cut-offs are for: a cut-off that is good for one purpose is not for another. */
  purpose: z.optional(z.enum(['severity', 'screening', 'prevalence'])),
  /** Where the cut-offs come from. */
  source: Source,
  evidence: z.optional(EvidenceByLanguage),
});
export type BandSet = z.infer<typeof BandSet>;

/** How a scale is scored. A change of anything here is a new `version` of the scale. */
export const Scale = z.strictObject({
  id: z.string().check(z.regex(/^[a-z][a-z0-9-]{0,31}$/)),
  version: z.string().check(z.minLength(1)),
  title: Translated,
  /** Choice or integer items, all of the form or all of one roster (then every row is scored). */
  items: z.array(LinkId).check(z.minLength(1)),
  /** Items that ask about one thing in several questions: the highest points of each group count, once (CATS-2). */
  highestOf: z.optional(z.array(z.array(LinkId).check(z.minLength(2)))),
  /** Points of each option; integer items count as they are. */
  coding: Coding,
  /** Items coded otherwise (the negative items of C-GHQ). */
  recode: z.optional(z.record(LinkId, Coding)),
  /** Items turned around: lowest + highest point of their coding - points. */
  reversed: z.optional(z.array(LinkId)),
  combine: z.enum(['sum', 'mean']),
  /** The sum or mean times this (WHO-5: 4). */
  multiplyBy: z.optional(z.number()),
  /** With fewer answers than this there is no score. A group of `highestOf` is one answer. */
  minimumAnswered: z.int().check(z.minimum(1)),
  /**
   * What stands for the missing ones: `none` all must be answered; `person-mean` the mean of her other answers;
   * `blank-is-lowest` the lowest points of the item's coding.
   */
  proration: z.enum(['none', 'person-mean', 'blank-is-lowest']),
  /** Digits after the point a score is rounded to (half away from zero); absent: not rounded. */
  decimals: z.optional(z.int().check(z.minimum(0), z.maximum(6))),
  /** Lowest and highest possible score; percent of maximum is counted from them. */
  range: z.strictObject({ min: z.number(), max: z.number() }),
  direction: z.enum(['higher-is-better', 'higher-is-worse']),
  /** The coding as a reader of a table sees it, such as `1-2-4-5`. */
  printedCoding: z.string().check(z.minLength(1)),
  bandSets: z.array(BandSet),
  /** Smallest change that means something, where published: in points of the score. */
  meaningfulChange: z.optional(z.strictObject({ points: z.number(), source: Source })),
  /** Smallest change that is more than the noise of measuring, where published: in points of the score. */
  reliableChange: z.optional(z.strictObject({ points: z.number(), source: Source })),
  /** How alike two measurements of somebody who did not change are, where published; with the spread of a norm it says when a
   * change is more than noise. */
  reliability: z.optional(
    z.strictObject({
      kind: z.enum(['retest', 'consistency']),
      value: z.number().check(z.gt(0), z.lt(1)),
      source: Source,
    }),
  ),
  /** Code of this score in LOINC, where one was found. */
  loinc: z.optional(Loinc),
  norms: z.optional(
    z.array(
      z.strictObject({
        population: Translated,
        n: z.int(),
        mean: z.number(),
        sd: z.number(),
        source: Source,
      }),
    ),
  ),
  evidence: EvidenceByLanguage,
  source: Source,
});
export type Scale = z.infer<typeof Scale>;
