import fc from 'fast-check';
import { expect, it } from 'vitest';
import { bandOf, bandsBetween } from './bands.ts';

it('puts every number at or above the first cut into exactly one band', () => {
  const bands = bandsBetween([0, 3, 7, 18]);
  expect(bandOf(bands, 3)?.id).toBe('from-3');
  expect(bandOf(bands, 2.99)?.id).toBe('from-0');
  expect(bandOf(bands, 18)).toEqual({ id: 'from-18', from: 18, below: null });
  expect(bandOf(bands, -1)).toBeNull();
  fc.assert(
    fc.property(fc.double({ min: 0, max: 200, noNaN: true }), (value) => {
      const inside = bands.filter((b) => value >= b.from && (b.below === null || value < b.below));
      expect(inside).toEqual([bandOf(bands, value)]);
    }),
  );
});

it('refuses cut points that do not rise', () => {
  expect(() => bandsBetween([])).toThrow(RangeError);
  expect(() => bandsBetween([0, 3, 3])).toThrow(RangeError);
  expect(() => bandsBetween([0, Number.NaN])).toThrow(RangeError);
});
