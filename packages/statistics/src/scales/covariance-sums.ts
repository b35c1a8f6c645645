import { sumOf } from '../values.ts';

type Matrix = ReadonlyArray<ArrayLike<number>>;

/** What reliability coefficients are made of. */
export type CovarianceSums = {
  readonly k: number;
  /** Variance of the sum of all items. */
  readonly total: number;
  /** Sum of the items' variances. */
  readonly own: number;
  /** Sum of the squared covariances of different items. */
  readonly squared: number;
};

/** Over the items `kept`, all unless told otherwise. */
export function covarianceSums(matrix: Matrix, kept: readonly number[]): CovarianceSums {
  const shared: number[] = [];
  const own: number[] = [];
  for (const i of kept) {
    for (const j of kept) {
      const entry = (matrix[i] as ArrayLike<number>)[j] as number;
      (i === j ? own : shared).push(entry);
    }
  }
  const variances = sumOf(own);
  const covariances = sumOf(shared);
  // Dust: items that cancel each other leave a total of exactly 0.
  const dust = 8 * Number.EPSILON * (variances + sumOf(shared.map(Math.abs)));
  const total = variances + covariances;
  return {
    k: kept.length,
    total: total <= dust ? 0 : total,
    own: variances,
    squared: sumOf(shared.map((entry) => entry * entry)),
  };
}

/** Cronbach's alpha: k / (k - 1) x (1 - sum of variances / variance of the sum). */
export function alphaOf({ k, total, own }: CovarianceSums): number {
  return (k / (k - 1)) * (1 - own / total);
}

/** Guttman's lambda-2. */
export function lambda2Of({ k, total, own, squared }: CovarianceSums): number {
  return 1 - own / total + Math.sqrt((k / (k - 1)) * squared) / total;
}

/** Correlations from covariances; `null` when an item does not vary. */
export function correlationsOf(covariance: readonly Float64Array[]): Float64Array[] | null {
  const scales = covariance.map((row, i) => Math.sqrt(row[i] as number));
  if (scales.some((scale) => !(scale > 0))) return null;
  return covariance.map((row, i) =>
    row.map((entry, j) => (i === j ? 1 : entry / ((scales[i] as number) * (scales[j] as number)))),
  );
}

/** Mean of the correlations of different items. */
export function averageCorrelationOf(correlations: Matrix, kept: readonly number[]): number {
  const { k, total, own } = covarianceSums(correlations, kept);
  return (total - own) / (k * (k - 1));
}

/** Spearman and Brown's step from one item to k: k r / (1 + (k - 1) r). */
export function steppedUp(averageCorrelation: number, k: number): number {
  return (k * averageCorrelation) / (1 + (k - 1) * averageCorrelation);
}
