import { incompleteBeta } from './incomplete-beta.ts';
import { normalQuantile } from './normal.ts';
import { quantileByTail } from './quantile-by-tail.ts';
import { mirrored, type Probability, type Tails, tailOf } from './tails.ts';

/**
 * Probabilities below and above `t` of Student's distribution with `df` degrees of freedom, through
 * the incomplete beta function (Abramowitz and Stegun 26.7.1).
 * @param df positive; need not be whole
 * @throws RangeError when df is not positive or t is NaN
 */
export function studentTTails(t: number, df: number): Tails {
  requireDegrees(df);
  if (Number.isNaN(t)) throw new RangeError('not a value of t: NaN');
  // The ratio first: the square of a very large t would pass the range of doubles.
  const ratio = Math.abs(t) / Math.sqrt(df);
  const y = ratio > 1e150 ? 1 : (ratio * ratio) / (1 + ratio * ratio);
  const x = ratio > 1e150 ? 0 : 1 / (1 + ratio * ratio);
  const tail = incompleteBeta({ x, y }, { a: df / 2, b: 0.5 }).lower / 2;
  const tails = { lower: 1 - tail, upper: tail };
  return t >= 0 ? tails : mirrored(tails);
}

/**
 * The value of Student's t with probability `p` below it (or `{ upper: p }` above it), by root
 * finding on the incomplete beta function (relative accuracy about 1e-13 for df of 0.5 to 1e7).
 * @param probability strictly between 0 and 1
 * @param df positive; need not be whole
 */
export function studentTQuantile(probability: Probability, df: number): number {
  requireDegrees(df);
  const { side, p } = tailOf(probability);
  if (p === 0.5) return 0;
  // On logarithms both ways the tail is nearly a straight line.
  const logT = quantileByTail(
    { upper: p },
    (z) => studentTTails(Math.exp(z), df),
    Math.log(-normalQuantile(p)),
  );
  return side === 'upper' ? Math.exp(logT) : -Math.exp(logT);
}

function requireDegrees(df: number): void {
  if (!(df > 0 && Number.isFinite(df))) throw new RangeError(`degrees of freedom: ${df}`);
}
