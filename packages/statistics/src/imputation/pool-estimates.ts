import { studentTQuantile, studentTTails } from '../distributions/student-t.ts';
import { twoSided } from '../distributions/tails.ts';
import { requireLevel } from '../level.ts';
import { meanOf, type NotEstimable, squaresAround } from '../values.ts';

export type PooledEstimate =
  | {
      readonly kind: 'estimated';
      readonly estimate: number;
      readonly standardError: number;
      readonly t: number;
      readonly df: number;
      /** Two-sided. */
      readonly p: number;
      readonly low: number;
      readonly high: number;
      readonly level: number;
      /** Mean of the squared standard errors. */
      readonly varianceWithin: number;
      /** Variance of the estimates. */
      readonly varianceBetween: number;
      /** Relative increase of the variance because values are missing. */
      readonly relativeIncrease: number;
      /** Share of the variance that is due to missing values. */
      readonly lambda: number;
      /** Fraction of missing information. */
      readonly fractionMissing: number;
      readonly imputations: number;
    }
  | NotEstimable<'fewer-than-two-imputations' | 'no-variance-within'>;

/**
 * One estimate out of the same analysis of several imputed data sets: the rules of D. B. Rubin (Multiple
 * Imputation for Nonresponse in Surveys, 1987), degrees of freedom of J. Barnard and D. B. Rubin (Biometrika
 * 86, 1999), as `mice::pool`.
 * @param estimates one a data set; of a ratio, its logarithm
 * @param standardErrors of each, in the same order
 * @param options `dfComplete`: degrees of freedom had nothing been missing, infinite unless told otherwise;
 * `level` 0.95
 * @throws RangeError when the lengths differ, a number is not finite or a standard error below 0, or dfComplete
 * is not positive
 */
export function poolEstimates(
  estimates: ArrayLike<number>,
  standardErrors: ArrayLike<number>,
  { dfComplete = Number.POSITIVE_INFINITY, level = 0.95 } = {},
): PooledEstimate {
  requireLevel(level);
  if (!(dfComplete > 0)) throw new RangeError(`degrees of freedom: ${dfComplete}`);
  const m = estimates.length;
  if (standardErrors.length !== m) throw new RangeError('not one standard error an estimate');
  const values = Float64Array.from(estimates);
  const errors = Float64Array.from(standardErrors);
  if (!values.every(Number.isFinite)) throw new RangeError('an estimate is not finite');
  if (!errors.every((error) => error >= 0 && Number.isFinite(error))) {
    throw new RangeError('a standard error is none');
  }
  if (m < 2) return { kind: 'not-estimable', reason: 'fewer-than-two-imputations', n: m };
  const estimate = meanOf(values);
  const within = meanOf(errors.map((error) => error ** 2));
  if (within === 0) return { kind: 'not-estimable', reason: 'no-variance-within', n: m };
  const between = squaresAround(values, estimate) / (m - 1);
  const added = (1 + 1 / m) * between;
  const total = within + added;
  const relativeIncrease = added / within;
  const lambda = added / total;
  const df = degreesOf({ lambda, m, dfComplete });
  const standardError = Math.sqrt(total);
  const t = estimate / standardError;
  const reach = studentTQuantile({ upper: (1 - level) / 2 }, df) * standardError;
  return {
    kind: 'estimated',
    estimate,
    standardError,
    t,
    df,
    p: twoSided(studentTTails(t, df)),
    low: estimate - reach,
    high: estimate + reach,
    level,
    varianceWithin: within,
    varianceBetween: between,
    relativeIncrease,
    lambda,
    fractionMissing: (relativeIncrease + 2 / (df + 3)) / (relativeIncrease + 1),
    imputations: m,
  };
}

function degreesOf({ lambda, m, dfComplete }: { lambda: number; m: number; dfComplete: number }) {
  // `mice` lets lambda fall no further: with estimates that agree there would be no end of degrees.
  const old = (m - 1) / Math.max(lambda, 1e-4) ** 2;
  if (dfComplete === Number.POSITIVE_INFINITY) return old;
  const observed =
    ((dfComplete + 1) / (dfComplete + 3)) * dfComplete * (1 - Math.max(lambda, 1e-4));
  return (old * observed) / (old + observed);
}
