import { describe as about, expect, it } from 'vitest';
import reference from '../../reference/expected/describe.json' with { type: 'json' };
import { CLOSED_FORMULA, largestError } from '../../reference/largest-error.ts';
import { describe, meanInterval, quantile } from '../index.ts';

const DATA_SETS = Object.entries(reference).map(([name, data]) => ({ name, ...data }));

about('the description of a variable', () => {
  it.each(DATA_SETS)('of the $name data equals R', ({ values, expected }) => {
    expect(largestError(describe(values), expected)).toBeLessThan(CLOSED_FORMULA);
  });

  it.each(DATA_SETS)('of the $name data is the same from a typed array', ({ values, expected }) => {
    const typed = Float64Array.from(values, (v) => v ?? Number.NaN);
    expect(largestError(describe(typed), expected)).toBeLessThan(CLOSED_FORMULA);
  });

  it.each(DATA_SETS.filter((data) => data.intervals))(
    'comes with the interval of the mean that R gives for the $name data',
    ({ values, intervals }) => {
      for (const [level, expected] of Object.entries(intervals ?? {})) {
        const interval = meanInterval(values, Number(level));
        if (interval.kind !== 'estimated') throw new Error(interval.reason);
        expect(largestError([interval.low, interval.high], expected)).toBeLessThan(CLOSED_FORMULA);
      }
    },
  );

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

  it('refuses what cannot be a measurement', () => {
    expect(() => describe([1, Number.POSITIVE_INFINITY])).toThrow('value 1 is not finite');
    expect(() => quantile([], 0.5)).toThrow(RangeError);
    expect(() => quantile([1], 1.5)).toThrow(RangeError);
    expect(() => meanInterval([1, 2], 95)).toThrow('not a level');
  });

  it('leaves its input as it was', () => {
    const values = Object.freeze([3, 1, 2]);
    describe(values);
    expect(values).toEqual([3, 1, 2]);
  });
});
