import { EMPTY_WORDS } from './vocabulary.ts';

/** The words of a text that carry meaning, in lower case, hyphens closed up. */
export function tellingWords(text: string): readonly string[] {
  const words = text
    .toLowerCase()
    .replaceAll('ё', 'е')
    .replace(/(\p{L})[-‑’'](?=\p{L})/gu, '$1')
    .match(/\p{L}{3,}/gu);
  return (words ?? []).filter((word) => !EMPTY_WORDS.has(word));
}

const LONGEST_ENDING = 3;

/** Whether two words are forms of one: the same beginning of four letters or more, and short endings only. */
export function isAlike(a: string, b: string): boolean {
  if (a === b) return true;
  let same = 0;
  while (same < a.length && a[same] === b[same]) same++;
  return same >= 4 && same >= Math.max(a.length, b.length) - LONGEST_ENDING;
}

/** How many words of `wanted` have a form in `among`. */
export const countAlike = (wanted: readonly string[], among: readonly string[]) =>
  wanted.filter((word) => among.some((other) => isAlike(word, other))).length;
