import type { Item, Option } from '../form-item.ts';
import type { Translated } from '../translated.ts';
import { inEnglish, type Words } from './first-version.ts';
import { inOurWords } from './wording.ts';

/** A question in its published words, and our short label for it. */
export interface Worded {
  readonly text: Translated;
  readonly label: Words;
}

export const worded = (texts: readonly Translated[], labels: readonly Words[]): Worded[] =>
  texts.map((text, index) => ({ text, label: labels[index]! }));

/** Questions of which only English ships. */
export const wordedInEnglish = (
  questions: readonly (readonly [text: string, label: Words])[],
): Worded[] => questions.map(([text, label]) => ({ text: inEnglish(text), label }));

/** Choices out of one list of options, in the order of `linkIds`. */
export const wordedChoices = (
  linkIds: readonly string[],
  questions: readonly Worded[],
  {
    options,
    loinc,
    safety = [],
  }: { options: string; loinc?: readonly string[]; safety?: readonly string[] },
): (Item & { type: 'choice' })[] =>
  linkIds.map((linkId, index) => {
    const { text, label } = questions[index]!;
    return {
      type: 'choice',
      ...{ linkId, text, label: inOurWords(...label), options },
      ...(loinc && { loinc: loinc[index]! }),
      ...(safety.includes(linkId) && { safety: true }),
    };
  });

/** Options of which only English ships; each id is its place, counted from `first`. */
export const englishOptions = (texts: readonly string[], first = 0): Option[] =>
  texts.map((text, index) => ({ id: String(index + first), text: inEnglish(text) }));

/** How much somebody was bothered, as ITQ and PCL-5 ask. */
export const EXTENT_IN_ENGLISH = englishOptions([
  ...['Not at all', 'A little bit', 'Moderately', 'Quite a bit', 'Extremely'],
]);
