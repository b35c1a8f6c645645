import { CholeskyDecomposition, Matrix } from 'ml-matrix';

/** Loadings and uniquenesses of one factor, in the metric of correlations. */
export type OneFactor = { readonly loadings: Float64Array; readonly uniquenesses: Float64Array };

export type Likelihood = {
  /** log |Sigma| + tr(S Sigma^-1) - log |S| - k: 0 when the model reproduces S. */
  readonly discrepancy: number;
  /** By the loadings, then by the uniquenesses. */
  readonly gradient: Float64Array;
  readonly observed: Matrix;
  readonly expected: Matrix;
};

/** `null` where the matrix is not positive definite. */
export function choleskyOf(matrix: Matrix): CholeskyDecomposition | null {
  const decomposition = new CholeskyDecomposition(matrix);
  return decomposition.isPositiveDefinite() ? decomposition : null;
}

export function logDeterminant(decomposition: CholeskyDecomposition): number {
  const diagonal = decomposition.lowerTriangularMatrix.diagonal();
  return 2 * diagonal.reduce((sum, entry) => sum + Math.log(entry), 0);
}

/** Only the discrepancy; `null` where Sigma is not positive definite. */
export function discrepancyAt(sample: Matrix, model: OneFactor): number | null {
  const decomposition = choleskyOf(sigmaOf(model));
  const sampleDecomposition = choleskyOf(sample);
  if (!decomposition || !sampleDecomposition) return null;
  const trace = decomposition
    .solve(sample)
    .diagonal()
    .reduce((sum, entry) => sum + entry, 0);
  return logDeterminant(decomposition) + trace - logDeterminant(sampleDecomposition) - sample.rows;
}

/**
 * The maximum likelihood discrepancy of a one-factor model with its derivatives (D. N. Lawley and A. E.
 * Maxwell, Factor Analysis as a Statistical Method, 1971, chapter 4; second derivatives worked out from
 * d Sigma^-1 = -Sigma^-1 d Sigma Sigma^-1).
 */
export function likelihoodAt(sample: Matrix, model: OneFactor): Likelihood | null {
  const discrepancy = discrepancyAt(sample, model);
  const decomposition = choleskyOf(sigmaOf(model));
  if (discrepancy === null || !decomposition) return null;
  const k = sample.rows;
  const inverse = evened(decomposition.solve(Matrix.eye(k)));
  const weighted = evened(inverse.mmul(sample).mmul(inverse));
  const { loadings } = model;
  const a = times(inverse, loadings);
  const c = times(weighted, loadings);
  const alpha = dot(loadings, a);
  const gamma = dot(loadings, c);
  const gradient = new Float64Array(2 * k);
  const observed = new Matrix(2 * k, 2 * k);
  const expected = new Matrix(2 * k, 2 * k);
  for (let i = 0; i < k; i += 1) {
    const [ai, ci] = [a[i] as number, c[i] as number];
    gradient[i] = 2 * (ai - ci);
    gradient[k + i] = inverse.get(i, i) - weighted.get(i, i);
    for (let j = 0; j < k; j += 1) {
      const [aj, cj] = [a[j] as number, c[j] as number];
      const s = inverse.get(i, j);
      const w = weighted.get(i, j);
      const loading = 2 * (ai * aj + s * alpha);
      expected.set(i, j, loading);
      observed.set(i, j, 2 * (cj * ai + ci * aj + w * alpha + s * gamma) - loading + 2 * (s - w));
      const mixed = 2 * s * aj;
      const mixedObserved = 2 * (cj * s + aj * w) - mixed;
      expected.set(i, k + j, mixed);
      expected.set(k + j, i, mixed);
      observed.set(i, k + j, mixedObserved);
      observed.set(k + j, i, mixedObserved);
      expected.set(k + i, k + j, s * s);
      observed.set(k + i, k + j, 2 * s * w - s * s);
    }
  }
  return { discrepancy, gradient, observed, expected };
}

/** loadings loadings' + diag(uniquenesses). */
export function sigmaOf({ loadings, uniquenesses }: OneFactor): Matrix {
  const k = loadings.length;
  const sigma = new Matrix(k, k);
  for (let i = 0; i < k; i += 1) {
    for (let j = 0; j < k; j += 1) {
      const shared = (loadings[i] as number) * (loadings[j] as number);
      sigma.set(i, j, i === j ? shared + (uniquenesses[i] as number) : shared);
    }
  }
  return sigma;
}

/** Rounding leaves a matrix that is symmetric by construction a hair off. */
function evened(matrix: Matrix): Matrix {
  return Matrix.add(matrix, matrix.transpose()).div(2);
}

function times(matrix: Matrix, vector: Float64Array): Float64Array {
  return vector.map((_, i) => dot(Float64Array.from(matrix.getRow(i)), vector));
}

function dot(x: Float64Array, y: Float64Array): number {
  return x.reduce((sum, value, i) => sum + value * (y[i] as number), 0);
}
