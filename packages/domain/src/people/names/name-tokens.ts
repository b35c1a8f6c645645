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

/** Everything by which somebody is found. */
export const identityTokens = (identity: Identity): string[] => [
  ...nameTokens(identity.names),
  ...numberTokens(identity),
];

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
  const bordered = `_${word}_`;
  const threes = Array.from(
    { length: Math.max(0, bordered.length - 2) },
    (_, at) => `n:${bordered.slice(at, at + 3)}`,
  );
  return [`w:${word}`, `c:${consonants(word)}`, ...threes];
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
