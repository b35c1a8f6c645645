import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  adjustP,
  cohenD,
  cohenDPaired,
  hedgesG,
  kruskalWallis,
  mannWhitney,
  oneSampleTTest,
  oneWayAnova,
  pairedTTest,
  studentTTest,
  welchAnova,
  welchTTest,
  wilcoxonSignedRank,
} from '../index.ts';

const regions = { north: [12, 15, null, 9, 14], south: [20, 17, 22, Number.NaN] };

describe('two groups', () => {
  it('are compared over the women who answered, and the others counted', () => {
    expect(welchTTest(regions.north, regions.south)).toMatchObject({ n: 7, missing: 2 });
    expect(mannWhitney(regions.north, regions.south)).toMatchObject({
      n: 7,
      missing: 2,
      u: 0,
      superiority: 0,
      rankBiserial: -1,
      method: 'exact',
    });
    expect(cohenD(regions.north, regions.south)).toMatchObject({ n: 7, missing: 2 });
  });

  it('seen from the other side differ by the sign alone', () => {
    const value = fc.integer({ min: 0, max: 9 });
    const group = fc.array(value, { minLength: 2, maxLength: 12 });
    fc.assert(
      fc.property(group, group, (x, y) => {
        const one = mannWhitney(x, y);
        const other = mannWhitney(y, x);
        if (one.kind !== 'estimated' || other.kind !== 'estimated') {
          expect(one.kind).toBe(other.kind);
          return;
        }
        expect(one.p).toBeCloseTo(other.p, 12);
        expect(one.u + other.u).toBe(x.length * y.length);
        const t = studentTTest(x, y);
        const turned = studentTTest(y, x);
        if (t.kind !== 'estimated' || turned.kind !== 'estimated') return;
        expect(t.t).toBeCloseTo(-turned.t, 10);
        expect(t.low).toBeCloseTo(-turned.high, 10);
      }),
    );
  });

  it('of one woman or of equal women have no test, and say why', () => {
    expect(welchTTest([1], [2, 3])).toMatchObject({ reason: 'fewer-than-two-cases', n: 3 });
    expect(studentTTest([], [2, 3])).toMatchObject({ reason: 'fewer-than-two-cases' });
    expect(studentTTest([4, 4], [4, 4])).toMatchObject({ reason: 'does-not-vary', n: 4 });
    expect(cohenD([4, 4], [5, 5])).toMatchObject({ reason: 'does-not-vary' });
    expect(hedgesG([1], [2, 3])).toMatchObject({ reason: 'fewer-than-two-cases' });
    expect(mannWhitney([4, 4], [4])).toMatchObject({ reason: 'does-not-vary' });
    expect(mannWhitney([], [4])).toMatchObject({ reason: 'a-group-without-cases' });
    expect(oneSampleTTest([0.1, 0.1, 0.1])).toMatchObject({ reason: 'does-not-vary' });
  });

  it('that lie far apart keep their p as a double', () => {
    const low = Array.from({ length: 60 }, (_, i) => i % 3);
    const high = low.map((value) => value + 20);
    const test = studentTTest(low, high);
    if (test.kind !== 'estimated') throw new Error(test.reason);
    expect(test.p).toBeGreaterThan(0);
    expect(test.p).toBeLessThan(1e-100);
  });
});

describe('a woman before and after', () => {
  const before = [20, 18, null, 25, 30];
  const after = [15, 18, 12, 20, null];

  it('counts where both are there', () => {
    expect(pairedTTest(before, after)).toMatchObject({ n: 3, missing: 2, df: 2 });
    expect(cohenDPaired(before, after)).toMatchObject({ n: 3, missing: 2 });
  });

  it('leaves the signed-rank test where nothing changed', () => {
    expect(wilcoxonSignedRank(before, after)).toMatchObject({ n: 2, zeros: 1, missing: 2, v: 3 });
    expect(wilcoxonSignedRank([1, 2], [1, 2])).toEqual({
      kind: 'not-estimable',
      reason: 'no-differences',
      n: 0,
    });
    expect(() => wilcoxonSignedRank([1], [1, 2])).toThrow('differ in length');
  });
});

describe('several groups', () => {
  it('need two of them, filled, with something that varies', () => {
    expect(oneWayAnova([[1, 2]])).toMatchObject({ reason: 'fewer-than-two-groups' });
    expect(oneWayAnova([[1, 2], [null]])).toMatchObject({ reason: 'a-group-without-cases' });
    expect(oneWayAnova([[1], [2]])).toMatchObject({ reason: 'no-group-of-two-cases' });
    expect(
      oneWayAnova([
        [1, 1],
        [2, 2],
      ]),
    ).toMatchObject({ reason: 'does-not-vary-within' });
    expect(welchAnova([[1], [2, 3]])).toMatchObject({ reason: 'a-group-of-fewer-than-two-cases' });
    expect(
      welchAnova([
        [1, 1],
        [2, 3],
      ]),
    ).toMatchObject({ reason: 'a-group-does-not-vary' });
    expect(kruskalWallis([[1, 1], [1]])).toMatchObject({ reason: 'does-not-vary' });
    expect(kruskalWallis([[1, 1], []])).toMatchObject({ reason: 'a-group-without-cases' });
  });

  it('of two are Student and Mann and Whitney again', () => {
    const [x, y] = [regions.north, regions.south];
    const anova = oneWayAnova([x, y]);
    const t = studentTTest(x, y);
    if (anova.kind !== 'estimated' || t.kind !== 'estimated') throw new Error('not estimated');
    expect(anova.f).toBeCloseTo(t.t ** 2, 10);
    expect(anova.p).toBeCloseTo(t.p, 12);
    const kruskal = kruskalWallis([x, y]);
    const ranks = mannWhitney(x, y);
    if (kruskal.kind !== 'estimated' || ranks.kind !== 'estimated')
      throw new Error('not estimated');
    expect(kruskal.exactP).toBeCloseTo(ranks.p, 12);
  });

  it('keep their own n, mean and spread', () => {
    const anova = oneWayAnova([regions.north, [3]]);
    expect(anova).toMatchObject({
      groups: [
        { n: 4, mean: 12.5 },
        { n: 1, mean: 3, standardDeviation: null },
      ],
    });
  });
});

describe('many tests at once', () => {
  it('are adjusted for those that were made', () => {
    expect(adjustP([0.01, null, 0.04], 'holm')).toEqual([0.02, null, 0.04]);
    expect(adjustP([], 'benjamini-hochberg')).toEqual([]);
    expect(() => adjustP([1.2], 'holm')).toThrow('not a p-value');
  });
});
