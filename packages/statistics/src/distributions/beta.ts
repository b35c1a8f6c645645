import { incompleteBeta } from './incomplete-beta.ts';
import { increasingRoot } from './root.ts';

/**
 * The value of a beta variable with probability `p` below it, by root finding on the log odds.
 * @param p strictly between 0 and 1
 * @param shape a and b, both positive
 */
export function betaQuantile(p: number, { a, b }: { a: number; b: number }): number {
  if (!(p > 0 && p < 1)) throw new RangeError(`not a probability between 0 and 1: ${p}`);
  const logOdds = increasingRoot(
    (z) => {
      const tails = incompleteBeta(pointAt(z), { a, b });
      // Each side is compared on the tail that keeps its digits.
      return p < 0.5 ? Math.log(tails.lower / p) : Math.log((1 - p) / tails.upper);
    },
    Math.log(a / b),
  );
  return pointAt(logOdds).x;
}

function pointAt(logOdds: number): { x: number; y: number } {
  return { x: 1 / (1 + Math.exp(-logOdds)), y: 1 / (1 + Math.exp(logOdds)) };
}
