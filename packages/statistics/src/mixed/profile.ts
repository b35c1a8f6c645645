import { Matrix, QrDecomposition } from 'ml-matrix';
import type { GroupedCases } from './grouped-cases.ts';

/** Restricted maximum likelihood, or plain. */
export type LikelihoodMethod = 'reml' | 'ml';

/**
 * A random-intercept model at one ratio of the variances, everything else at its best.
 *
 * V = I + ratio x ZZ' is the covariance of the cases in units of the variance within groups. Its inverse
 * leaves distances from a group's mean as they are and shrinks the mean's direction by
 * w = 1 / (1 + size x ratio).
 */
export type Profile = {
  /** Variance between groups over variance within, 0 upwards. */
  readonly ratio: number;
  readonly coefficients: Float64Array;
  /** Inverse of X'V^-1 X. */
  readonly inverse: Matrix;
  /** r'V^-1 r of the residuals r. */
  readonly squares: number;
  /** Degrees of freedom below the variance within: n less the coefficients, or n by plain likelihood. */
  readonly df: number;
  /** Minus twice the (restricted) log likelihood. */
  readonly deviance: number;
  /** Derivatives by the ratio: of the deviance, and of the two parts it has. */
  readonly slope: number;
  readonly determinantSlope: number;
  readonly squaresSlope: number;
  /** For each group, size x w: the derivative of its log determinant. */
  readonly pulls: Float64Array;
  /** For each group, pull x mean residual: with the ratio before it, the group's predicted intercept. */
  readonly residuals: Float64Array;
};

/**
 * The likelihood, its slope and what it is made of: J. C. Pinheiro and D. M. Bates, Mixed-Effects Models in
 * S and S-PLUS, 2000, section 2.2, with constants as `lme4`.
 */
export function profileAt(cases: GroupedCases, ratio: number, method: LikelihoodMethod): Profile {
  const { columns, within, between, means, sizes, n } = cases;
  const p = columns - 1;
  const weights = sizes.map((size) => 1 / (1 + size * ratio));
  const parts = between.map(({ size, triangle: part }) =>
    Matrix.mul(part, 1 / Math.sqrt(1 + size * ratio)),
  );
  const stacked = new Matrix([within, ...parts].flatMap((part) => part.to2DArray()));
  const triangle = new QrDecomposition(stacked).upperTriangularMatrix;
  const inverseTriangle = invertedTriangle(triangle, p);
  const projected = Matrix.columnVector(triangle.getColumn(p).slice(0, p));
  const coefficients = Float64Array.from(inverseTriangle.mmul(projected).to1DArray());
  const inverse = inverseTriangle.mmul(inverseTriangle.transpose());
  const squares = triangle.get(p, p) ** 2;
  const pulls = sizes.map((size, i) => size * (weights[i] as number));
  const residuals = pulls.map((pull, i) => {
    const fitted = coefficients.reduce((sum, b, j) => sum + b * means.get(i, j), 0);
    return pull * (means.get(i, p) - fitted);
  });
  const df = method === 'reml' ? n - p : n;
  let logDeterminant = -weights.reduce((sum, weight) => sum + Math.log(weight), 0);
  let determinantSlope = pulls.reduce((sum, pull) => sum + pull, 0);
  if (method === 'reml') {
    for (let j = 0; j < p; j += 1) logDeterminant += 2 * Math.log(Math.abs(triangle.get(j, j)));
    determinantSlope -= traceOf(inverse.mmul(pulledProducts(cases, pulls, 2)));
  }
  const squaresSlope = -residuals.reduce((sum, residual) => sum + residual ** 2, 0);
  return {
    ratio,
    coefficients,
    inverse,
    squares,
    df,
    deviance: logDeterminant + df * (1 + Math.log((2 * Math.PI * squares) / df)),
    slope: determinantSlope + (df * squaresSlope) / squares,
    determinantSlope,
    squaresSlope,
    pulls,
    residuals,
  };
}

/** Sum over groups of pull^power x mean x mean', for the columns of X. */
export function pulledProducts(cases: GroupedCases, pulls: Float64Array, power: number): Matrix {
  const p = cases.columns - 1;
  const products = Matrix.zeros(p, p);
  for (const [i, pull] of pulls.entries()) {
    const mean = cases.means.getRow(i);
    const weight = pull ** power;
    for (let j = 0; j < p; j += 1) {
      for (let k = 0; k < p; k += 1) {
        const term = weight * (mean[j] as number) * (mean[k] as number);
        products.set(j, k, products.get(j, k) + term);
      }
    }
  }
  return products;
}

export function traceOf(matrix: Matrix): number {
  return matrix.diagonal().reduce((sum, entry) => sum + entry, 0);
}

/** Of the upper left p by p, from the last row upwards. */
function invertedTriangle(triangle: Matrix, p: number): Matrix {
  const inverse = Matrix.zeros(p, p);
  for (let column = 0; column < p; column += 1) {
    for (let i = column; i >= 0; i -= 1) {
      let sum = i === column ? 1 : 0;
      for (let k = i + 1; k <= column; k += 1) sum -= triangle.get(i, k) * inverse.get(k, column);
      inverse.set(i, column, sum / triangle.get(i, i));
    }
  }
  return inverse;
}
