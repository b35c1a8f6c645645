import type { FDegrees } from './f.ts';
import { noncentralChiSquareTails, noncentralFTails, noncentralTTails } from './noncentral.ts';
import { normalQuantile } from './normal.ts';
import { AROUND_CENTRE, type Reach } from './poisson-mixture.ts';
import { increasingRoot } from './root.ts';
import type { Tails } from './tails.ts';

export type Limits = { readonly low: number; readonly high: number };

/**
 * The noncentralities under which an observed t has the probability (1 - level) / 2 above it (low)
 * and below it (high): J. H. Steiger and R. T. Fouladi, "Noncentrality Interval Estimation" (1997).
 */
export function tNoncentralityLimits(t: number, df: number, level: number): Limits {
  const tail = (1 - level) / 2;
  const reach = -normalQuantile(tail);
  const at = (noncentrality: number) => noncentralTTails(t, { df, noncentrality }, reachOf(tail));
  return {
    low: increasingRoot((noncentrality) => logOf(at(noncentrality).upper / tail), t - reach),
    high: increasingRoot((noncentrality) => -logOf(at(noncentrality).lower / tail), t + reach),
  };
}

/** The same for an observed F; a limit is 0 where even a noncentrality of 0 leaves too little. */
export function fNoncentralityLimits(f: number, { df1, df2 }: FDegrees, level: number): Limits {
  return limitsFromZero(f * df1, level, (noncentrality, reach) =>
    noncentralFTails(f, { df1, df2, noncentrality }, reach),
  );
}

/** The same for an observed chi-square. */
export function chiSquareNoncentralityLimits(x: number, df: number, level: number): Limits {
  return limitsFromZero(x, level, (noncentrality, reach) =>
    noncentralChiSquareTails(x, { df, noncentrality }, reach),
  );
}

function limitsFromZero(
  start: number,
  level: number,
  tailsWithin: (noncentrality: number, reach: Reach | undefined) => Tails,
): Limits {
  const tail = (1 - level) / 2;
  const reach = reachOf(tail);
  const tailsUnder = (noncentrality: number) => tailsWithin(noncentrality, reach);
  const central = tailsUnder(0);
  // Sought on the logarithm: the noncentrality is positive.
  const solve = (distance: (tails: Tails) => number) =>
    Math.exp(increasingRoot((z) => distance(tailsUnder(Math.exp(z))), Math.log(start)));
  return {
    low: central.upper >= tail ? 0 : solve(({ upper }) => logOf(upper / tail)),
    high: central.lower <= tail ? 0 : solve(({ lower }) => -logOf(lower / tail)),
  };
}

/** Where a tail of that size is sought, parts that weigh next to nothing cannot be seen in it. */
const reachOf = (tail: number): Reach | undefined => (tail > 1e-6 ? AROUND_CENTRE : undefined);

/** A tail that has underflown is far off, not infinitely far. */
const logOf = (ratio: number) => Math.log(Math.max(ratio, Number.MIN_VALUE));
