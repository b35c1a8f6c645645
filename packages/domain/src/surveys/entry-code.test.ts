import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  CARD_LENGTH,
  CODE_ALPHABET,
  makeCode,
  ONE_TIME_LENGTH,
  printCode,
  readCode,
} from './index.ts';

const digit = fc.integer({ min: 0, max: CODE_ALPHABET.length - 1 });
const codeOf = (length: number) =>
  fc.array(digit, { minLength: length - 1, maxLength: length - 1 }).map(makeCode);
const anyCode = fc.oneof(
  codeOf(ONE_TIME_LENGTH).map((code) => ({ code, length: ONE_TIME_LENGTH })),
  codeOf(CARD_LENGTH).map((code) => ({ code, length: CARD_LENGTH })),
);

describe('a code that Madina copies from paper', () => {
  it('is printed in groups of four and read back as it was made', () => {
    fc.assert(
      fc.property(anyCode, ({ code, length }) => {
        expect(printCode(code)).toMatch(/^(?:[2-9C-Y]{4}-)+[2-9C-Y]{4}$/);
        expect(readCode(printCode(code), length)).toEqual({ kind: 'code', code });
      }),
    );
  });

  it('may be typed in small letters, with spaces, without hyphens, and on a Kazakh or Russian keyboard', () => {
    const code = makeCode([...'CHKMPTXY234'].map((letter) => CODE_ALPHABET.indexOf(letter)));
    const cyrillic = code.replace(
      /[CHKMPTXY]/g,
      (letter) => 'СНКМРТХУ'['CHKMPTXY'.indexOf(letter)]!,
    );
    expect(cyrillic).not.toBe(code);
    for (const typed of [
      code.toLowerCase(),
      ` ${printCode(code)} `,
      code.replace(/(.)/g, '$1 '),
      cyrillic,
    ]) {
      expect(readCode(typed, ONE_TIME_LENGTH)).toEqual({ kind: 'code', code });
    }
  });

  it('betrays every single wrong character', () => {
    fc.assert(
      fc.property(anyCode, fc.nat(), digit, ({ code, length }, at, wrong) => {
        const place = at % length;
        const character = CODE_ALPHABET[wrong]!;
        fc.pre(code[place] !== character);
        const typed = code.slice(0, place) + character + code.slice(place + 1);
        expect(readCode(typed, length)).toEqual({ kind: 'mistyped' });
      }),
    );
  });

  it('betrays every two characters that changed places', () => {
    fc.assert(
      fc.property(anyCode, fc.nat(), fc.nat(), ({ code, length }, a, b) => {
        const [first, second] = [a % length, b % length];
        fc.pre(code[first] !== code[second]);
        const characters = [...code];
        [characters[first], characters[second]] = [characters[second]!, characters[first]!];
        expect(readCode(characters.join(''), length)).toEqual({ kind: 'mistyped' });
      }),
    );
  });

  it('is called incomplete while she is still typing, and mistyped when a sign is none of ours', () => {
    const code = makeCode(Array.from({ length: ONE_TIME_LENGTH - 1 }, (_, n) => n));
    expect(readCode(code.slice(0, 7), ONE_TIME_LENGTH)).toEqual({ kind: 'incomplete' });
    expect(readCode('', ONE_TIME_LENGTH)).toEqual({ kind: 'incomplete' });
    expect(readCode('ABBA', ONE_TIME_LENGTH)).toEqual({ kind: 'mistyped' });
    expect(readCode(`${code}2`, ONE_TIME_LENGTH)).toEqual({ kind: 'mistyped' });
  });

  it('can spell no word', () => {
    expect(CODE_ALPHABET).not.toMatch(/[AEIOU]/);
    expect(new Set(CODE_ALPHABET).size).toBe(23);
  });
});
