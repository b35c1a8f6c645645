import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { groupsOfFour, makeResumeCode, readResumeCode } from './resume-code.ts';

const code = () => makeResumeCode(new Uint8Array(randomBytes(32)));

describe('the code a respondent writes down', () => {
  it('is read back however she parts its digits', () => {
    const made = code();
    expect(made).toMatch(/^\d{16}$/);
    for (const written of [made, groupsOfFour(made), groupsOfFour(made).replace(/ /g, '-')]) {
      expect(readResumeCode(written)).toBe(made);
    }
  });

  it('finds every wrong digit', () => {
    fc.assert(
      fc.property(fc.nat(15), fc.integer({ min: 1, max: 9 }), (place, by) => {
        const made = code();
        const wrong = (Number(made[place]) + by) % 10;
        expect(readResumeCode(made.slice(0, place) + wrong + made.slice(place + 1))).toBeNull();
      }),
    );
  });

  it('is none when a digit is missing or too many', () => {
    expect(readResumeCode(code().slice(1))).toBeNull();
    expect(readResumeCode(`${code()}0`)).toBeNull();
    expect(readResumeCode('')).toBeNull();
  });

  it('has every digit equally often', () => {
    const counts = new Array<number>(10).fill(0);
    for (let i = 0; i < 2000; i++)
      for (const digit of code().slice(0, 15)) counts[Number(digit)]! += 1;
    // 3000 of each expected, standard deviation 52.
    expect(Math.min(...counts)).toBeGreaterThan(2700);
    expect(Math.max(...counts)).toBeLessThan(3300);
  });
});
