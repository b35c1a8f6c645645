import { requireLevel } from '../level.ts';
import type { NotEstimable } from '../values.ts';
import { type Coefficient, coefficientTable } from './coefficients.ts';
import { eachCase, type FittedModel, leverageOf, type ModelBasis } from './fitted-model.ts';

/**
 * How errors are made robust.
 *
 * HC0 to HC4 against unequal variances: H. White, Econometrica 48 (1980); J. G. MacKinnon and H. White,
 * Journal of Econometrics 29 (1985); HC4: F. Cribari-Neto, Computational Statistics and Data Analysis 45
 * (2004). HC3 is the one for small samples (J. S. Long and L. H. Ervin, The American Statistician 54, 2000).
 *
 * CR0, CR1, CR1S against dependence within clusters: K.-Y. Liang and S. L. Zeger, Biometrika 73 (1986).
 * CR1 multiplies by G / (G - 1), as `sandwich::vcovCL(type = "HC0")`; CR1S by (n - 1) / (n - k) too, as
 * `vcovCL(type = "HC1")` and Stata; CR0 by nothing.
 */
export type RobustErrors =
  | { readonly kind: 'HC0' | 'HC1' | 'HC2' | 'HC3' | 'HC4' }
  | {
      readonly kind: 'CR0' | 'CR1' | 'CR1S';
      /** The cluster of each case, as many as the model was given, those with something missing included. */
      readonly clusters: ArrayLike<string | number | null | undefined>;
    };

export type RobustCovariance = {
  readonly kind: 'estimated';
  /** Of the coefficients, in their order. */
  readonly covariance: readonly Float64Array[];
  /**
   * Of Student's t: the residual ones, with clusters one less than there are of them (C. A. Cameron and
   * D. L. Miller, Journal of Human Resources 50, 2015). `null` where the model is judged by the normal
   * distribution.
   */
  readonly df: number | null;
  /** How many; `null` for HC0 to HC4. */
  readonly clusters: number | null;
};

/** A leverage of 1 leaves a case no residual to judge by. */
export type NoRobustCovariance = NotEstimable<'a-case-fits-itself' | 'fewer-than-two-clusters'>;

/**
 * Sandwich covariance of the coefficients, as `sandwich::vcovHC` and `vcovCL`.
 * @throws RangeError when there are not as many clusters as cases, or a case of the model has none
 */
export function robustCovariance(
  model: FittedModel,
  errors: RobustErrors,
): RobustCovariance | NoRobustCovariance {
  const { basis, n } = model;
  if ('clusters' in errors) return clustered(basis, errors);
  const share = shares(errors.kind, n, basis.kept.length);
  const covariance = square(basis.kept.length);
  let fitsItself = false;
  eachCase(basis, (row, i) => {
    const leverage = leverageOf(row, basis.weights?.[i] ?? 1);
    const factor = share(leverage);
    if (Number.isFinite(factor)) {
      const pull = basis.pulls[i] as number;
      addSquare(covariance, turnedBack(basis.rInverse, row), pull * pull * factor);
    } else fitsItself = true;
  });
  if (fitsItself) return { kind: 'not-estimable', reason: 'a-case-fits-itself', n };
  return { kind: 'estimated', covariance, df: basis.df, clusters: null };
}

/** The coefficients with robust errors, as `lmtest::coeftest`. */
export type RobustCoefficients = RobustCovariance & {
  readonly coefficients: readonly Coefficient[];
};

/**
 * The coefficients of a model judged by robust errors.
 * @throws RangeError as `robustCovariance`
 */
export function robustCoefficients(
  model: FittedModel,
  errors: RobustErrors,
  level = model.level,
): RobustCoefficients | NoRobustCovariance {
  requireLevel(level);
  const robust = robustCovariance(model, errors);
  if (robust.kind === 'not-estimable') return robust;
  const { design, kept, estimates } = model.basis;
  const { covariance, df } = robust;
  const coefficients = coefficientTable(design, { kept, estimates, covariance }, { df, level });
  return { ...robust, coefficients };
}

/** What the squared pull of a case is multiplied with, by its leverage. */
function shares(
  kind: 'HC0' | 'HC1' | 'HC2' | 'HC3' | 'HC4',
  n: number,
  k: number,
): (leverage: number) => number {
  switch (kind) {
    case 'HC0':
      return () => 1;
    case 'HC1':
      return () => n / (n - k);
    case 'HC2':
      return (leverage) => 1 / (1 - leverage);
    case 'HC3':
      return (leverage) => 1 / (1 - leverage) ** 2;
    case 'HC4':
      return (leverage) => 1 / (1 - leverage) ** Math.min(4, (n * leverage) / k);
  }
}

function clustered(
  basis: ModelBasis,
  { kind, clusters }: Extract<RobustErrors, { clusters: unknown }>,
): RobustCovariance | NoRobustCovariance {
  const { design, kept, pulls } = basis;
  const { n, missing, rows } = design;
  if (clusters.length !== n + missing) throw new RangeError('clusters and cases differ in number');
  const sums = new Map<string | number, Float64Array>();
  eachCase(basis, (row, i) => {
    const cluster = clusters[rows[i] as number];
    if (cluster === null || cluster === undefined || Number.isNaN(cluster)) {
      throw new RangeError(`case ${rows[i]} is in no cluster`);
    }
    const sum = sums.get(cluster) ?? new Float64Array(row.length);
    sums.set(cluster, sum);
    for (let j = 0; j < row.length; j += 1) {
      sum[j] = (sum[j] as number) + (pulls[i] as number) * (row[j] as number);
    }
  });
  const g = sums.size;
  if (g < 2) return { kind: 'not-estimable', reason: 'fewer-than-two-clusters', n };
  const correction = {
    CR0: 1,
    CR1: g / (g - 1),
    CR1S: ((g / (g - 1)) * (n - 1)) / (n - kept.length),
  }[kind];
  const covariance = square(kept.length);
  for (const sum of sums.values()) {
    addSquare(covariance, turnedBack(basis.rInverse, sum), correction);
  }
  return {
    kind: 'estimated',
    covariance,
    df: basis.df === null ? null : g - 1,
    clusters: g,
  };
}

function square(size: number): Float64Array[] {
  return Array.from({ length: size }, () => new Float64Array(size));
}

/** A sum of squares stays one, also where rounding is all there is: no variance is below 0. */
function addSquare(matrix: readonly Float64Array[], vector: Float64Array, factor: number): void {
  for (let i = 0; i < vector.length; i += 1) {
    const entries = matrix[i] as Float64Array;
    for (let j = 0; j < vector.length; j += 1) {
      const product = (vector[i] as number) * (vector[j] as number);
      entries[j] = (entries[j] as number) + factor * product;
    }
  }
}

/** From the coordinates in which the cross product is 1 to those of the coefficients: R inverted times the row. */
function turnedBack(rInverse: readonly Float64Array[], row: Float64Array): Float64Array {
  const vector = new Float64Array(row.length);
  for (let j = 0; j < row.length; j += 1) {
    const column = rInverse[j] as Float64Array;
    for (let i = 0; i <= j; i += 1) {
      vector[i] = (vector[i] as number) + (column[i] as number) * (row[j] as number);
    }
  }
  return vector;
}
