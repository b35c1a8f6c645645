import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fTails } from '../distributions/f.ts';
import { quadraticFormTails } from './quadratic-form.ts';

describe('a weighted sum of squared normal deviates', () => {
  it('is as often below 0 as a ratio of chi-squares is below a value, far into both tails', () => {
    const degrees = fc.integer({ min: 1, max: 40 });
    fc.assert(
      fc.property(
        degrees,
        degrees,
        fc.double({ min: -4, max: 4, noNaN: true }),
        (df1, df2, log) => {
          const value = 10 ** log;
          const factors = [
            ...Array<number>(df1).fill(1 / df1),
            ...Array<number>(df2).fill(-value / df2),
          ];
          const tails = quadraticFormTails(factors);
          const expected = fTails(value, { df1, df2 });
          for (const side of ['lower', 'upper'] as const) {
            expect(Math.abs(tails[side] / expected[side] - 1)).toBeLessThan(1e-9);
          }
        },
      ),
    );
  });

  it('never is below 0 when nothing is taken away', () => {
    const tails = quadraticFormTails([1, 2, 5]);
    expect(tails.lower).toBe(0);
    expect(tails.upper).toBeCloseTo(1, 11);
  });
});
