import { incompleteBeta } from './incomplete-beta.ts';
import { quantileByTail } from './quantile-by-tail.ts';
import type { Probability } from './tails.ts';

type Shape = { readonly a: number; readonly b: number };

/**
 * The value of a beta variable with probability `p` below it (or `{ upper: p }` above it), by root
 * finding on the log odds.
 * @param probability strictly between 0 and 1
 * @param shape a and b, both positive
 */
export function betaQuantile(probability: Probability, shape: Shape): number {
  return pointAt(betaLogOdds(probability, shape)).x;
}

/** log(x / (1 - x)) of the quantile x: neither end loses digits. */
export function betaLogOdds(probability: Probability, { a, b }: Shape): number {
  if (!(a > 0 && b > 0)) throw new RangeError(`shapes must be positive: ${a}, ${b}`);
  return quantileByTail(probability, (z) => incompleteBeta(pointAt(z), { a, b }), Math.log(a / b));
}

function pointAt(logOdds: number): { x: number; y: number } {
  return { x: 1 / (1 + Math.exp(-logOdds)), y: 1 / (1 + Math.exp(logOdds)) };
}
