import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { numberOf, onlyNumber } from './typed-number.ts';

const whole = { decimals: 0, mayBeNegative: false };

describe('a number typed on a phone', () => {
  it.each([
    ['34', '34'],
    [' 3 4 ', '34'],
    ['34 жаста', '34'],
    ['3,4', '3'],
    ['-5', '5'],
  ])('keeps whole numbers only: "%s" becomes "%s"', (typed, left) => {
    expect(onlyNumber(typed, whole)).toBe(left);
  });

  it('takes comma and point alike, writes the sign of the language, and no more digits than asked for', () => {
    const half = { decimals: 1, mayBeNegative: true };
    expect(onlyNumber('7.55', half)).toBe('7,5');
    expect(onlyNumber('7,55', { ...half, sign: '.' })).toBe('7.5');
    expect(onlyNumber('\u22127,5', half)).toBe('-7,5');
  });

  it.each([
    ['', null],
    ['-', null],
    ['7,', 7],
    ['7,5', 7.5],
    ['7.5', 7.5],
    ['-7,5', -7.5],
    [',5', 0.5],
  ])('"%s" is %j', (typed, number) => {
    expect(numberOf(typed)).toBe(number);
  });

  it('never lets anything through that is not a number or on the way to one', () => {
    fc.assert(
      fc.property(fc.string(), (typed) => {
        const left = onlyNumber(typed, { decimals: 2, mayBeNegative: true });
        expect(left === '' || left === '-' || /^-?,/.test(left) || numberOf(left) !== null).toBe(
          true,
        );
      }),
    );
  });
});
