import type { Translated, TranslationStatus } from '../translated.ts';

/** A text of our own in all three languages: translated by us, not back-translated, not piloted. */
export const inOurWords = (kk: string, ru: string, en: string): Translated => ({
  kk: { text: kk, status: 'translated' },
  ru: { text: ru, status: 'translated' },
  en: { text: en, status: 'translated' },
});

/** A text whose status differs by language. */
export const withStatus = (
  wording: Partial<Record<'kk' | 'ru' | 'en', [text: string, status: TranslationStatus]>>,
): Translated =>
  Object.fromEntries(
    Object.entries(wording).map(([language, [text, status]]) => [language, { text, status }]),
  );
