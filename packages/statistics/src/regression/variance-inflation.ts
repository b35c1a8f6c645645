import { CholeskyDecomposition, Matrix } from 'ml-matrix';
import type { NotEstimable } from '../values.ts';
import { type FittedModel, placesByTerm } from './fitted-model.ts';
import { inverseCrossProduct } from './householder.ts';

export type TermInflation = {
  readonly term: string;
  /**
   * By how much the other terms swell the squared volume of this term's joint confidence region; 1 and up.
   * `null` for a term all of whose columns are aliased.
   */
  readonly gvif: number | null;
  /** Its columns that were estimated. */
  readonly df: number;
  /** The root of degree 2 df of it, comparable between terms: the swelling of one standard error. */
  readonly perStandardError: number | null;
};

export type VarianceInflation =
  | { readonly kind: 'estimated'; readonly terms: readonly TermInflation[]; readonly n: number }
  | NotEstimable<'no-intercept' | 'fewer-than-two-terms'>;

/**
 * Generalised variance inflation factors: J. Fox and G. Monette, Journal of the American Statistical
 * Association 87 (1992), as `car::vif`. For a term of one column it is the ordinary factor. Aliased columns are
 * left out. Reads the
 * covariance of the coefficients, so that it serves every model.
 */
export function varianceInflation(model: FittedModel): VarianceInflation {
  const { n, basis } = model;
  const { terms, hasIntercept } = basis.design.plan;
  const none = (reason: Extract<VarianceInflation, { kind: 'not-estimable' }>['reason']) =>
    ({ kind: 'not-estimable', reason, n }) as const;
  if (!hasIntercept) return none('no-intercept');
  if (terms.length < 2) return none('fewer-than-two-terms');
  const places = placesByTerm(model.basis);
  const all = places.flat();
  const covariance = inverseCrossProduct(basis.rInverse);
  const whole = logDeterminant(covariance, all);
  return {
    kind: 'estimated',
    n,
    terms: places.map((own, i) => {
      const term = terms[i]?.name ?? '';
      if (own.length === 0) return { term, gvif: null, df: 0, perStandardError: null };
      const others = all.filter((place) => !own.includes(place));
      const log = logDeterminant(covariance, own) + logDeterminant(covariance, others) - whole;
      return {
        term,
        gvif: Math.exp(log),
        df: own.length,
        perStandardError: Math.exp(log / (2 * own.length)),
      };
    }),
  };
}

/** Of the correlations between these coefficients. */
function logDeterminant(covariance: readonly Float64Array[], places: readonly number[]): number {
  const { lowerTriangularMatrix } = new CholeskyDecomposition(correlations(covariance, places));
  return 2 * lowerTriangularMatrix.diagonal().reduce((sum, entry) => sum + Math.log(entry), 0);
}

/** A part of a covariance matrix as correlations. */
export function correlations(
  covariance: readonly Float64Array[],
  places: readonly number[],
): Matrix {
  const at = (i: number, j: number) => (covariance[i] as Float64Array)[j] as number;
  const rows = places.map((i) =>
    places.map((j) => (i === j ? 1 : at(i, j) / Math.sqrt(at(i, i) * at(j, j)))),
  );
  return new Matrix(rows);
}
