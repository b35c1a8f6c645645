import * as z from 'zod/mini';
import { ASKED_ABSENCES } from './answers.ts';
import { ConclusionRule, SAFETY_KINDS, SAFETY_URGENCIES, SignalRule } from './conclusion.ts';
import { Item, LinkId, Loinc, Option, Sensitivity } from './form-item.ts';
import { EvidenceByLanguage, Scale } from './scale.ts';
import { FallbackChain, Translated } from './translated.ts';

/** Who owns the instrument, on what terms it is here, and what somebody checked. */
export const Licence = z.strictObject({
  owner: z.string().check(z.minLength(1)),
  source: z.string().check(z.minLength(1)),
  terms: z.string().check(z.minLength(1)),
  /** `shipped` with this package, or `bring-your-own`: the site holds a licence and adds the text. */
  text: z.enum(['shipped', 'bring-your-own']),
  /** What was looked at before this record was written, by kind of source; honest about what was not. */
  checked: z.string().check(z.minLength(1)),
  /** Words that must stand wherever the instrument is shown. */
  attribution: z.optional(z.string()),
});
export type Licence = z.infer<typeof Licence>;

/** The score a worked example expects; `row` counts from 0 in a roster's scale. */
export const ExpectedScore = z.union([
  z.strictObject({
    scale: z.string(),
    row: z.optional(z.int()),
    value: z.number(),
    bands: z.optional(z.array(z.string())),
  }),
  z.strictObject({
    scale: z.string(),
    row: z.optional(z.int()),
    incomplete: z.strictObject({ answered: z.int(), needed: z.int() }),
  }),
]);

/** Who may answer, and the ages of the person it is about. */
export const INFORMANTS = ['self', 'caregiver', 'teacher'] as const;
export type InformantKind = (typeof INFORMANTS)[number];

const Age = z.int().check(z.minimum(0), z.maximum(120));
export const Informant = z.strictObject({
  kind: z.enum(INFORMANTS),
  /** Of the person it is about: from this birthday on, to the end of this year of life. */
  ages: z.strictObject({ from: Age, to: z.optional(Age) }),
});

export const WorkedExample = z.strictObject({
  name: z.string().check(z.minLength(1)),
  /** A citation, or `derived by hand`. */
  source: z.string().check(z.minLength(1)),
  /** Checked against the form itself, not here. */
  answers: z.record(z.string(), z.json()),
  /** Scores, some of them or all; empty only in a package that scores nothing. */
  expected: z.array(ExpectedScore),
  concluded: z.optional(
    z.array(
      z.strictObject({
        conclusion: z.string(),
        row: z.optional(z.int()),
        /** Null: it cannot be told. */
        outcome: z.nullable(z.string()),
      }),
    ),
  ),
  /** All signals that the answers give; an example without it gives none. */
  signals: z.optional(
    z.array(
      z.strictObject({
        kind: z.enum(SAFETY_KINDS),
        urgency: z.enum(SAFETY_URGENCIES),
        items: z.array(LinkId),
      }),
    ),
  ),
});
export type WorkedExample = z.infer<typeof WorkedExample>;

/**
 * A form package: our closed profile of FHIR Questionnaire + SDC, kept as JSON.
 * Anything it does not name is refused; a released version never changes.
 */
export const FormPackage = z.strictObject({
  $schema: z.optional(z.string()),
  format: z.literal('tirek-form-1'),
  code: z.string().check(z.regex(/^[a-z][a-z0-9-]{0,31}$/)),
  version: z.string().check(z.regex(/^[0-9A-Za-z][0-9A-Za-z.+-]{0,31}$/)),
  status: z.enum(['draft', 'active', 'retired']),
  title: Translated,
  description: z.optional(Translated),
  /** Words shown with the form: attribution, or that its wording is our own. */
  notice: z.optional(Translated),
  /**
   * `verbatim`: the published wording. `own`: our words for published constructs, replaceable by a site's text.
   * `absent`: structure and scoring only; the site brings its licensed text.
   */
  wording: z.enum(['verbatim', 'own', 'absent']),
  fallback: FallbackChain,
  /** From which birthday on it is made for a person, and who says so; absent where no source was looked at. */
  ages: z.optional(
    z.strictObject({
      from: Age,
      /** The last age it is made for, in whole years. */
      to: z.optional(Age),
      source: z.string().check(z.minLength(1)),
    }),
  ),
  /**
   * It is asked only by a trained colleague who stays until somebody has acted on the answer, as its owner wants it:
   * no page asks it of a person who is alone.
   */
  attended: z.optional(z.literal(true)),
  /** Who answers it; absent: whoever is asked answers for herself. */
  informants: z.optional(z.array(Informant).check(z.minLength(1))),
  /** `colleague`: it is about whoever works in the programme, and is never asked of a person whom the programme helps. */
  about: z.optional(z.literal('colleague')),
  /** Forms that ask the same of different people or ages bear the same word: their results are read side by side. */
  family: z.optional(z.string().check(z.regex(/^[a-z][a-z0-9-]{0,31}$/))),
  /** Code of the whole form in LOINC, where one was found. */
  loinc: z.optional(Loinc),
  /** For whoever reads a result: what it says and what it does not. */
  meaning: z.optional(z.strictObject({ says: Translated, saysNot: Translated })),
  sensitivity: Sensitivity,
  /** Reasons for not answering that are offered at every question. */
  missing: z.array(z.enum(ASKED_ABSENCES)),
  optionLists: z.record(z.string(), z.array(Option).check(z.minLength(2))),
  items: z.array(Item).check(z.minLength(1)),
  scales: z.array(Scale),
  conclusions: z.optional(z.array(ConclusionRule)),
  signals: z.optional(z.array(SignalRule)),
  licence: Licence,
  /** What is known of the whole instrument in each language; a language without an entry has none recorded. */
  evidence: EvidenceByLanguage,
  examples: z.array(WorkedExample),
});
export type FormPackage = z.infer<typeof FormPackage>;
