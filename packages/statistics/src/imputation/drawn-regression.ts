import { CholeskyDecomposition, Matrix } from 'ml-matrix';
import type { SeededChance } from './seeded-chance.ts';

/** Added to the diagonal, in parts of it, so that predictors which depend on each other can be used. */
const RIDGE = 1e-5;

export type DrawnRegression = {
  /** Least squares: a row a predictor, a column an outcome. */
  readonly fitted: Matrix;
  /** The same drawn from what the data leave possible. */
  readonly drawn: Matrix;
  /** Cholesky triangle of the outcomes' residual squares and products. */
  readonly residual: Matrix;
};

/**
 * Linear regression of one or several outcomes, and coefficients drawn from their posterior under a flat prior:
 * residual covariance from the inverse Wishart distribution, then coefficients from the normal (S. van
 * Buuren, Flexible Imputation of Missing Data, 2nd ed. 2018, algorithm 3.1; several outcomes: A. Gelman and
 * others, Bayesian Data Analysis, 3rd ed. 2013, section 3.6).
 * @param x columns of the predictors, the constant among them
 * @param y columns of the outcomes
 */
export function drawnRegression(
  x: readonly Float64Array[],
  y: readonly Float64Array[],
  chance: SeededChance,
): DrawnRegression {
  const products = productsOf(x, x);
  for (let j = 0; j < x.length; j += 1) products.set(j, j, products.get(j, j) * (1 + RIDGE) + TINY);
  const decomposition = new CholeskyDecomposition(products);
  const fitted = decomposition.solve(productsOf(x, y));
  const predictions = predicted(x, fitted);
  const residuals = y.map((outcome, k) =>
    outcome.map((value, i) => value - ((predictions[k] as Float64Array)[i] as number)),
  );
  const squares = productsOf(residuals, residuals);
  for (let k = 0; k < y.length; k += 1) squares.set(k, k, squares.get(k, k) * (1 + RIDGE) + TINY);
  const residual = new CholeskyDecomposition(squares).lowerTriangularMatrix;
  const df = Math.max((y[0]?.length ?? 0) - x.length, y.length);
  const spread = drawnSpread(residual, df, chance);
  const noise = randomMatrix(x.length, y.length, chance.normal);
  // With X'X = LL', solving L' gives the noise the covariance of coefficients.
  const scattered = solvedTransposed(decomposition.lowerTriangularMatrix, noise);
  const drawn = Matrix.add(fitted, scattered.mmul(spread.transpose()));
  return { fitted, drawn, residual };
}

/** One array an outcome. */
export function predicted(x: readonly Float64Array[], coefficients: Matrix): Float64Array[] {
  return Array.from({ length: coefficients.columns }, (_, k) => {
    const prediction = new Float64Array(x[0]?.length ?? 0);
    for (const [j, column] of x.entries()) {
      const coefficient = coefficients.get(j, k);
      for (let i = 0; i < column.length; i += 1) {
        prediction[i] = (prediction[i] as number) + coefficient * (column[i] as number);
      }
    }
    return prediction;
  });
}

/** So that a column of zeros still has a root. */
const TINY = 1e-12;

/** A square root of a draw from the inverse Wishart distribution: M. S. Bartlett's triangle, inverted. */
function drawnSpread(residual: Matrix, df: number, chance: SeededChance): Matrix {
  const k = residual.rows;
  const triangle = Matrix.zeros(k, k);
  for (let i = 0; i < k; i += 1) {
    triangle.set(i, i, Math.sqrt(chance.chiSquare(df - i)));
    for (let j = 0; j < i; j += 1) triangle.set(i, j, chance.normal());
  }
  // W = (L'^-1 A)(L'^-1 A)' with S = LL'; its inverse is (L A'^-1)(L A'^-1)'.
  return residual.mmul(solvedTransposed(triangle, Matrix.eye(k)));
}

/** The solution z of L' z = right, L a lower triangle. */
function solvedTransposed(lower: Matrix, right: Matrix): Matrix {
  const solution = right.clone();
  for (let column = 0; column < right.columns; column += 1) {
    for (let i = lower.rows - 1; i >= 0; i -= 1) {
      let sum = solution.get(i, column);
      for (let j = i + 1; j < lower.rows; j += 1) {
        sum -= lower.get(j, i) * solution.get(j, column);
      }
      solution.set(i, column, sum / lower.get(i, i));
    }
  }
  return solution;
}

function randomMatrix(rows: number, columns: number, draw: () => number): Matrix {
  return Matrix.from1DArray(rows, columns, Array.from({ length: rows * columns }, draw));
}

function productsOf(left: readonly Float64Array[], right: readonly Float64Array[]): Matrix {
  return new Matrix(left.map((one) => right.map((other) => productOf(one, other))));
}

function productOf(one: Float64Array, other: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < one.length; i += 1) sum += (one[i] as number) * (other[i] as number);
  return sum;
}
