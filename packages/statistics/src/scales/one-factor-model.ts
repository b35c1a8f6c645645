import { Matrix } from 'ml-matrix';
import { chiSquareTails } from '../distributions/chi-square.ts';
import { chiSquareNoncentralityLimits } from '../distributions/noncentrality-limits.ts';
import { requireLevel } from '../level.ts';
import type { NotEstimable, Values } from '../values.ts';
import { correlationsOf } from './covariance-sums.ts';
import { type FittedFactor, fitOneFactor } from './fit-one-factor.ts';
import { choleskyOf, logDeterminant, sigmaOf } from './one-factor-likelihood.ts';
import type { Reversal } from './reversal.ts';
import { type NoCovariance, scaleCovariance } from './scale-covariance.ts';

export type FactorItem = {
  /** In the item's own unit, the factor's variance being 1 (variances with n below, as lavaan). */
  readonly loading: number;
  readonly standardError: number | null;
  /** In standard deviations of the item. */
  readonly standardisedLoading: number;
  /** Of the item's variance, not the factor's; below 0 in a Heywood case. */
  readonly residualVariance: number;
};

export type OneFactorModel =
  | {
      readonly kind: 'estimated';
      readonly factorItems: readonly FactorItem[];
      /** Omega total of the sum of the items: R. P. McDonald, Test Theory, 1999. */
      readonly omega: number;
      /** The same of the sum of the standardised items. */
      readonly standardisedOmega: number;
      readonly chiSquare: number;
      readonly df: number;
      /** `null` with three items, where everything fits. */
      readonly p: number | null;
      /** Of the model in which no items go together. */
      readonly baselineChiSquare: number;
      readonly baselineDf: number;
      readonly cfi: number;
      readonly tli: number;
      readonly rmsea: number;
      readonly rmseaLow: number;
      readonly rmseaHigh: number;
      readonly level: number;
      /** Root of the mean squared residual correlation, variances included. */
      readonly srmr: number;
      /** A residual variance below 0: the model does not hold, or the cases are too few. */
      readonly isHeywood: boolean;
      readonly items: number;
      readonly n: number;
      readonly missing: number;
    }
  | NoCovariance
  | NotEstimable<
      | 'fewer-than-three-items'
      | 'an-item-does-not-vary'
      | 'items-depend-on-each-other'
      | 'does-not-converge'
    >;

/**
 * One common factor behind all items, by normal-theory maximum likelihood over the complete cases, with
 * the fit indices of lavaan (`cfa(std.lv = TRUE)`).
 *
 * Chi-square is n times the discrepancy. CFI: P. M. Bentler, Psychological Bulletin 107 (1990), against
 * the model of no correlations; TLI: L. R. Tucker and C. Lewis, Psychometrika 38 (1973); RMSEA with its
 * interval: M. W. Browne and R. Cudeck (1993), by the noncentral chi-square; SRMR: P. M. Bentler (1995).
 * @param items one array an item, all of the same length, a case at the same place in each
 * @param options reversed items; `level` of the RMSEA's interval, 0.9 as is the custom
 * @throws RangeError when the lengths differ, an answer is infinite or a reversed item's range is left
 */
export function oneFactorModel(
  items: readonly Values[],
  { level = 0.9, reversed }: { level?: number; reversed?: Reversal } = {},
): OneFactorModel {
  requireLevel(level);
  const factor = commonFactor(items, reversed);
  if (factor.kind === 'not-estimable') return factor;
  const { fitted, correlations, logDet, n, missing, factorItems, omega, standardisedOmega } =
    factor;
  return {
    kind: 'estimated',
    factorItems,
    omega,
    standardisedOmega,
    ...fitOf({ fitted, correlations, baseline: -logDet, n, level }),
    isHeywood: factor.isHeywood,
    items: items.length,
    n,
    missing,
  };
}

/** The factor itself, without the measures of its fit, which cost more than it does. */
export function commonFactor(items: readonly Values[], reversed: Reversal | undefined) {
  const moments = scaleCovariance(items, reversed ? { reversed } : {});
  if (moments.kind === 'not-estimable') return moments;
  const { covariance, n, missing } = moments;
  const none = (
    reason: Exclude<
      Extract<OneFactorModel, { kind: 'not-estimable' }>['reason'],
      NoCovariance['reason']
    >,
  ) => ({ kind: 'not-estimable', reason, n }) as const;
  if (items.length < 3) return none('fewer-than-three-items');
  const rows = correlationsOf(covariance);
  if (!rows) return none('an-item-does-not-vary');
  const correlations = new Matrix(rows.map((row) => [...row]));
  const decomposition = choleskyOf(correlations);
  const logDet = decomposition ? logDeterminant(decomposition) : Number.NEGATIVE_INFINITY;
  // Fewer cases than items, or an item that is a sum of others: nothing to invert but rounding.
  if (n <= items.length || logDet < items.length * -20) return none('items-depend-on-each-other');
  const fitted = fitOneFactor(correlations);
  if (!fitted) return none('does-not-converge');
  const deviations = covariance.map((row, i) => Math.sqrt(((row[i] as number) * (n - 1)) / n));
  const factorItems = itemsOf(fitted, deviations, n);
  return {
    kind: 'fitted',
    fitted,
    correlations,
    logDet,
    factorItems,
    ...omegas(factorItems, deviations),
    isHeywood: fitted.uniquenesses.some((uniqueness) => uniqueness < 0),
    n,
    missing,
  } as const;
}

function itemsOf(fitted: FittedFactor, deviations: readonly number[], n: number): FactorItem[] {
  const k = deviations.length;
  const information = choleskyOf(fitted.expected);
  const variances = information?.solve(Matrix.eye(2 * k)).diagonal();
  return deviations.map((deviation, i) => {
    const loading = fitted.loadings[i] as number;
    const variance = variances?.[i];
    return {
      loading: loading * deviation,
      standardError: variance === undefined ? null : deviation * Math.sqrt((2 * variance) / n),
      standardisedLoading: loading,
      residualVariance: (fitted.uniquenesses[i] as number) * deviation ** 2,
    };
  });
}

function omegas(factorItems: readonly FactorItem[], deviations: readonly number[]) {
  const omega = (loadings: number[], residuals: number[]) => {
    const common = loadings.reduce((sum, loading) => sum + loading, 0) ** 2;
    return common / (common + residuals.reduce((sum, residual) => sum + residual, 0));
  };
  return {
    omega: omega(
      factorItems.map((item) => item.loading),
      factorItems.map((item) => item.residualVariance),
    ),
    standardisedOmega: omega(
      factorItems.map((item) => item.standardisedLoading),
      factorItems.map((item, i) => item.residualVariance / (deviations[i] as number) ** 2),
    ),
  };
}

function fitOf(given: {
  fitted: FittedFactor;
  correlations: Matrix;
  baseline: number;
  n: number;
  level: number;
}) {
  const { fitted, correlations, baseline, n, level } = given;
  const k = correlations.rows;
  const df = (k * (k - 3)) / 2;
  const baselineDf = (k * (k - 1)) / 2;
  // With three items the model can reproduce everything, unless it would need an imaginary loading.
  const chiSquare = df === 0 && fitted.discrepancy < 1e-10 ? 0 : n * fitted.discrepancy;
  const baselineChiSquare = n * baseline;
  const limits =
    df === 0 ? { low: 0, high: 0 } : chiSquareNoncentralityLimits(chiSquare, df, level);
  const rmseaOf = (noncentrality: number) => (df === 0 ? 0 : Math.sqrt(noncentrality / (n * df)));
  const excess = Math.max(0, chiSquare - df);
  const largest = Math.max(excess, baselineChiSquare - baselineDf);
  const ratio = baselineChiSquare / baselineDf;
  return {
    chiSquare,
    df,
    p: df === 0 ? null : chiSquareTails(chiSquare, df).upper,
    baselineChiSquare,
    baselineDf,
    cfi: largest === 0 ? 1 : 1 - excess / largest,
    tli: df === 0 ? 1 : (ratio - chiSquare / df) / (ratio - 1),
    rmsea: rmseaOf(excess),
    rmseaLow: rmseaOf(limits.low),
    rmseaHigh: rmseaOf(limits.high),
    level,
    srmr: residual(correlations, fitted),
  };
}

function residual(correlations: Matrix, fitted: FittedFactor): number {
  const sigma = sigmaOf(fitted);
  const k = correlations.rows;
  let sum = 0;
  for (let i = 0; i < k; i += 1) {
    for (let j = 0; j <= i; j += 1) sum += (correlations.get(i, j) - sigma.get(i, j)) ** 2;
  }
  return Math.sqrt(sum / ((k * (k + 1)) / 2));
}
