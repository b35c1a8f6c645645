import type { Values } from '../values.ts';
import {
  alphaOf,
  averageCorrelationOf,
  correlationsOf,
  covarianceSums,
  lambda2Of,
  steppedUp,
} from './covariance-sums.ts';
import { type NoCovariance, type ScaleOptions, scaleCovariance } from './scale-covariance.ts';

/** One item of a scale, after reversal. */
export type ItemStatistics = {
  /** Answers behind its mean and standard deviation. */
  readonly n: number;
  readonly mean: number;
  readonly standardDeviation: number;
  /** With the sum of all items; `null` where it or the item does not vary, as below. */
  readonly itemTotalCorrelation: number | null;
  /** With the sum of the other items. */
  readonly itemRestCorrelation: number | null;
  /** What is left without it; `null` for the last two items. */
  readonly ifDropped: {
    readonly alpha: number;
    /** `null` when another item does not vary. */
    readonly standardisedAlpha: number | null;
    readonly averageCorrelation: number | null;
    readonly lambda2: number;
  } | null;
};

export type ScaleItems =
  | {
      readonly kind: 'estimated';
      readonly items: readonly ItemStatistics[];
      readonly n: number;
      readonly missing: number;
    }
  | NoCovariance;

/**
 * Each item of a scale against the others, as the `item.stats` and `alpha.drop` of `psych::alpha`.
 * @param items one array an item, all of the same length, a case at the same place in each
 * @throws RangeError when the lengths differ, an answer is infinite or a reversed item's range is left
 */
export function itemStatistics(items: readonly Values[], options: ScaleOptions = {}): ScaleItems {
  const moments = scaleCovariance(items, options);
  if (moments.kind === 'not-estimable') return moments;
  const { covariance, means, answered, n, missing } = moments;
  const all = items.map((_, i) => i);
  const { total } = covarianceSums(covariance, all);
  const rows = all.map((i) => {
    const others = all.filter((j) => j !== i);
    const row = covariance[i] as Float64Array;
    const variance = row[i] as number;
    const withOthers = others.reduce((sum, j) => sum + (row[j] as number), 0);
    const rest = covarianceSums(covariance, others);
    const correlation = (shared: number, spread: number) =>
      variance > 0 && spread > 0 ? shared / Math.sqrt(variance * spread) : null;
    return {
      n: answered[i] as number,
      mean: means[i] as number,
      standardDeviation: Math.sqrt(variance),
      itemTotalCorrelation: correlation(withOthers + variance, total),
      itemRestCorrelation: correlation(withOthers, rest.total),
      ifDropped: dropped(covariance, others),
    };
  });
  return { kind: 'estimated', items: rows, n, missing };
}

function dropped(
  covariance: readonly Float64Array[],
  others: readonly number[],
): ItemStatistics['ifDropped'] {
  const sums = covarianceSums(covariance, others);
  if (others.length < 2 || sums.total === 0) return null;
  const kept = others.map((i) =>
    Float64Array.from(others, (j) => (covariance[i] as Float64Array)[j] as number),
  );
  const correlations = correlationsOf(kept);
  const places = others.map((_, i) => i);
  const averageCorrelation = correlations && averageCorrelationOf(correlations, places);
  return {
    alpha: alphaOf(sums),
    standardisedAlpha:
      averageCorrelation === null ? null : steppedUp(averageCorrelation, others.length),
    averageCorrelation,
    lambda2: lambda2Of(sums),
  };
}
