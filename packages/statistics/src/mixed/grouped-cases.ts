import { Matrix, QrDecomposition } from 'ml-matrix';
import { isMissing, type NotEstimable, type Values } from '../values.ts';

/** Which group each case belongs to; `null`, `undefined` and NaN are missing. */
export type GroupLabels = ArrayLike<string | number | null | undefined>;

/**
 * Outcome and predictors of a random-intercept model, condensed.
 *
 * In each group the covariance of the cases is the same in every direction but that of the group's mean. So
 * the cases are split into their distances from their group's mean, of which one triangular matrix holds all
 * that a likelihood can ask, and one row of means a group.
 */
export type GroupedCases = {
  readonly kind: 'grouped';
  /** Columns of every matrix: the constant, the predictors, the outcome. */
  readonly columns: number;
  /** Triangle R with R'R the squares and products of the distances from the groups' means. */
  readonly within: Matrix;
  /** The same of the groups' means, each counted by its cases; together for groups of one size, whose likelihoods weigh alike. */
  readonly between: readonly { readonly size: number; readonly triangle: Matrix }[];
  /** One row a group: the means of its columns. */
  readonly means: Matrix;
  readonly sizes: Float64Array;
  readonly labels: readonly (string | number)[];
  readonly n: number;
  readonly missing: number;
};

/** Why there is nothing to fit. */
export type NoGroupedCases = NotEstimable<
  | 'fewer-than-two-groups'
  | 'no-group-of-two-cases'
  | 'too-few-cases'
  | 'predictors-depend-on-each-other'
>;

/** Smallest part of a predictor that the ones before it leave unexplained, as in R's `lm`. */
const INDEPENDENT = 1e-7;

/**
 * The cases in which everything is there, by group in the order of their first case.
 * @throws RangeError when lengths differ or a value is infinite
 */
export function groupCases(given: {
  outcome: Values;
  groups: GroupLabels;
  predictors: readonly Values[];
}): GroupedCases | NoGroupedCases {
  const { outcome, groups, predictors } = given;
  const variables = [...predictors, outcome];
  if (variables.some((variable) => variable.length !== groups.length)) {
    throw new RangeError('variables differ in length');
  }
  const { rows, places, labels } = completeRows(variables, groups);
  const n = rows.length;
  const columns = variables.length + 1;
  const sizes = new Float64Array(labels.length);
  for (const place of places) sizes[place] = (sizes[place] as number) + 1;
  if (labels.length < 2) return { kind: 'not-estimable', reason: 'fewer-than-two-groups', n };
  if (n === labels.length) return { kind: 'not-estimable', reason: 'no-group-of-two-cases', n };
  // As many unknowns as cases: coefficients and two variances.
  if (n < columns + 1) return { kind: 'not-estimable', reason: 'too-few-cases', n };
  const means = meansOf(rows, { places, sizes });
  const distances = Matrix.from1DArray(
    n,
    columns,
    rows.flatMap((row, i) => row.map((value, j) => value - means.get(places[i] as number, j))),
  );
  const within = new QrDecomposition(distances).upperTriangularMatrix;
  if (!areIndependent(rows, columns - 1)) {
    return { kind: 'not-estimable', reason: 'predictors-depend-on-each-other', n };
  }
  const between = trianglesBySize(means, sizes);
  const missing = groups.length - n;
  return { kind: 'grouped', columns, within, between, means, sizes, labels, n, missing };
}

function completeRows(variables: readonly Values[], groups: GroupLabels) {
  const rows: number[][] = [];
  const places: number[] = [];
  const known = new Map<string | number, number>();
  for (let i = 0; i < groups.length; i += 1) {
    const label = groups[i];
    const values = variables.map((variable) => variable[i]);
    if (label === null || label === undefined || Number.isNaN(label) || values.some(isMissing)) {
      continue;
    }
    if (!values.every(Number.isFinite)) throw new RangeError(`case ${i} is not finite`);
    if (!known.has(label)) known.set(label, known.size);
    places.push(known.get(label) as number);
    rows.push([1, ...(values as number[])]);
  }
  return { rows, places, labels: [...known.keys()] };
}

function meansOf(
  rows: readonly (readonly number[])[],
  { places, sizes }: { places: readonly number[]; sizes: Float64Array },
): Matrix {
  const columns = rows[0]?.length ?? 0;
  const firsts = new Map<number, readonly number[]>();
  const sums = Matrix.zeros(sizes.length, columns);
  // Of the distances from the group's first case, so that a large common offset costs no digits.
  for (const [i, row] of rows.entries()) {
    const place = places[i] as number;
    const first = firsts.get(place) ?? row;
    firsts.set(place, first);
    for (const [j, value] of row.entries()) {
      sums.set(place, j, sums.get(place, j) + value - (first[j] as number));
    }
  }
  for (let place = 0; place < sizes.length; place += 1) {
    for (let j = 0; j < columns; j += 1) {
      const first = firsts.get(place)?.[j] as number;
      sums.set(place, j, first + sums.get(place, j) / (sizes[place] as number));
    }
  }
  return sums;
}

function trianglesBySize(means: Matrix, sizes: Float64Array): GroupedCases['between'] {
  return [...new Set(sizes)].map((size) => {
    const places = Array.from(sizes.keys()).filter((place) => sizes[place] === size);
    const rows = places.map((place) => means.getRow(place).map((mean) => mean * Math.sqrt(size)));
    const matrix = new Matrix(rows);
    const isTall = matrix.rows > matrix.columns;
    return { size, triangle: isTall ? new QrDecomposition(matrix).upperTriangularMatrix : matrix };
  });
}

function areIndependent(rows: readonly (readonly number[])[], columns: number): boolean {
  const design = new Matrix(rows.map((row) => row.slice(0, columns)));
  const triangle = new QrDecomposition(design).upperTriangularMatrix;
  for (let j = 0; j < columns; j += 1) {
    const length = Math.hypot(...triangle.getColumn(j));
    if (!(Math.abs(triangle.get(j, j)) > INDEPENDENT * length)) return false;
  }
  return true;
}
