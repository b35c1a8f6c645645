import { expect, it } from 'vitest';
import { roundCount, sipHashOf } from './rounding.ts';

it('hashes as the authors of SipHash do', () => {
  // Appendix A of the paper: key 00 to 0f, message 00 to 0e.
  const key = [0x0706050403020100n, 0x0f0e0d0c0b0a0908n] as const;
  const message = String.fromCharCode(...Array(15).keys());
  expect(sipHashOf(key, message)).toBe(0xa129ca6149be45e5n);
});

it('leaves a multiple as it is and is right on average', () => {
  const seed = 'a secret of this house';
  expect(roundCount(15, { base: 5, seed, identity: 'x' })).toBe(15);
  const rounded = Array.from({ length: 4000 }, (_, i) =>
    roundCount(12, { base: 5, seed, identity: `cell ${i}` }),
  );
  expect(new Set(rounded)).toEqual(new Set([10, 15]));
  const mean = rounded.reduce((a, b) => a + b, 0) / rounded.length;
  // 4,000 draws of 10 or 15: the standard error of their mean is 0.04.
  expect(Math.abs(mean - 12)).toBeLessThan(0.15);
});

it('goes another way under another secret, and never down when the count goes up', () => {
  const with1 = (count: number) =>
    roundCount(count, { base: 5, seed: 'one secret', identity: 'a' });
  const seeds = Array.from({ length: 40 }, (_, i) =>
    roundCount(12, { base: 5, seed: `secret ${i}`, identity: 'a' }),
  );
  expect(new Set(seeds).size).toBe(2);
  const steps = [11, 12, 13, 14].map(with1);
  expect(steps).toEqual(steps.toSorted((a, b) => a - b));
});
