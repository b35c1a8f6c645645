import { increasingRoot } from '../distributions/root.ts';

/** From here on nobody could tell the counts from Poisson's. */
const LARGEST = 1e8;

/**
 * The theta of a negative binomial that maximises the likelihood at these expected counts, sought on its
 * logarithm; at a maximum the score changes its sign once.
 * @param start above 0
 * @returns `null` where the likelihood still rises towards Poisson's
 */
export function bestTheta(counts: Float64Array, mean: Float64Array, start: number): number | null {
  const above = casesAbove(counts);
  const score = (theta: number) => scoreOf(counts, mean, { theta, above });
  if (score(LARGEST) >= 0) return null;
  return Math.exp(increasingRoot((log) => -score(Math.exp(log)), Math.log(start)));
}

/** Standard error from the observed information, as `MASS::theta.ml`. */
export function thetaError(counts: Float64Array, mean: Float64Array, theta: number): number {
  let information = 0;
  casesAbove(counts).forEach((cases, k) => {
    information += cases / (theta + k) ** 2;
  });
  for (let i = 0; i < counts.length; i += 1) {
    const mu = mean[i] as number;
    information -= (mu * mu + theta * (counts[i] as number)) / (theta * (mu + theta) ** 2);
  }
  return 1 / Math.sqrt(information);
}

/** Derivative of the log-likelihood by the logarithm of theta. */
function scoreOf(
  counts: Float64Array,
  mean: Float64Array,
  { theta, above }: { theta: number; above: Float64Array },
): number {
  let score = 0;
  above.forEach((cases, k) => {
    score += cases / (theta + k);
  });
  for (let i = 0; i < counts.length; i += 1) {
    const mu = mean[i] as number;
    score += (mu - (counts[i] as number)) / (mu + theta) - Math.log1p(mu / theta);
  }
  return score * theta;
}

/**
 * How many counts are above 0, above 1, ...: the digamma and trigamma functions at theta + count less those at
 * theta are sums over these (Abramowitz and Stegun 6.3.6 and 6.4.6), without cancellation.
 */
function casesAbove(counts: Float64Array): Float64Array {
  const above = new Float64Array(counts.reduce((most, count) => Math.max(most, count), 0));
  for (const count of counts) if (count > 0) above[count - 1] = (above[count - 1] as number) + 1;
  for (let k = above.length - 2; k >= 0; k -= 1) {
    above[k] = (above[k] as number) + (above[k + 1] as number);
  }
  return above;
}
