import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { liveCount } from './live-count.ts';

it('tells the network fives and everybody tens, and never more than there are', () => {
  expect([0, 4, 5, 9, 12].map((count) => liveCount(count, 'network'))).toEqual([0, 0, 5, 5, 10]);
  expect([9, 10, 19].map((count) => liveCount(count, 'public'))).toEqual([0, 10, 10]);
  expect([0, 1, 7].map((count) => liveCount(count, 'caseload'))).toEqual([0, 1, 7]);
});

it('tells of nobody, or of at least five, between any two looks', () => {
  fc.assert(
    fc.property(fc.nat(1_000), fc.nat(1_000), (first, second) => {
      const between = Math.abs(liveCount(first, 'network') - liveCount(second, 'network'));
      expect(between === 0 || between >= 5).toBe(true);
    }),
  );
});
