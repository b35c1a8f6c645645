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
  const exponent = correction - deviance(successes, n * p) - deviance(failures, n * q);
  return Math.exp(exponent - LOG_SQRT_TWO_PI) * Math.sqrt(n / (successes * failures));
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

/** x log(x / mean) + mean - x, by its series where the terms would cancel. */
function deviance(x: number, mean: number): number {
  if (Math.abs(x - mean) >= 0.1 * (x + mean)) return x * Math.log(x / mean) + mean - x;
  const v = (x - mean) / (x + mean);
  let sum = (x - mean) * v;
  let term = 2 * x * v;
  for (let j = 1; j < 1000; j += 1) {
    term *= v * v;
    const next = sum + term / (2 * j + 1);
    if (next === sum) return sum;
    sum = next;
  }
  return sum;
}
