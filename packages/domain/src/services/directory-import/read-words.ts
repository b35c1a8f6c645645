import { caseTexts, NEED_CATEGORY_IDS } from '../../cases/index.ts';
import { LANGUAGES } from '../../text/index.ts';
import {
  ACTIVITIES,
  LAYERS,
  PROVIDER_HOLDERS,
  PROVIDER_KINDS,
  REACHES,
} from '../directory-entry.ts';
import { serviceTexts } from '../directory-texts.ts';

const plain = (text: string): string =>
  text
    .toLowerCase()
    .replaceAll('ё', 'е')
    .replace(/[^\p{L}\p{N}-]+/gu, ' ')
    .trim();

/** Words of a closed list: each by its code and by what the pages call it in three languages. */
function wordsOf<Word extends string>(
  words: readonly Word[],
  label: (word: Word) => readonly string[],
): ReadonlyMap<string, Word> {
  return new Map(
    words.flatMap((word) => [word, ...label(word)].map((each) => [plain(each), word] as const)),
  );
}

const inDirectory = <Word extends string>(words: readonly Word[], prefix: string) =>
  wordsOf(words, (word) =>
    LANGUAGES.map((language) => serviceTexts(language)(`${prefix}.${word}` as 'layer.1')),
  );

const LANGUAGE_WORDS: ReadonlyArray<readonly [string, RegExp]> = [
  ['kk', /^(kk|қаз|каз|kaz)/u],
  ['ru', /^(ru|рус|орыс)/u],
  ['en', /^(en|англ|ағыл)/u],
  ['uz', /^(uz|узб|өзб)/u],
  ['ky', /^(ky|кирг|кыр|қырғ)/u],
  ['tg', /^(tg|тадж|тәж|taj)/u],
  ['ug', /^(ug|уйг|ұйғ|uyg)/u],
];

export const HOLDERS = inDirectory(PROVIDER_HOLDERS, 'holder');
export const KINDS = inDirectory(PROVIDER_KINDS, 'kind');
export const ACTIVITY_WORDS = inDirectory(ACTIVITIES, 'activity');
export const REACH_WORDS = inDirectory(REACHES, 'reach');
export const CATEGORIES = wordsOf(NEED_CATEGORY_IDS, (word) =>
  LANGUAGES.map((language) => caseTexts(language)(`need.category.${word}`)),
);
export const LAYER_WORDS = new Map(
  LAYERS.flatMap((layer) => [
    [String(layer), layer] as const,
    ...LANGUAGES.map(
      (language) => [plain(serviceTexts(language)(`layer.${layer}`)), layer] as const,
    ),
  ]),
);

export const readWord = <Word>(words: ReadonlyMap<string, Word>, text: string): Word | undefined =>
  words.get(plain(text));

export const readLanguage = (text: string): string | undefined =>
  LANGUAGE_WORDS.find(([, pattern]) => pattern.test(plain(text)))?.[0];

/** Several words of one cell. */
export const severalIn = (cell: string): string[] =>
  cell
    .split(/[;,\n/]+/u)
    .map((each) => each.trim())
    .filter((each) => each !== '');

/** Yes, no, or not known. */
export function readYes(text: string): boolean | null | undefined {
  if (text === '' || text === '?') return null;
  if (/^(да|иә|бар|есть|yes|\+|1)$/iu.test(text)) return true;
  return /^(нет|жоқ|no|-|0)$/iu.test(text) ? false : undefined;
}

/** `7-18`, `18+`, `0`: from an age on, and until one. */
export function readAges(text: string): { from: number; to: number | null } | undefined {
  if (text === '') return { from: 0, to: null };
  const found = /^(\d{1,3})\s*(?:\+|[-–—]\s*(\d{1,3}))?$/u.exec(
    text.replace(/\s*(лет|жас|years)\s*$/iu, ''),
  );
  if (!found) return undefined;
  return { from: Number(found[1]), to: found[2] === undefined ? null : Number(found[2]) };
}

/** A whole number, or null where nothing stands. */
export function readNumber(text: string): number | null | undefined {
  if (text === '') return null;
  const digits = text.replaceAll(/[\s\u00a0]/gu, '');
  return /^\d{1,9}$/u.test(digits) ? Number(digits) : undefined;
}

/** `2026-11-03` or `03.11.2026`. */
export function readDay(text: string): string | null | undefined {
  if (text === '') return null;
  const iso = /^(\d{4})-(\d{2})-(\d{2})/u.exec(text);
  const local = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/u.exec(text);
  const [year, month, day] = iso
    ? [iso[1], iso[2], iso[3]]
    : local
      ? [local[3], local[2], local[1]]
      : [];
  if (!year || !month || !day) return undefined;
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const parsed = new Date(`${date}T00:00:00Z`);
  return Number.isNaN(parsed.getTime()) || parsed.toISOString().slice(0, 10) !== date
    ? undefined
    : date;
}

/** A name as it is compared: whatever stands between its letters. */
export const sameName = plain;
