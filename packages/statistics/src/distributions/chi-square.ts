import { incompleteGamma } from './incomplete-gamma.ts';
import { normalQuantile } from './normal.ts';
import { quantileByTail } from './quantile-by-tail.ts';
import type { Probability, Tails } from './tails.ts';

/**
 * Probabilities below and above `x` of the chi-square distribution.
 * @param x from 0 up
 * @param df positive; need not be whole
 * @throws RangeError outside these
 */
export function chiSquareTails(x: number, df: number): Tails {
  return incompleteGamma(x / 2, df / 2);
}

/**
 * The chi-square with probability `p` below it (or `{ upper: p }` above it).
 * @param probability strictly between 0 and 1
 * @param df positive; need not be whole
 */
export function chiSquareQuantile(probability: Probability, df: number): number {
  if (!(df > 0 && Number.isFinite(df))) throw new RangeError(`degrees of freedom: ${df}`);
  // Wilson and Hilferty, PNAS 17 (1931), as a place to start from.
  const cube = 1 - 2 / (9 * df) + normalQuantile(probability) * Math.sqrt(2 / (9 * df));
  const start = Math.log(df) + 3 * Math.log(Math.max(cube, 1e-3));
  return Math.exp(quantileByTail(probability, (z) => chiSquareTails(Math.exp(z), df), start));
}
