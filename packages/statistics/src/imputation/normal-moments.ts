import { CholeskyDecomposition, Matrix } from 'ml-matrix';
import { meanOf, type NotEstimable, presentValues, squaresAround, type Values } from '../values.ts';
import { type MissingPattern, missingPatterns } from './missing-patterns.ts';

export type NormalMoments =
  | {
      readonly kind: 'estimated';
      readonly means: readonly number[];
      /** Maximum likelihood: divided by the number of cases. */
      readonly covariances: ReadonlyArray<readonly number[]>;
      readonly iterations: number;
      /** Cases with at least one value. */
      readonly n: number;
    }
  | NotEstimable<NoMoments>;

export type NoMoments = 'no-cases' | 'no-variance' | 'singular' | 'not-converged';

/** Largest step of a mean or covariance, in standard deviations, with which the walk ends. */
const STEP = 1e-11;
const MOST_ITERATIONS = 2000;

/**
 * Means and covariances of a multivariate normal distribution from incomplete data, by the EM algorithm
 * (A. P. Dempster, N. M. Laird and D. B. Rubin, Journal of the Royal Statistical Society B 39, 1977; R. J. A.
 * Little and D. B. Rubin, Statistical Analysis with Missing Data, 2019, section 11.2). Cases are gathered by
 * pattern, so that a round costs as many steps as there are patterns, whatever the number of cases.
 * @param variables values of the same cases, one list a variable
 * @throws RangeError when the lengths differ or a value is infinite
 */
export function normalMoments(variables: readonly Values[]): NormalMoments {
  const patterns = missingPatterns(variables).filter(({ observed }) => observed.length > 0);
  const n = patterns.reduce((sum, { cases }) => sum + cases.length, 0);
  if (n === 0) return { kind: 'not-estimable', reason: 'no-cases', n };
  const scales = variables.map((values) => {
    const present = presentValues(values);
    const mean = meanOf(present);
    const variance = squaresAround(present, mean) / Math.max(1, present.length);
    return { mean, deviation: Math.sqrt(variance) };
  });
  if (scales.some(({ deviation }) => !(deviation > 0))) {
    return { kind: 'not-estimable', reason: 'no-variance', n };
  }
  const groups = patterns.map((pattern) => sumsOf(pattern, variables, scales));
  const found = walk(groups, variables.length, n);
  if (typeof found === 'string') return { kind: 'not-estimable', reason: found, n };
  const { means, covariances, iterations } = found;
  return {
    kind: 'estimated',
    means: scales.map(({ mean, deviation }, i) => mean + deviation * (means[i] as number)),
    covariances: scales.map((one, i) =>
      scales.map((other, j) => one.deviation * other.deviation * covariances.get(i, j)),
    ),
    iterations,
    n,
  };
}

type Scale = { readonly mean: number; readonly deviation: number };

/** The cases of one pattern in sums, every variable in standard deviations from its own mean. */
type Group = {
  readonly observed: readonly number[];
  readonly missing: readonly number[];
  readonly n: number;
  readonly sums: readonly number[];
  readonly products: Matrix;
};

function sumsOf(
  { observed, missing, cases }: MissingPattern,
  variables: readonly Values[],
  scales: readonly Scale[],
): Group {
  const columns = observed.map((place) => {
    const { mean, deviation } = scales[place] as Scale;
    return cases.map((i) => ((variables[place]?.[i] as number) - mean) / deviation);
  });
  const products = Matrix.zeros(observed.length, observed.length);
  for (const [i, one] of columns.entries()) {
    for (const [j, other] of columns.slice(0, i + 1).entries()) {
      const sum = one.reduce((total, value, k) => total + value * (other[k] as number), 0);
      products.set(i, j, sum);
      products.set(j, i, sum);
    }
  }
  const sums = columns.map((column) => column.reduce((total, value) => total + value, 0));
  return { observed, missing, n: cases.length, sums, products };
}

type Walked = {
  readonly means: readonly number[];
  readonly covariances: Matrix;
  readonly iterations: number;
};

function walk(
  groups: readonly Group[],
  size: number,
  n: number,
): Walked | 'singular' | 'not-converged' {
  const observed = observedTotals(groups, size);
  const incomplete = groups.filter(({ missing }) => missing.length > 0);
  let means: readonly number[] = new Array(size).fill(0);
  let covariances = Matrix.eye(size);
  for (let iteration = 1; iteration <= MOST_ITERATIONS; iteration += 1) {
    const precision = inverse(covariances);
    if (!precision) return 'singular';
    const total = { sums: [...observed.sums], products: observed.products.clone() };
    for (const group of incomplete) {
      if (!addExpected(group, { means, precision }, total)) return 'singular';
    }
    const nextMeans = total.sums.map((sum) => sum / n);
    const next = Matrix.zeros(size, size);
    let step = Math.max(...nextMeans.map((mean, i) => Math.abs(mean - (means[i] as number))));
    for (const [i, one] of nextMeans.entries()) {
      for (const [j, other] of nextMeans.entries()) {
        const value = total.products.get(i, j) / n - one * other;
        step = Math.max(step, Math.abs(value - covariances.get(i, j)));
        next.set(i, j, value);
      }
    }
    means = nextMeans;
    covariances = next;
    if (step < STEP) return { means, covariances, iterations: iteration };
  }
  return 'not-converged';
}

type Totals = { readonly sums: number[]; readonly products: Matrix };

/** What is known adds up to the same in every round. */
function observedTotals(groups: readonly Group[], size: number): Totals {
  const total: Totals = {
    sums: new Array<number>(size).fill(0),
    products: Matrix.zeros(size, size),
  };
  for (const { observed, sums, products } of groups) {
    for (const [i, row] of observed.entries()) {
      total.sums[row] = (total.sums[row] as number) + (sums[i] as number);
      for (const [j, column] of observed.entries()) {
        total.products.set(row, column, total.products.get(row, column) + products.get(i, j));
      }
    }
  }
  return total;
}

/** Adds what is expected of the missing values of a pattern; false where that is not defined. */
function addExpected(
  { observed, missing, n, sums, products }: Group,
  { means, precision }: { means: readonly number[]; precision: Matrix },
  total: Totals,
): boolean {
  const spread = inverse(precision.selection([...missing], [...missing]));
  if (!spread) return false;
  const add = (i: number, j: number, value: number) =>
    total.products.set(i, j, total.products.get(i, j) + value);
  // What is missing is expected at `constant + slopes x observed`.
  const slopes = missing.map((_, i) =>
    observed.map((column) =>
      missing.reduce((sum, row, k) => sum - spread.get(i, k) * precision.get(row, column), 0),
    ),
  );
  const constants = missing.map(
    (place, i) => (means[place] as number) - dot(slopes[i], (j) => means[observed[j] as number]),
  );
  const expected = constants.map((constant, i) => n * constant + dot(slopes[i], (j) => sums[j]));
  const withObserved = constants.map((constant, i) =>
    sums.map((sum, j) => constant * sum + dot(slopes[i], (k) => products.get(k, j))),
  );
  for (const [i, row] of missing.entries()) {
    total.sums[row] = (total.sums[row] as number) + (expected[i] as number);
    for (const [j, column] of observed.entries()) {
      const value = withObserved[i]?.[j] as number;
      add(row, column, value);
      add(column, row, value);
    }
    for (const [j, column] of missing.entries()) {
      const bySlopes = dot(slopes[j], (k) => withObserved[i]?.[k]);
      add(
        row,
        column,
        n * spread.get(i, j) + bySlopes + (expected[i] as number) * (constants[j] as number),
      );
    }
  }
  return true;
}

function dot(
  weights: readonly number[] | undefined,
  at: (place: number) => number | undefined,
): number {
  let sum = 0;
  for (const [place, weight] of (weights ?? []).entries()) sum += weight * (at(place) as number);
  return sum;
}

/** Variables nearer to a sum of the others than this share of their own variance count as that sum. */
const LEAST_PIVOT = 1e-10;

/** Of a matrix that is symmetric but for rounding, by its lower half; null when it is not positive definite. */
export function inverse(matrix: Matrix): Matrix | null {
  const half = Matrix.zeros(matrix.rows, matrix.rows);
  for (let i = 0; i < matrix.rows; i += 1) {
    for (let j = 0; j <= i; j += 1) {
      half.set(i, j, matrix.get(i, j));
      half.set(j, i, matrix.get(i, j));
    }
  }
  const cholesky = new CholeskyDecomposition(half);
  if (!cholesky.isPositiveDefinite()) return null;
  const pivots = cholesky.lowerTriangularMatrix.diagonal();
  if (pivots.some((pivot, i) => pivot ** 2 < LEAST_PIVOT * matrix.get(i, i))) return null;
  return cholesky.solve(Matrix.eye(matrix.rows));
}
