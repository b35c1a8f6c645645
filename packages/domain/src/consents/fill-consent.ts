import type { ConsentWords } from './contract.ts';

/** What the program fills into a consent, each a text in the language of the words. */
export const CONSENT_PLACEHOLDERS = [
  'operator',
  'registrationNumber',
  'contact',
  'purpose',
  'audience',
  'forms',
  'retention',
] as const;
export type ConsentValues = Readonly<Record<(typeof CONSENT_PLACEHOLDERS)[number], string>>;

const PLACEHOLDER = /\{\{\s*([^{}]*?)\s*\}\}/g;

/** Puts the values into headings and texts. */
export function fillConsent(
  words: ConsentWords,
  values: Readonly<Record<string, string>>,
): ConsentWords {
  const fill = (text: string) =>
    text.replace(PLACEHOLDER, (all, name: string) => values[name] ?? all);
  return {
    ...words,
    points: words.points.map(({ heading, text }) => ({ heading: fill(heading), text: fill(text) })),
  };
}

/** Names in double braces that the program does not know, each once. */
export function unknownPlaceholders(
  words: ConsentWords,
  known: readonly string[] = CONSENT_PLACEHOLDERS,
): string[] {
  const texts = words.points.flatMap(({ heading, text }) => [heading, text]);
  const named = texts.flatMap((text) => [...text.matchAll(PLACEHOLDER)].map(([, name]) => name!));
  return [...new Set(named)].filter((name) => !known.includes(name));
}
