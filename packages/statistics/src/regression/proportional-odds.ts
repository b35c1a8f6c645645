import { CholeskyDecomposition, Matrix } from 'ml-matrix';
import { chiSquareTails } from '../distributions/chi-square.ts';
import type { NotEstimable } from '../values.ts';
import { inverseCrossProduct } from './householder.ts';
import { type LikelihoodMaximum, maximiseLikelihood } from './maximum-likelihood.ts';
import type { OrdinalModel } from './ordinal-logit.ts';
import { BINARY, logistic } from './outcome-family.ts';

export type ProportionalOdds =
  | {
      readonly kind: 'estimated';
      /** All coefficients together. */
      readonly chiSquare: number;
      readonly df: number;
      readonly p: number;
      /** Each alone: the same slope at every threshold. */
      readonly coefficients: ReadonlyArray<{
        readonly name: string;
        readonly chiSquare: number;
        readonly df: number;
        readonly p: number;
        /** Its estimate in the logistic model of being above each threshold. */
        readonly atThresholds: readonly number[];
      }>;
      readonly n: number;
    }
  | NotEstimable<
      | 'two-levels-only'
      | 'no-coefficients'
      | 'a-threshold-has-no-estimates'
      | 'differences-without-variance'
    >;

/**
 * Whether the coefficients are the same at every threshold, as the ordinal model takes for granted: R. Brant,
 * Biometrics 46 (1990), by Wald's test on the logistic models of being above each threshold. Small p: the odds
 * are not proportional. It is quick to find a difference in large samples and blind in small ones.
 */
export function proportionalOdds(model: OrdinalModel): ProportionalOdds {
  const { n, levels, basis } = model;
  const none = (reason: Extract<ProportionalOdds, { kind: 'not-estimable' }>['reason']) =>
    ({ kind: 'not-estimable', reason, n }) as const;
  const { columns, outcome } = basis;
  const p = columns.length;
  if (levels.length === 2) return none('two-levels-only');
  if (p === 0) return none('no-coefficients');
  const withIntercept = [new Float64Array(n).fill(1), ...columns];
  const fits = levels.slice(1).map((_, k) => {
    const above = Float64Array.from(outcome, (place) => (place > k ? 1 : 0));
    return maximiseLikelihood({
      columns: withIntercept,
      outcome: above,
      offset: null,
      family: BINARY,
    });
  });
  const fitted = fits.filter((fit) => fit.kind === 'fitted');
  if (fitted.length < fits.length) return none('a-threshold-has-no-estimates');
  const covariance = jointCovariance(withIntercept, fitted);
  const slopes = fitted.map((fit) => [...fit.estimates.subarray(1)]);
  const places = columns.map((_, j) => j);
  const whole = testOf(slopes, covariance, { places, p });
  const each = places.map((j) => testOf(slopes, covariance, { places: [j], p }));
  if (!whole || each.includes(null)) return none('differences-without-variance');
  return {
    kind: 'estimated',
    ...whole,
    n,
    coefficients: each.flatMap((test, j) => {
      const name = model.coefficients[j]?.name ?? '';
      return test ? [{ name, ...test, atThresholds: slopes.map((row) => row[j] as number) }] : [];
    }),
  };
}

/** Of the slopes of all thresholds, threshold by threshold: being above a higher one is part of being above a lower. */
function jointCovariance(
  columns: readonly Float64Array[],
  fits: readonly LikelihoodMaximum[],
): Matrix {
  const p = columns.length - 1;
  const inverses = fits.map(
    ({ rInverse }) => new Matrix(inverseCrossProduct(rInverse).map((row) => [...row])),
  );
  const joint = Matrix.zeros(p * fits.length, p * fits.length);
  for (const [l, lower] of fits.entries()) {
    for (const [h, higher] of [...fits.entries()].slice(l)) {
      const shared = lower.predictor.map((eta, i) => {
        const above = logistic(higher.predictor[i] as number);
        return above * logistic(-eta);
      });
      const middle = new Matrix(columns.map((x) => columns.map((y) => productOf(x, y, shared))));
      const block = (inverses[l] as Matrix).mmul(middle).mmul(inverses[h] as Matrix);
      for (let i = 0; i < p; i += 1) {
        for (let j = 0; j < p; j += 1) {
          joint.set(l * p + i, h * p + j, block.get(i + 1, j + 1));
          joint.set(h * p + j, l * p + i, block.get(i + 1, j + 1));
        }
      }
    }
  }
  return joint;
}

function productOf(x: Float64Array, y: Float64Array, weights: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < x.length; i += 1) {
    sum += (x[i] as number) * (y[i] as number) * (weights[i] as number);
  }
  return sum;
}

/** Wald's test of the differences from the first threshold; `null` where they have no variance, as with few cases. */
function testOf(
  slopes: readonly number[][],
  covariance: Matrix,
  { places, p }: { places: readonly number[]; p: number },
): { chiSquare: number; df: number; p: number } | null {
  const differences = slopes.slice(1).flatMap((row, k) =>
    places.map((j) => ({
      value: (row[j] as number) - (slopes[0]?.[j] as number),
      own: (k + 1) * p + j,
      first: j,
    })),
  );
  const between = new Matrix(
    differences.map((a) =>
      differences.map(
        (b) =>
          covariance.get(a.own, b.own) -
          covariance.get(a.own, b.first) -
          covariance.get(a.first, b.own) +
          covariance.get(a.first, b.first),
      ),
    ),
  );
  const symmetric = between.add(between.transpose()).mul(0.5);
  const value = Matrix.columnVector(differences.map((difference) => difference.value));
  const decomposition = new CholeskyDecomposition(symmetric);
  if (!decomposition.isPositiveDefinite()) return null;
  const chiSquare = decomposition.solve(value).transpose().mmul(value).get(0, 0);
  const df = differences.length;
  return { chiSquare, df, p: chiSquareTails(chiSquare, df).upper };
}
