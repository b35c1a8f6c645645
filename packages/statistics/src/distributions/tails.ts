/** The probability below a point and the one above it; the smaller one keeps its full precision. */
export type Tails = { readonly lower: number; readonly upper: number };

/** Where a quantile is sought: a number is the probability below it, `upper` the one above it. */
export type Probability = number | { readonly upper: number };

/** A probability on the side where it keeps its digits. */
export type Tail = { readonly side: keyof Tails; readonly p: number };

/**
 * The smaller of the two tails a probability names.
 * @throws RangeError unless it lies strictly between 0 and 1
 */
export function tailOf(probability: Probability): Tail {
  const side = typeof probability === 'number' ? 'lower' : 'upper';
  const p = typeof probability === 'number' ? probability : probability.upper;
  if (!(p > 0 && p < 1)) throw new RangeError(`not a probability between 0 and 1: ${p}`);
  if (p <= 0.5) return { side, p };
  return { side: side === 'lower' ? 'upper' : 'lower', p: 1 - p };
}

/** Twice the smaller tail, at most 1: the two-sided p of a statistic with a continuous distribution. */
export function twoSided({ lower, upper }: Tails): number {
  return Math.min(1, 2 * Math.min(lower, upper));
}

/** The same tails seen from the other end. */
export function mirrored({ lower, upper }: Tails): Tails {
  return { lower: upper, upper: lower };
}
