import { fQuantile } from '../distributions/f.ts';
import { normalQuantile } from '../distributions/normal.ts';
import { sumOf } from '../values.ts';

export type AlphaInterval = { readonly low: number; readonly high: number };

/**
 * Interval of alpha by the F distribution: L. S. Feldt, Psychometrika 30 (1965), as `psych::alpha.ci`.
 * Assumes items of equal covariances; wide below.
 */
export function feldtInterval(
  alpha: number,
  { n, k, level }: { n: number; k: number; level: number },
): AlphaInterval {
  const tail = (1 - level) / 2;
  const degrees = { df1: n - 1, df2: (n - 1) * (k - 1) };
  return {
    low: 1 - (1 - alpha) * fQuantile({ upper: tail }, degrees),
    high: 1 - (1 - alpha) * fQuantile(tail, degrees),
  };
}

/**
 * Interval of alpha by its standard error under normality, whatever the covariances: A. Duhachek and D.
 * Iacobucci, Journal of Applied Psychology 89 (2004), equation 4; the `ase` of `psych::alpha`.
 */
export function duhachekInterval(
  alpha: number,
  covariance: ReadonlyArray<ArrayLike<number>>,
  { n, level }: { n: number; level: number },
): AlphaInterval & { readonly standardError: number } {
  const k = covariance.length;
  const rowSums = covariance.map((row) => sumOf(row));
  const total = sumOf(rowSums);
  const trace = sumOf(covariance.map((row, i) => row[i] as number));
  // The trace of V squared is the sum of its squared entries; j'V V j that of its squared row sums.
  const traceOfSquare = sumOf(covariance.flatMap((row) => Array.from(row, (entry) => entry ** 2)));
  const squaredRows = sumOf(rowSums.map((sum) => sum ** 2));
  const q =
    ((2 * k * k) / ((k - 1) ** 2 * total ** 3)) *
    (total * (traceOfSquare + trace ** 2) - 2 * trace * squaredRows);
  const standardError = Math.sqrt(Math.max(0, q) / n);
  const reach = normalQuantile({ upper: (1 - level) / 2 }) * standardError;
  return { low: alpha - reach, high: alpha + reach, standardError };
}
