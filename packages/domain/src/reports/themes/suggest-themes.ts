import type { Language } from '../../text/index.ts';
import { THEMES, type ThemeId } from './codebook.ts';
import { KEYWORDS } from './keywords.ts';

/** A theme that the excerpt may be about, with the words of the excerpt that made one think so. */
export type Suggestion = { readonly theme: ThemeId; readonly words: readonly string[] };

/** People mix Russian words into Kazakh speech, and Kazakh ones into Russian. */
const HEARD_IN: Readonly<Record<Language, readonly Language[]>> = {
  kk: ['kk', 'ru'],
  ru: ['ru', 'kk'],
  en: ['en'],
};

/** Themes whose key words stand in the text, in the order of the codebook. A proposal: a person says whether it is right. */
export function suggestThemes(text: string, language: Language): Suggestion[] {
  const words = wordsOf(text);
  return THEMES.flatMap((theme) => {
    const found = HEARD_IN[language].flatMap((heard) =>
      KEYWORDS[theme][heard].flatMap((keyword) => find(words, keyword) ?? []),
    );
    return found.length > 0 ? [{ theme, words: [...new Set(found)] }] : [];
  });
}

const wordsOf = (text: string): string[] =>
  text
    .toLowerCase()
    .replaceAll('ё', 'е')
    .match(/[\p{L}\p{N}]+/gu) ?? [];

/** The first place where the words begin as the keyword's do, or null. */
function find(words: readonly string[], keyword: string): string | null {
  const stems = wordsOf(keyword);
  const at = words.findIndex((_, start) =>
    stems.every((stem, place) => words[start + place]?.startsWith(stem)),
  );
  return at < 0 ? null : words.slice(at, at + stems.length).join(' ');
}
