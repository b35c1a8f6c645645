import { poissonTerm } from './saddle-point.ts';
import type { Tails } from './tails.ts';

const NEGLIGIBLE = 1e-17;

/**
 * Tails of a mixture whose j-th part has the Poisson weight of j, summed from the weight's mode
 * outward both ways until neither tail can grow. All terms are positive, so nothing cancels.
 * @param partAt its lower tail falls with j and its upper tail grows; both at most 1
 */
export function poissonMixture(mean: number, partAt: (j: number) => Tails): Tails {
  let lower = 0;
  let upper = 0;
  const mode = Math.floor(mean);
  for (const step of [1, -1]) {
    for (let j = step === 1 ? mode : mode - 1; j >= 0; j += step) {
      const weight = poissonTerm(j, mean);
      const part = partAt(j);
      lower += weight * part.lower;
      upper += weight * part.upper;
      // Far from its mode the mixture may live on weights that are tiny: what is still to come is
      // bounded by the weight alone on the side that grows that way.
      const coming =
        step === 1
          ? weight * part.lower > NEGLIGIBLE * lower || weight > NEGLIGIBLE * upper
          : weight > NEGLIGIBLE * lower || weight * part.upper > NEGLIGIBLE * upper;
      if (!coming || weight === 0) break;
    }
  }
  return { lower, upper };
}
