import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { proportionInterval } from '../index.ts';

function boundsOf(given: Parameters<typeof proportionInterval>[0]): [number, number] {
  const interval = proportionInterval(given);
  if (interval.kind !== 'estimated') throw new Error(interval.reason);
  return [interval.low, interval.high];
}

describe('the interval of a proportion', () => {
  it('holds its proportion, stays within 0 and 1', () => {
    const counts = fc
      .integer({ min: 1, max: 5000 })
      .chain((n) => fc.tuple(fc.integer({ min: 0, max: n }), fc.constant(n)));
    fc.assert(
      fc.property(counts, fc.double({ min: 0.5, max: 0.999, noNaN: true }), ([count, n], level) => {
        for (const method of ['wilson', 'clopper-pearson', 'agresti-coull', 'wald'] as const) {
          const [low, high] = boundsOf({ count, n, level, method });
          expect(low).toBeGreaterThanOrEqual(0);
          expect(high).toBeLessThanOrEqual(1);
          expect(low).toBeLessThanOrEqual(count / n);
          expect(high).toBeGreaterThanOrEqual(count / n);
        }
      }),
    );
  });

  it('of nobody is not an interval', () => {
    expect(proportionInterval({ count: 0, n: 0 })).toEqual({
      kind: 'not-estimable',
      reason: 'no-cases',
      n: 0,
    });
  });

  it('refuses more women than there are', () => {
    expect(() => proportionInterval({ count: 5, n: 4 })).toThrow('5 of 4');
    expect(() => proportionInterval({ count: 0.5, n: 4 })).toThrow(RangeError);
  });
});
