import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { largestError } from '../../reference/largest-error.ts';
import {
  betaQuantile,
  binomialProbability,
  binomialTails,
  chiSquareQuantile,
  chiSquareTails,
  fQuantile,
  fTails,
  hypergeometricTails,
  incompleteBeta,
  incompleteGamma,
  logGamma,
  mannWhitneyTails,
  noncentralTTails,
  normalQuantile,
  normalTails,
  signedRankTails,
  studentTQuantile,
  studentTTails,
  tNoncentralityLimits,
  twoSided,
} from '../index.ts';

describe('the distributions', () => {
  it('keep a p of 1e-40 as a double, on either side', () => {
    const places = [
      [normalTails, normalQuantile(1e-40)],
      [(t: number) => studentTTails(t, 30), studentTQuantile(1e-40, 30)],
    ] as const;
    for (const [tailsAt, place] of places) {
      expect(largestError(tailsAt(place).lower, 1e-40)).toBeLessThan(1e-11);
      expect(largestError(tailsAt(-place).upper, 1e-40)).toBeLessThan(1e-11);
    }
    const chiSquare = chiSquareQuantile({ upper: 1e-40 }, 7);
    expect(largestError(chiSquareTails(chiSquare, 7).upper, 1e-40)).toBeLessThan(1e-11);
    const f = fQuantile({ upper: 1e-40 }, { df1: 3, df2: 96 });
    expect(largestError(fTails(f, { df1: 3, df2: 96 }).upper, 1e-40)).toBeLessThan(1e-11);
  });

  it('are undone by their quantiles wherever one looks', () => {
    const p = fc.double({ min: 1e-30, max: 1 - 1e-9, noNaN: true });
    const df = fc.double({ min: 0.6, max: 5000, noNaN: true });
    fc.assert(
      fc.property(p, df, df, (probability, df1, df2) => {
        const near = (tails: { lower: number }) =>
          expect(largestError(tails.lower, probability)).toBeLessThan(1e-9);
        near(studentTTails(studentTQuantile(probability, df1), df1));
        near(chiSquareTails(chiSquareQuantile(probability, df1), df1));
        near(fTails(fQuantile(probability, { df1, df2 }), { df1, df2 }));
      }),
      { numRuns: 60 },
    );
  });

  it('add up to one', () => {
    const { lower, upper } = hypergeometricTails(3, { marked: 5, unmarked: 7, drawn: 4 });
    expect(lower + upper).toBeCloseTo(1, 13);
    const counts = [0, 1, 2, 3].map((k) => binomialProbability(k, { n: 3, p: 0.2 }));
    expect(counts.reduce((sum, p) => sum + p, 0)).toBeCloseTo(1, 13);
    expect(binomialProbability(0, { n: 3, p: 0 })).toBe(1);
    expect(twoSided({ lower: 0.5, upper: 0.5 })).toBe(1);
  });

  it('end where they end', () => {
    expect(normalTails(Number.POSITIVE_INFINITY)).toEqual({ lower: 1, upper: 0 });
    expect(studentTTails(Number.NEGATIVE_INFINITY, 3)).toEqual({ lower: 0, upper: 1 });
    expect(chiSquareTails(0, 3)).toEqual({ lower: 0, upper: 1 });
    expect(fTails(Number.POSITIVE_INFINITY, { df1: 1, df2: 1 })).toEqual({ lower: 1, upper: 0 });
    expect(studentTQuantile(0.5, 2)).toBe(0);
  });

  it('bound a noncentrality so that what was seen lies at the edge of both', () => {
    const { low, high } = tNoncentralityLimits(2.2, 30, 0.95);
    expect(noncentralTTails(2.2, { df: 30, noncentrality: low }).upper).toBeCloseTo(0.025, 12);
    expect(noncentralTTails(2.2, { df: 30, noncentrality: high }).lower).toBeCloseTo(0.025, 12);
  });

  it('refuse what is not a probability, a shape or a count of degrees', () => {
    const refused = [
      () => normalQuantile(0),
      () => normalQuantile({ upper: 1 }),
      () => normalTails(Number.NaN),
      () => studentTQuantile(1, 5),
      () => studentTQuantile(0.5, 0),
      () => studentTTails(Number.NaN, 3),
      () => chiSquareTails(-1, 3),
      () => chiSquareTails(1, 0),
      () => chiSquareQuantile(0.5, -1),
      () => fTails(-1, { df1: 1, df2: 1 }),
      () => fQuantile(0.5, { df1: 0, df2: 1 }),
      () => incompleteBeta({ x: 0.5, y: 0.6 }, { a: 1, b: 1 }),
      () => incompleteBeta({ x: 0.5, y: 0.5 }, { a: -1, b: 1 }),
      () => incompleteGamma(1, Number.NaN),
      () => betaQuantile(2, { a: 1, b: 1 }),
      () => logGamma(-1),
      () => binomialTails(4, { n: 3, p: 0.5 }),
      () => binomialTails(1, { n: 3, p: 1.5 }),
      () => hypergeometricTails(1, { marked: 1, unmarked: 1, drawn: 3 }),
      () => mannWhitneyTails(1.5, { n1: 2, n2: 2 }),
      () => signedRankTails(4, 2),
      () => noncentralTTails(Number.POSITIVE_INFINITY, { df: 2, noncentrality: 1 }),
    ];
    for (const refuse of refused) expect(refuse).toThrow(RangeError);
  });
});
