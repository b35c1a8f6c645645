import { logGamma } from './log-gamma.ts';

const LOG_SQRT_TWO_PI = 0.9189385332046728;

/**
 * Gamma(s + f + 1) / (Gamma(s + 1) Gamma(f + 1)) p^s q^f for any positive s and f.
 *
 * C. Loader, "Fast and Accurate Computation of Binomial Probabilities" (2000): deviances in place
 * of differences of large logarithms.
 * @param odds p and q = 1 - p, both positive
 */
export function binomialTerm(
  { successes, failures }: { successes: number; failures: number },
  { p, q }: { p: number; q: number },
): number {
  const n = successes + failures;
  const correction = stirlingError(n) - stirlingError(successes) - stirlingError(failures);
  // From the smaller of p and q: thousands of successes would multiply the rounding of the larger.
  const gap = p < q ? successes - n * p : n * q - failures;
  const exponent = correction - deviance(successes, n * p, gap) - deviance(failures, n * q, -gap);
  return Math.exp(exponent - LOG_SQRT_TWO_PI) * Math.sqrt(n / (successes * failures));
}

/** mean^x e^-mean / Gamma(x + 1) for any x from 0 up and a positive mean, by Loader's form. */
export function poissonTerm(x: number, mean: number): number {
  if (x === 0) return Math.exp(-mean);
  return Math.exp(-stirlingError(x) - deviance(x, mean) - LOG_SQRT_TWO_PI) / Math.sqrt(x);
}

/** log Gamma(n + 1) less Stirling's approximation of it. */
function stirlingError(n: number): number {
  if (n < 16) return logGamma(n + 1) - (n + 0.5) * Math.log(n) + n - LOG_SQRT_TWO_PI;
  const square = n * n;
  return (
    (1 / 12 - (1 / 360 - (1 / 1260 - (1 / 1680 - 1 / 1188 / square) / square) / square) / square) /
    n
  );
}

/**
 * x log(x / mean) + mean - x, by its series where the terms would cancel.
 * @param gap x - mean, given apart where it is known more precisely than the two
 */
function deviance(x: number, mean: number, gap = x - mean): number {
  if (Math.abs(gap) >= 0.1 * (x + mean)) return x * Math.log(x / mean) - gap;
  const v = gap / (x + mean);
  let sum = gap * v;
  let term = 2 * x * v;
  for (let j = 1; j < 1000; j += 1) {
    term *= v * v;
    const next = sum + term / (2 * j + 1);
    if (next === sum) return sum;
    sum = next;
  }
  return sum;
}
