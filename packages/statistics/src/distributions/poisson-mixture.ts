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

/** How far from the centre of a mixture its parts are taken in: so many standard deviations, and so many parts more above. */
export type Reach = { readonly deviations: number; readonly parts: number };

/** Every weight that a double can hold: far from its centre a mixture lives on tiny ones. */
const WHOLE: Reach = { deviations: 40, parts: 200 };
/** What is left out weighs less than 1e-30 altogether: for tails that are no smaller than a hundredth or so. */
export const AROUND_CENTRE: Reach = { deviations: 12, parts: 40 };

/**
 * Tails of a mixture whose j-th part has the Poisson weight of j.
 *
 * Only the two outermost parts are worked out; the steps between carry the upper tail up and the lower
 * tail down. All terms are positive, so nothing cancels.
 */
export function poissonMixture(
  mean: number,
  { tailsAt, stepAt, factorAt }: Parts,
  { deviations, parts }: Reach = WHOLE,
): Tails {
  const reach = deviations * Math.sqrt(mean);
  const first = Math.max(0, Math.floor(mean - reach - 10));
  const last = Math.ceil(mean + reach + parts);
  const size = last - first + 1;
  const weights = new Float64Array(size);
  const steps = new Float64Array(size);
  for (let i = 0; i < size; i += 1) {
    const weight = poissonTerm(first + i, mean);
    weights[i] = weight === 0 || !factorAt ? weight : weight * factorAt(first + i);
    steps[i] = stepAt(first + i);
  }
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
