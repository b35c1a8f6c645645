import { randomInt } from 'node:crypto';
import {
  CARD_LENGTH,
  CODE_ALPHABET,
  makeCode,
  ONE_TIME_LENGTH,
  OWN_LENGTH,
  printCode,
} from '@tirek/domain/surveys';

/** No vowels: eight letters that form no word and tell nothing of the survey. */
const SLUG_LETTERS = 'bcdfghjkmnpqrstvwxz';
const SLUG_LENGTH = 8;

/** The last part of a respondent's address. */
export function randomSlug(): string {
  return Array.from({ length: SLUG_LENGTH }, () =>
    SLUG_LETTERS.charAt(randomInt(SLUG_LETTERS.length)),
  ).join('');
}

const randomDigits = (count: number) =>
  Array.from({ length: count }, () => randomInt(CODE_ALPHABET.length));

/** One-time codes, all different, without hyphens. Unpredictable: from the system's own source. */
export function randomCodes(count: number): string[] {
  return distinct(count, () => makeCode(randomDigits(ONE_TIME_LENGTH - 1)));
}

/** The cards of a lot, all different, as printed. */
export function randomCards(count: number, lotSecret: string): string[] {
  const lot = [...lotSecret].map((character) => CODE_ALPHABET.indexOf(character));
  return distinct(count, () => {
    const card = makeCode([...lot, ...randomDigits(OWN_LENGTH)]);
    if (card.length !== CARD_LENGTH) throw new RangeError('not the length of a card');
    return printCode(card);
  });
}

function distinct(count: number, make: () => string): string[] {
  const made = new Set<string>();
  while (made.size < count) made.add(make());
  return [...made];
}
