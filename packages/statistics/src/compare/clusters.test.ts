import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clusteredMean, pairedTTest, rankIntervals } from '../index.ts';

describe('the mean of values in clusters', () => {
  it('is that of single values when every cluster has one', () => {
    const values = [2, 4, 4, 5, 9];
    const zeros = values.map(() => 0);
    const test = pairedTTest(values, zeros);
    const clustered = clusteredMean(values, [1, 2, 3, 4, 5]);
    if (test.kind !== 'estimated' || clustered.kind !== 'estimated') throw new Error('no test');
    expect(clustered.standardError).toBeCloseTo(test.standardError, 12);
    expect(clustered.designEffect).toBeCloseTo(1, 12);
  });

  it('is worth no more than one value a cluster when its members are alike', () => {
    const found = clusteredMean([1, 1, 5, 5, 2, 2], ['a', 'a', 'b', 'b', 'c', 'c']);
    // Twice the values, as much news: (C / (C - 1)) x 2 x (n - 1) / n.
    expect(found).toMatchObject({ kind: 'estimated', designEffect: 2.5, clusters: 3, n: 6 });
  });

  it('leaves out missing values, and clusters without any', () => {
    expect(clusteredMean([1, null, 3, Number.NaN], [1, 2, 3, 3])).toMatchObject({
      mean: 2,
      clusters: 2,
      n: 2,
      missing: 2,
    });
  });

  it('says why there is none', () => {
    expect(clusteredMean([1, 2], [7, 7])).toMatchObject({ reason: 'fewer-than-two-clusters' });
    expect(clusteredMean([2, 2], [1, 2])).toMatchObject({ reason: 'does-not-vary' });
    // Of each mother one child more and one child less.
    expect(clusteredMean([1, -1, 0, 0], ['a', 'a', 'b', 'b'])).toMatchObject({
      reason: 'does-not-vary',
    });
    expect(() => clusteredMean([1], [1, 2])).toThrow('differ in length');
    expect(() => clusteredMean([1, Number.POSITIVE_INFINITY], [1, 2])).toThrow('is not finite');
  });
});

describe('the interval of a rank', () => {
  const apart = (k: number, p: number) =>
    Array.from({ length: k }, (_, i) => Array.from({ length: k }, (_, j) => (i === j ? null : p)));

  it('is the rank alone when every pair is told apart, and all places when none is', () => {
    expect(rankIntervals([0.5, 0.9, 0.1], apart(3, 1e-6))).toEqual([
      { rank: 2, low: 2, high: 2 },
      { rank: 1, low: 1, high: 1 },
      { rank: 3, low: 3, high: 3 },
    ]);
    expect(rankIntervals([0.5, 0.9], apart(2, 0.4))).toEqual([
      { rank: 2, low: 1, high: 2 },
      { rank: 1, low: 1, high: 2 },
    ]);
  });

  it('holds the rank, and grows as less is told apart', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 8 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (estimates, p) => {
          const all = rankIntervals(estimates, apart(estimates.length, p));
          const looser = rankIntervals(estimates, apart(estimates.length, Math.min(1, p * 2)));
          return all.every(
            ({ rank, low, high }, i) =>
              low <= rank &&
              rank <= high &&
              low >= (looser[i]?.low ?? 0) &&
              high <= (looser[i]?.high ?? 0),
          );
        },
      ),
    );
  });

  it('wants the p-value of every pair', () => {
    expect(() => rankIntervals([1, 2], [[null, 0.5]])).toThrow('all 2 x 2 pairs');
  });
});
