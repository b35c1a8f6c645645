/**
 * Codes that people copy from paper: one-time codes of 12 and panel cards of 16 characters. The last one is a check
 * character, so that a slip of the finger is told apart from a code that does not exist. The phone carries this file.
 */

/**
 * 23 characters that no reader takes for one another: no vowels (so no words), no 0/O/Q, 1/I/L, B/8, S/5, Z/2, G/6, U/V.
 * Their number is prime, and no weight of the check is a multiple of it: every single wrong character and every two
 * exchanged ones are noticed.
 */
export const CODE_ALPHABET = '23456789CDFHJKMNPRTVWXY';
const BASE = CODE_ALPHABET.length;

/** Characters without the check: 11 of them carry 49 bits, 15 carry 67. */
export const ONE_TIME_LENGTH = 12;
export const CARD_LENGTH = 16;

/** Letters that a Kazakh or Russian keyboard offers for the same shape. */
const LOOK_ALIKES: Readonly<Record<string, string>> = {
  С: 'C',
  Н: 'H',
  К: 'K',
  М: 'M',
  Р: 'P',
  Т: 'T',
  Х: 'X',
  У: 'Y',
  Ү: 'Y',
  З: '3',
};

export type ReadCode =
  /** In capital letters, without hyphens. */
  | { readonly kind: 'code'; readonly code: string }
  /** Too short so far, and nothing wrong with what is there. */
  | { readonly kind: 'incomplete' }
  /** Too long, a character that no code has, or a check character that does not fit. */
  | { readonly kind: 'mistyped' };

/** Reads what somebody typed or scanned: any case, spaces and hyphens, Cyrillic letters of the same shape. */
export function readCode(typed: string, length: number): ReadCode {
  const characters = [...typed.toUpperCase()]
    .filter((character) => !/[\s\u2010-\u2015.\-_]/.test(character))
    .map((character) => LOOK_ALIKES[character] ?? character);
  if (characters.length > length) return { kind: 'mistyped' };
  if (characters.some((character) => !CODE_ALPHABET.includes(character)))
    return { kind: 'mistyped' };
  if (characters.length < length) return { kind: 'incomplete' };
  const code = characters.join('');
  return weigh(code) % BASE === 0 ? { kind: 'code', code } : { kind: 'mistyped' };
}

/**
 * Completes a code with its check character.
 * @param digits numbers from 0 to 22, one for each character but the last; from a cryptographic source.
 */
export function makeCode(digits: readonly number[]): string {
  const body = digits.map((digit) => CODE_ALPHABET.charAt(digit)).join('');
  const rest = weigh(body) % BASE;
  const weight = digits.length + 1;
  for (let check = 0; check < BASE; check++) {
    if ((rest + weight * check) % BASE === 0) return body + CODE_ALPHABET.charAt(check);
  }
  throw new RangeError('a code of 23 characters or a multiple of it cannot be checked');
}

/** As it is printed: groups of four, `XXXX-XXXX-XXXX`. */
export function printCode(code: string): string {
  return code.replace(/.{4}(?=.)/g, '$&-');
}

/** The sum of the characters' values, each times its place from 1. */
function weigh(text: string): number {
  let sum = 0;
  for (let place = 0; place < text.length; place++) {
    sum += (place + 1) * CODE_ALPHABET.indexOf(text.charAt(place));
  }
  return sum;
}
