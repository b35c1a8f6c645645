import { requireLevel } from '../level.ts';
import type { NotEstimable, Values } from '../values.ts';
import { type AlphaInterval, duhachekInterval, feldtInterval } from './alpha-intervals.ts';
import {
  alphaOf,
  averageCorrelationOf,
  correlationsOf,
  covarianceSums,
  lambda2Of,
  steppedUp,
} from './covariance-sums.ts';
import { type NoCovariance, type ScaleOptions, scaleCovariance } from './scale-covariance.ts';

/** Internal consistency of a scale. */
export type CronbachAlpha =
  | {
      readonly kind: 'estimated';
      /** From variances and covariances. */
      readonly raw: number;
      /** From correlations; `null` when an item does not vary. */
      readonly standardised: number | null;
      /** Mean of the correlations between items; `null` when an item does not vary. */
      readonly averageCorrelation: number | null;
      /** Guttman's lower bound, never below raw alpha. */
      readonly lambda2: number;
      /** Of raw alpha, by the F distribution (items of equal covariances). */
      readonly feldt: AlphaInterval;
      /** Of raw alpha, by its normal-theory standard error. */
      readonly duhachek: AlphaInterval & { readonly standardError: number };
      readonly level: number;
      /** Of the sum of the items, and its standard error of measurement by raw alpha. */
      readonly totalStandardDeviation: number;
      readonly standardErrorOfMeasurement: number;
      readonly items: number;
      /** Cases with every item answered (pairwise: the fewest behind a covariance). */
      readonly n: number;
      /** Cases with an item missing. */
      readonly missing: number;
    }
  | NoCovariance
  | NotEstimable<'total-does-not-vary'>;

/**
 * Cronbach's alpha and what belongs to it.
 *
 * Raw: k / (k - 1) x (1 - sum of item variances / variance of the total), L. J. Cronbach, Psychometrika 16
 * (1951). Standardised: k r / (1 + (k - 1) r) with r the mean correlation between items. Lambda-2: L.
 * Guttman, Psychometrika 10 (1945).
 * @param items one array an item, all of the same length, a case at the same place in each
 * @param options what is done with missing answers, which items are reversed, and the intervals' level
 * (0.95 unless told otherwise)
 * @throws RangeError when the lengths differ, an answer is infinite or a reversed item's range is left
 */
export function cronbachAlpha(
  items: readonly Values[],
  { level = 0.95, ...options }: ScaleOptions & { level?: number } = {},
): CronbachAlpha {
  requireLevel(level);
  const moments = scaleCovariance(items, options);
  if (moments.kind === 'not-estimable') return moments;
  const { covariance, n, missing } = moments;
  const all = items.map((_, i) => i);
  const sums = covarianceSums(covariance, all);
  if (sums.total === 0) return { kind: 'not-estimable', reason: 'total-does-not-vary', n };
  const raw = alphaOf(sums);
  const k = items.length;
  const correlations = correlationsOf(covariance);
  const averageCorrelation = correlations && averageCorrelationOf(correlations, all);
  const totalStandardDeviation = Math.sqrt(sums.total);
  return {
    kind: 'estimated',
    raw,
    standardised: averageCorrelation === null ? null : steppedUp(averageCorrelation, k),
    averageCorrelation,
    lambda2: lambda2Of(sums),
    feldt: feldtInterval(raw, { n, k, level }),
    duhachek: duhachekInterval(raw, covariance, { n, level }),
    level,
    totalStandardDeviation,
    standardErrorOfMeasurement: totalStandardDeviation * Math.sqrt(1 - raw),
    items: k,
    n,
    missing,
  };
}
