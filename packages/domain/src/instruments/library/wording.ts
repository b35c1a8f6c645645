import type { Evidence } from '../scale.ts';
import type { Source } from '../source.ts';
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

/** Published English beside our own drafts, which nobody is asked by outside a demonstration. */
export const draftedBeside = (kk: string, ru: string, en: string): Translated =>
  withStatus({ kk: [kk, 'draft'], ru: [ru, 'draft'], en: [en, 'approved'] });

/** A work in English, as it is cited, and in words what is taken from it. */
export const fromWork = (citation: string, words?: Translated): Source => ({
  works: [{ citation, language: 'en' }],
  ...(words && { words }),
});

export const LITERATURE_SEARCH: Source = {
  words: inOurWords(
    'әдебиеттен іздеу, 2026',
    'поиск по литературе, 2026',
    'literature search, 2026',
  ),
};

/** Somebody looked for a Kazakh version that was tried, and found none. */
export const NO_KAZAKH_EVIDENCE: Evidence = {
  grade: 'none-found',
  statement: inOurWords(
    'Қазақша нұсқаның сыналғаны туралы дерек табылмады.',
    'Данных о проверке казахской версии не найдено.',
    'No evidence for a Kazakh version was found.',
  ),
  source: LITERATURE_SEARCH,
};

/** Whence the signals of screens that were not made for suicide. */
export const ASKED_DIRECTLY_TODAY: Source = {
  words: inOurWords(
    'өз ережеміз: сол күні тікелей сұралады (ASQ)',
    'наше правило: в тот же день спрашивают прямо (ASQ)',
    'our rule: somebody asks directly on the same day (ASQ)',
  ),
};

/** Stands under every result of a screen. */
export const NO_DIAGNOSIS: Translated = inOurWords(
  'Диагноз емес, оны қоймайды да, жоққа да шығармайды. Не істеу керегін адаммен сөйлескен маман шешеді.',
  'Это не диагноз: он его не ставит и не исключает. Что делать, решает специалист, который поговорил с человеком.',
  'Not a diagnosis: it neither makes one nor rules one out. What to do is decided by a professional who has talked with the person.',
);
