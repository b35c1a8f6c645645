import { describe as about, expect, it } from 'vitest';
import { describe, meanInterval, quantile, shape } from '../index.ts';

about('the description of a variable', () => {
  it('of nobody has n and nothing else, and never NaN', () => {
    expect(describe([null, Number.NaN, undefined])).toEqual({
      n: 0,
      missing: 3,
      mean: null,
      standardDeviation: null,
      standardError: null,
      minimum: null,
      lowerQuartile: null,
      median: null,
      upperQuartile: null,
      maximum: null,
      interquartileRange: null,
      skewness: null,
      kurtosis: null,
    });
  });

  it('of one woman has a mean but no spread and no interval', () => {
    expect(describe([33]).standardDeviation).toBeNull();
    expect(meanInterval([33])).toEqual({
      kind: 'not-estimable',
      reason: 'fewer-than-two-cases',
      n: 1,
    });
  });

  it('of women who all say the same has no shape', () => {
    expect(describe([4, 4, 4])).toMatchObject({ standardDeviation: 0, skewness: null });
    expect(shape([4, 4, null])).toEqual({ kind: 'not-estimable', reason: 'does-not-vary', n: 2 });
    expect(shape([1, 2], 2)).toMatchObject({ skewness: null, kurtosis: null, n: 2 });
  });

  it('refuses what cannot be a measurement', () => {
    expect(() => describe([1, Number.POSITIVE_INFINITY])).toThrow('value 1 is not finite');
    expect(() => quantile([], 0.5)).toThrow(RangeError);
    expect(() => quantile([1], 1.5)).toThrow(RangeError);
    expect(() => meanInterval([1, 2], 95)).toThrow('not a level');
  });

  it('is the same, whether values are few and found again or many', () => {
    for (const different of [2, 15, 16, 17, 200]) {
      const values = Array.from({ length: 400 }, (_, i) => (((i * 7919) % different) - 3) / 7);
      const sorted = values.toSorted((a, b) => a - b);
      const { mean, minimum, median, maximum, skewness, kurtosis } = describe(values);
      expect([minimum, median, maximum]).toEqual([0, 0.5, 1].map((p) => quantile(sorted, p)));
      const moment = (power: number) =>
        values.reduce((sum, value) => sum + (value - (mean ?? 0)) ** power, 0) / values.length;
      const ratio = (values.length - 1) / values.length;
      expect(skewness).toBeCloseTo((moment(3) / moment(2) ** 1.5) * ratio ** 1.5, 12);
      expect(kurtosis).toBeCloseTo((moment(4) / moment(2) ** 2) * ratio ** 2 - 3, 12);
    }
  });

  it('leaves its input as it was', () => {
    const values = Object.freeze([3, 1, 2]);
    describe(values);
    expect(values).toEqual([3, 1, 2]);
  });
});
