import { incompleteBeta } from './incomplete-beta.ts';
import { normalQuantile } from './normal.ts';
import { increasingRoot } from './root.ts';

/** Probability of a Student t with `df` degrees of freedom above `t`; small tails keep their digits. */
export function studentTUpperTail(t: number, df: number): number {
  requireDegrees(df);
  const square = t * t;
  const { lower } = incompleteBeta(
    { x: df / (df + square), y: square / (df + square) },
    { a: df / 2, b: 0.5 },
  );
  return t >= 0 ? lower / 2 : 1 - lower / 2;
}

/**
 * The value of a Student t with probability `p` below it, by root finding on the incomplete beta
 * function (relative accuracy about 1e-13 for df between 0.5 and 1e7).
 * @param p strictly between 0 and 1
 * @param df positive; need not be whole
 */
export function studentTQuantile(p: number, df: number): number {
  requireDegrees(df);
  if (!(p > 0 && p < 1)) throw new RangeError(`not a probability between 0 and 1: ${p}`);
  if (p === 0.5) return 0;
  if (p < 0.5) return -upperQuantile(p, df);
  return upperQuantile(1 - p, df);
}

/** The positive t with probability `tail` (below one half) above it. */
function upperQuantile(tail: number, df: number): number {
  const aim = Math.log(tail);
  // On logarithms both ways the tail is nearly a straight line.
  const root = increasingRoot(
    (logT) => aim - Math.log(studentTUpperTail(Math.exp(logT), df)),
    Math.log(-normalQuantile(tail)),
  );
  return Math.exp(root);
}

function requireDegrees(df: number): void {
  if (!(df > 0 && Number.isFinite(df))) throw new RangeError(`degrees of freedom: ${df}`);
}
