import { poissonTerm } from './saddle-point.ts';
import type { Tails } from './tails.ts';

/** The parts of a mixture: each part has more above it than the one before. */
export type Parts = {
  readonly tailsAt: (j: number) => Tails;
  /** What the upper tail of part j + 1 has more than that of part j. */
  readonly stepAt: (j: number) => number;
  /** A further factor of the weight, at most about 1. */
  readonly factorAt?: (j: number) => number;
};

/**
 * Tails of a mixture whose j-th part has the Poisson weight of j.
 *
 * Only the two outermost parts are worked out; the steps between carry the upper tail up and the lower
 * tail down. All terms are positive, so nothing cancels, and every weight a double can hold is taken in:
 * far from its centre a mixture lives on tiny weights.
 */
export function poissonMixture(mean: number, { tailsAt, stepAt, factorAt }: Parts): Tails {
  const reach = 40 * Math.sqrt(mean);
  const first = Math.max(0, Math.floor(mean - reach - 10));
  const last = Math.ceil(mean + reach + 200);
  const size = last - first + 1;
  const weights = Float64Array.from({ length: size }, (_, i) => {
    const weight = poissonTerm(first + i, mean);
    return weight === 0 || !factorAt ? weight : weight * factorAt(first + i);
  });
  const steps = Float64Array.from({ length: size }, (_, i) => stepAt(first + i));
  let part = tailsAt(first).upper;
  let upper = 0;
  for (let i = 0; i < size; i += 1) {
    upper += (weights[i] as number) * part;
    part += steps[i] as number;
  }
  part = tailsAt(last).lower;
  let lower = (weights[size - 1] as number) * part;
  for (let i = size - 2; i >= 0; i -= 1) {
    part += steps[i] as number;
    lower += (weights[i] as number) * part;
  }
  return { lower, upper };
}
