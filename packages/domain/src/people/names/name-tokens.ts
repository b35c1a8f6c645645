import { ABOUT_YEARS, birthYear } from '../birth.ts';
import type { DocumentNumber, Identity, PersonName } from '../identity.ts';
import { keyWords } from './name-key.ts';

/**
 * Pieces by which a person is found, as plain text: they are hashed under a key before they are stored anywhere.
 * Each word of a name gives its whole key, its consonants, and every three letters in a row with the borders marked, so that
 * a word with a letter wrong still shares most of them.
 */
export function nameTokens(names: readonly Omit<PersonName, 'kind'>[]): string[] {
  const words = names.flatMap(({ family, given, patronymic }) =>
    [family, given, patronymic].flatMap(wordsOfPart),
  );
  return [...new Set(words.flatMap(tokensOfWord))].sort();
}

/** Numbers are found only whole: the last nine digits of a telephone, letters and digits of a document. */
export function numberTokens({
  phones,
  documents,
}: Pick<Identity, 'phones' | 'documents'>): string[] {
  const digits = phones.map(phoneKey).filter((key) => key.length >= 6);
  const numbers = documents.map(documentKey).filter((key) => key.length >= 4);
  return [...digits.map((key) => `t:${key}`), ...numbers.map((key) => `d:${key}`)];
}

/** The pieces alone: enough among ten thousand people. */
export const pieceTokens = (identity: Pick<Identity, 'names' | 'phones' | 'documents'>) => [
  ...numberTokens(identity),
  ...nameTokens(identity.names),
];

/** Everything by which somebody is found. */
export const identityTokens = (identity: Identity): string[] => [
  ...pieceTokens(identity),
  ...pairTokens(identity),
  ...datedTokens(identity, identity.birth ? [birthYear(identity.birth)] : []),
];

/** What somebody is looked for by, each way by itself: the pieces that tell most come first. */
export interface SearchTokens {
  readonly pieces: readonly string[];
  readonly pairs: readonly string[];
  readonly dated: readonly string[];
}

/** Half of the births are known by a year, and that year is often one off: somebody is looked for in those beside it too. */
export function searchTokens(identity: Identity): SearchTokens {
  const { birth } = identity;
  const off = birth?.precision === 'about' ? ABOUT_YEARS : 1;
  const year = birth && birthYear(birth);
  const around = Array.from({ length: 2 * off + 1 }, (_, at) => (year ?? 0) - off + at);
  return {
    pieces: pieceTokens(identity).toSorted((one, other) => telling(one) - telling(other)),
    pairs: pairTokens(identity),
    dated: datedTokens(identity, year === null ? [] : around),
  };
}
/** Numbers, whole words, consonants, three letters. */
const telling = (token: string): number => 'tdwcn'.indexOf(token.slice(0, 1));

/** The consonants of family and given name together, whichever is written first: the two change places. */
function pairTokens({ names }: Pick<Identity, 'names'>): string[] {
  const pairs = names.flatMap(({ family, given }) =>
    wordsOfPart(family).flatMap((one) =>
      wordsOfPart(given).map((other) => [consonants(one), consonants(other)].toSorted().join('+')),
    ),
  );
  return [...new Set(pairs)].map((pair) => `p:${pair}`);
}

/** A piece of a family or given name with a year of birth: among a million people some hundreds share one. */
function datedTokens({ names }: Pick<Identity, 'names'>, years: readonly number[]): string[] {
  const words = names.flatMap(({ family, given }) => [family, given].flatMap(wordsOfPart));
  const pieces = new Set(words.flatMap((word) => [`c:${consonants(word)}`, ...threesOf(word)]));
  return years.flatMap((year) => Array.from(pieces, (piece) => `y:${year}:${piece}`));
}

export const phoneKey = (phone: string): string => phone.replace(/\D/g, '').slice(-9);
/** Letters that look alike in both scripts are one: documents are copied by eye. */
export const documentKey = ({ number }: Pick<DocumentNumber, 'number'>): string =>
  number
    .toUpperCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
    .replace(/[АВЕКМНОРСТУХ]/gu, (letter) => LOOK_ALIKE[letter] ?? letter);
const LOOK_ALIKE: Readonly<Record<string, string>> = {
  ...{ А: 'A', В: 'B', Е: 'E', К: 'K', М: 'M', Н: 'H', О: 'O', Р: 'P', С: 'C', Т: 'T' },
  ...{ У: 'Y', Х: 'X' },
};

/** Two words of one part are also one: Нур Султан is Нурсултан. */
function wordsOfPart(part: string): string[] {
  const words = keyWords(part);
  return words.length > 1 ? [...words, words.join('')] : words;
}

function tokensOfWord(word: string): string[] {
  return [`w:${word}`, `c:${consonants(word)}`, ...threesOf(word)];
}

/** Every three letters in a row, with the borders marked. */
function threesOf(word: string): string[] {
  const bordered = `_${word}_`;
  return Array.from(
    { length: Math.max(0, bordered.length - 2) },
    (_, at) => `n:${bordered.slice(at, at + 3)}`,
  );
}

/** Sounds that scribes confuse count as one: Шыңғыс and Чингиз. */
const consonants = (word: string): string =>
  word
    .replace(/[aeiou]/gu, '')
    .replace(/ç/gu, 'ş')
    .replace(/[hg]/gu, 'k')
    .replace(/z/gu, 's')
    .replace(/d/gu, 't')
    .replace(/[pf]/gu, 'b')
    .replace(/(.)\1+/gu, '$1');
