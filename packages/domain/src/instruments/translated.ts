import * as z from 'zod/mini';
import { Problem } from '../problem.ts';
import { LANGUAGES, type Language } from '../text/languages.ts';

/** How far the wording in one language has come; only a `draft` is never shown to a respondent. */
export const TranslationStatus = z.enum([
  'draft',
  'translated',
  'back-translated',
  'piloted',
  'approved',
]);
export type TranslationStatus = z.infer<typeof TranslationStatus>;

/** One text in one language, with the status of that wording. */
export const Wording = z.strictObject({
  text: z.string().check(z.minLength(1), z.maxLength(2000)),
  status: TranslationStatus,
});
export type Wording = z.infer<typeof Wording>;

/** One text in the languages it truly has: `{ kk?: { text, status }, ru?: ..., en?: ... }`. */
export const Translated = z.partialRecord(z.enum(LANGUAGES), Wording);
export type Translated = z.infer<typeof Translated>;

/** Which languages stand in for a missing one, in order. Absent: nothing stands in. */
export const FallbackChain = z.partialRecord(z.enum(LANGUAGES), z.array(z.enum(LANGUAGES)));
export type FallbackChain = z.infer<typeof FallbackChain>;

/** The wording in `language`, else in the first language of `chain` that has one, else null. */
export function findWording(
  text: Translated,
  language: Language,
  chain: readonly Language[] = [],
): (Wording & { language: Language }) | null {
  for (const candidate of [language, ...chain]) {
    const wording = text[candidate];
    if (wording) return { ...wording, language: candidate };
  }
  return null;
}

/**
 * The text in `language`, else in the first language of `chain` that has one.
 * Throws when none has: a compiled form promises that one does.
 */
export function textOf(
  text: Translated,
  language: Language,
  chain: readonly Language[] = [],
): string {
  const wording = findWording(text, language, chain);
  if (!wording)
    throw new Problem('internal', { missing: 'text', language, has: Object.keys(text) });
  return wording.text;
}
