import { chiSquareTails } from '../distributions/chi-square.ts';
import type { NotEstimable } from '../values.ts';
import { coefficientTable } from './coefficients.ts';
import type { Design } from './design.ts';
import type { FittedModel } from './fitted-model.ts';
import { inverseCrossProduct } from './householder.ts';
import type { LikelihoodMaximum } from './maximum-likelihood.ts';
import { type RatioCoefficient, withRatio } from './ratios.ts';
import { independentPlaces } from './triangle.ts';

/** How well a model fitted by maximum likelihood does. */
export type LikelihoodFit = {
  readonly logLikelihood: number;
  /** Of the model with the intercept only (and the exposure); of the one without parameters in a model through the origin. */
  readonly nullLogLikelihood: number;
  readonly aic: number;
  readonly bic: number;
  /** Cases less estimated parameters of the mean. */
  readonly df: number;
  /** All terms together against none; `null` when there is only an intercept. */
  readonly likelihoodRatio: {
    readonly chiSquare: number;
    readonly df: number;
    readonly p: number;
  } | null;
  /** D. McFadden 1974: 1 less the ratio of the log-likelihoods. */
  readonly mcFadden: number;
};

/** Why a model on a logarithmic scale has no estimates. */
export type NoLikelihoodFit = NotEstimable<
  | 'no-complete-cases'
  | 'nothing-to-estimate'
  | 'as-many-parameters-as-cases'
  | 'outcome-does-not-vary'
  | 'does-not-converge'
>;

/** A coefficient without a finite estimate, and where it goes. */
export type InfiniteEstimate = {
  readonly name: string;
  readonly towards: 'plus-infinity' | 'minus-infinity';
};

/** The columns of a design that bear something of their own. */
export function independentColumns(design: Design): {
  kept: readonly number[];
  columns: Float64Array[];
  aliased: string[];
} {
  const { kept, aliased } = independentPlaces(design.columns, design.n);
  return {
    kept,
    columns: kept.map((place) => design.columns[place] as Float64Array),
    aliased: aliased.map((place) => design.plan.columns[place]?.name ?? ''),
  };
}

/** Why there is nothing to fit, if there is not. */
export function objectionTo(
  design: Design,
  kept: readonly number[],
  outcome: Float64Array,
): NoLikelihoodFit['reason'] | null {
  if (design.n === 0) return 'no-complete-cases';
  if (kept.length === 0) return 'nothing-to-estimate';
  if (kept.length >= design.n) return 'as-many-parameters-as-cases';
  return outcome.every((value) => value === outcome[0]) ? 'outcome-does-not-vary' : null;
}

/** What every model on a logarithmic scale holds. */
export function fittedModel(
  design: Design,
  { kept, aliased }: { kept: readonly number[]; aliased: readonly string[] },
  { fit, level }: { fit: LikelihoodMaximum; level: number },
): FittedModel & { readonly coefficients: readonly RatioCoefficient[] } {
  const { estimates, rInverse, weights, pulls } = fit;
  const covariance = inverseCrossProduct(rInverse);
  const table = coefficientTable(design, { kept, estimates, covariance }, { df: null, level });
  return {
    coefficients: table.map(withRatio),
    aliased,
    covariance,
    level,
    n: design.n,
    missing: design.missing,
    basis: { design, kept, estimates, rInverse, weights, pulls, df: null },
  };
}

/**
 * @param parameters all that were estimated, as AIC counts them
 * @param chiSquare twice the difference of what was maximised; from the log-likelihoods unless given
 */
export function likelihoodFit(
  { n, plan }: Design,
  columns: number,
  {
    logLikelihood,
    nullLogLikelihood,
    parameters = columns,
    chiSquare = 2 * (logLikelihood - nullLogLikelihood),
  }: {
    logLikelihood: number;
    nullLogLikelihood: number;
    parameters?: number;
    chiSquare?: number;
  },
): LikelihoodFit {
  const df = columns - (plan.hasIntercept ? 1 : 0);
  const positive = Math.max(0, chiSquare);
  return {
    logLikelihood,
    nullLogLikelihood,
    aic: 2 * parameters - 2 * logLikelihood,
    bic: Math.log(n) * parameters - 2 * logLikelihood,
    df: n - columns,
    likelihoodRatio:
      df === 0 ? null : { chiSquare: positive, df, p: chiSquareTails(positive, df).upper },
    mcFadden: 1 - logLikelihood / nullLogLikelihood,
  };
}

/** The columns that move along a direction in which the likelihood rises for ever. */
export function infiniteEstimates(
  design: Design,
  kept: readonly number[],
  direction: Float64Array,
): InfiniteEstimate[] {
  const moved = kept.map((place, j) => {
    const column = design.columns[place] as Float64Array;
    return (
      column.reduce((most, value) => Math.max(most, Math.abs(value)), 0) * (direction[j] as number)
    );
  });
  const most = Math.max(...moved.map(Math.abs));
  return kept.flatMap((place, j) => {
    const by = moved[j] as number;
    const name = design.plan.columns[place]?.name ?? '';
    if (Math.abs(by) < 1e-5 * most) return [];
    return { name, towards: by > 0 ? ('plus-infinity' as const) : ('minus-infinity' as const) };
  });
}
