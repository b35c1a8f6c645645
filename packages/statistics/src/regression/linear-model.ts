import { fTails } from '../distributions/f.ts';
import { requireLevel } from '../level.ts';
import { meanOf, type NotEstimable, sumOf, type Values } from '../values.ts';
import { coefficientTable } from './coefficients.ts';
import { buildDesign, type DesignWith } from './design.ts';
import type { Explanation } from './design-plan.ts';
import type { FittedModel } from './fitted-model.ts';
import {
  backSubstitute,
  COLLINEAR,
  effectsOf,
  factorise,
  inverseCrossProduct,
  inverseOfR,
  multiplied,
  rotateBack,
} from './householder.ts';

export type LinearQuestion = Explanation & {
  readonly outcome: Values;
  /** How much each case counts, above 0: its residual variance is taken to be the common one divided by this. */
  readonly weights?: Values;
};

export type LinearOptions = {
  /** Of the intervals; 0.95 unless given. */
  readonly level?: number;
  /** Share of its length that a column must have of its own, as `tol` of R's `lm`; 1e-7 unless given. */
  readonly tolerance?: number;
};

export type LinearModel = FittedModel & {
  readonly kind: 'estimated';
  /** Root of the residual variance. */
  readonly residualStandardDeviation: number;
  /** Residual degrees of freedom. */
  readonly df: number;
  readonly residualSumOfSquares: number;
  /** Share explained, 0 to 1: around the mean, or around 0 in a model through the origin. */
  readonly rSquared: number;
  readonly adjustedRSquared: number;
  /** All terms together against none; `null` when there is only an intercept. */
  readonly f: {
    readonly statistic: number;
    readonly df1: number;
    readonly df2: number;
    readonly p: number;
  } | null;
  readonly logLikelihood: number;
  /** The residual variance counts as a parameter, as in R's `AIC`. */
  readonly aic: number;
  readonly bic: number;
  /** Residuals are rounding only: errors and tests say nothing, and the likelihood may be infinite. */
  readonly isPerfectFit: boolean;
  /** Of the complete cases, in their order (`basis.design.rows` says which). */
  readonly fitted: Float64Array;
  /** Outcome less fitted value. */
  readonly residuals: Float64Array;
};

export type NoLinearModel = NotEstimable<
  | 'no-complete-cases'
  | 'nothing-to-estimate'
  | 'as-many-parameters-as-cases'
  | 'outcome-does-not-vary'
>;

/**
 * Least squares by Householder's QR, over the complete cases, as `stats::lm`. Columns that others already
 * give are left out and named.
 * @throws RangeError when lengths differ, a value is infinite, a weight is not above 0, or the explanation
 * is wrong in itself
 */
export function linearModel(
  question: LinearQuestion,
  { level = 0.95, tolerance = COLLINEAR }: LinearOptions = {},
): LinearModel | NoLinearModel {
  requireLevel(level);
  const { outcome, weights: given } = question;
  const design: DesignWith<'outcome' | 'weights'> = buildDesign(question, {
    outcome,
    weights: given ?? new Float64Array(outcome.length).fill(1),
  });
  const { n, others } = design;
  const weights = given ? others.weights : undefined;
  const roots = weights?.map(Math.sqrt);
  const worthless = weights?.find((weight) => !(weight > 0));
  if (worthless !== undefined) throw new RangeError(`not a weight: ${worthless}`);
  const none = (reason: NoLinearModel['reason']): NoLinearModel => ({
    kind: 'not-estimable',
    reason,
    n,
  });
  if (n === 0) return none('no-complete-cases');
  const factorisation = factorise(design.columns, { roots, tolerance });
  const { kept, aliased } = factorisation;
  if (kept.length === 0) return none('nothing-to-estimate');
  if (kept.length === n) return none('as-many-parameters-as-cases');
  const { hasIntercept } = design.plan;
  if (!varies(others.outcome, hasIntercept)) return none('outcome-does-not-vary');

  const effects = effectsOf(factorisation, multiplied(others.outcome, roots));
  const estimates = backSubstitute(factorisation, effects);
  const rInverse = inverseOfR(factorisation);
  const df = n - kept.length;
  const residualSumOfSquares = squares(effects.subarray(kept.length));
  const variance = residualSumOfSquares / df;
  const covariance = inverseCrossProduct(rInverse).map((row) =>
    row.map((entry) => entry * variance),
  );
  const residuals = rotateBack(factorisation, effects.slice().fill(0, 0, kept.length));
  roots?.forEach((root, i) => {
    residuals[i] = (residuals[i] as number) / root;
  });
  return {
    kind: 'estimated',
    coefficients: coefficientTable(design, { kept, estimates, covariance }, { df, level }),
    aliased: aliased.map((place) => design.plan.columns[place]?.name ?? ''),
    covariance,
    level,
    n,
    missing: design.missing,
    ...explained(effects, { kept, hasIntercept, df }),
    ...likelihood({ residualSumOfSquares, n, weights, parameters: kept.length + 1 }),
    residualStandardDeviation: Math.sqrt(variance),
    residualSumOfSquares,
    df,
    residuals,
    fitted: others.outcome.map((value, i) => value - (residuals[i] as number)),
    basis: {
      design,
      kept,
      estimates,
      rInverse,
      weights: weights ?? null,
      pulls: residuals.map((value, i) => value * (weights?.[i] ?? 1)),
      df,
    },
  };
}

function varies(outcome: Float64Array, aroundItsMean: boolean): boolean {
  const centre = aroundItsMean ? outcome[0] : 0;
  return outcome.some((value) => value !== centre);
}

function squares(values: Float64Array): number {
  return sumOf(values.map((value) => value * value));
}

/** The intercept's effect is the first: what the other columns explain follows it. */
function explained(
  effects: Float64Array,
  { kept, hasIntercept, df }: { kept: readonly number[]; hasIntercept: boolean; df: number },
): Pick<LinearModel, 'rSquared' | 'adjustedRSquared' | 'f' | 'isPerfectFit'> {
  const fixed = hasIntercept ? 1 : 0;
  const df1 = kept.length - fixed;
  const model = squares(effects.subarray(fixed, kept.length));
  const residual = squares(effects.subarray(kept.length));
  const rSquared = model / (model + residual);
  const statistic = model / df1 / (residual / df);
  return {
    rSquared,
    adjustedRSquared: 1 - (1 - rSquared) * ((effects.length - fixed) / df),
    f: df1 === 0 ? null : { statistic, df1, df2: df, p: fTails(statistic, { df1, df2: df }).upper },
    isPerfectFit: residual <= squares(effects) * 1e-30 * df,
  };
}

/** Normal errors with the variance that maximises the likelihood, as `logLik` of an `lm`. */
function likelihood({
  residualSumOfSquares,
  n,
  weights,
  parameters,
}: {
  residualSumOfSquares: number;
  n: number;
  weights: Float64Array | undefined;
  parameters: number;
}): Pick<LinearModel, 'logLikelihood' | 'aic' | 'bic'> {
  const logWeights = weights ? sumOf(weights.map(Math.log)) : 0;
  const logLikelihood =
    (logWeights - n * (Math.log((2 * Math.PI * residualSumOfSquares) / n) + 1)) / 2;
  return {
    logLikelihood,
    aic: 2 * parameters - 2 * logLikelihood,
    bic: Math.log(n) * parameters - 2 * logLikelihood,
  };
}

/**
 * Estimates in standard deviations of the outcome for one of the column: estimate times the column's
 * standard deviation by the outcome's, weighted as the model is.
 * @returns one for each coefficient in order; `null` for the intercept, and for all in a model without one
 */
export function standardisedEstimates(model: LinearModel): (number | null)[] {
  const { design, kept, estimates, weights } = model.basis;
  const outcome = model.fitted.map((value, i) => value + (model.residuals[i] as number));
  const spread = spreadOf(outcome, weights);
  return kept.map((place, i) => {
    if (!design.plan.hasIntercept || design.plan.columns[place]?.term === null) return null;
    return (
      ((estimates[i] as number) * spreadOf(design.columns[place] as Float64Array, weights)) / spread
    );
  });
}

/** Root of the weighted sum of squares around the weighted mean. */
function spreadOf(values: Float64Array, weights: Float64Array | null): number {
  const weightOf = (i: number) => weights?.[i] ?? 1;
  const total = weights ? sumOf(weights) : values.length;
  const rough = meanOf(values);
  const mean = rough + sumOf(values.map((value, i) => weightOf(i) * (value - rough))) / total;
  return Math.sqrt(sumOf(values.map((value, i) => weightOf(i) * (value - mean) ** 2)));
}
