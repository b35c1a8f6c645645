import { chiSquareTails } from '../distributions/chi-square.ts';
import { sumOf, type Values } from '../values.ts';
import { buildDesign, type Design } from './design.ts';
import type { Explanation } from './design-plan.ts';
import type { FittedModel } from './fitted-model.ts';
import type { LikelihoodFit } from './likelihood-fit.ts';
import type { OutcomeFamily } from './outcome-family.ts';
import type { RatioCoefficient } from './ratios.ts';

export type CountQuestion = Explanation & {
  /** Whole numbers from 0 up. */
  readonly outcome: Values;
  /** What the counts are counted over (months, people, items), above 0; 1 for all unless given. */
  readonly exposure?: Values;
};

export type CountOptions = {
  /** Of the intervals; 0.95 unless given. */
  readonly level?: number;
};

/** A model of counts: the logarithm of the rate by the predictors. */
export type CountModel = FittedModel &
  LikelihoodFit & {
    readonly kind: 'estimated';
    /** On the logarithmic scale, with Wald's tests and intervals, and as ratios of rates. */
    readonly coefficients: readonly RatioCoefficient[];
    readonly deviance: number;
    readonly nullDeviance: number;
    readonly dispersion: Dispersion;
    /** The variance is mean + mean squared / theta; `null` with Poisson, where it is the mean. */
    readonly theta: { readonly estimate: number; readonly standardError: number } | null;
    /** Counts of the complete cases, in their order. */
    readonly outcome: Float64Array;
    /** Logarithms of their exposures. */
    readonly offset: Float64Array;
    /** Their expected counts. */
    readonly fitted: Float64Array;
  };

/** Whether the counts scatter as the model says. */
export type Dispersion = {
  /** Pearson's: squared distances by the variances. */
  readonly pearsonChiSquare: number;
  /** By the degrees of freedom; about 1 when the variance is right, more when it is too small. */
  readonly ratio: number;
  /** Of a chi-square as large; for expected counts that are not small. */
  readonly p: number;
};

/**
 * Design, counts and logarithms of exposures of the complete cases.
 * @throws RangeError on a count that is not a whole number from 0 up or an exposure that is not above 0
 */
export function countDesign(question: CountQuestion): {
  design: Design;
  outcome: Float64Array;
  offset: Float64Array;
} {
  const { outcome, exposure = new Float64Array(outcome.length).fill(1) } = question;
  const { others, ...design } = buildDesign(question, { outcome, exposure });
  const strange = others.outcome.find((value) => !(value >= 0 && Number.isInteger(value)));
  if (strange !== undefined) throw new RangeError(`not a count: ${strange}`);
  const none = others.exposure.find((value) => !(value > 0));
  if (none !== undefined) throw new RangeError(`not an exposure: ${none}`);
  return { design, outcome: others.outcome, offset: others.exposure.map(Math.log) };
}

/** @param variances of the counts, as the model has them */
export function dispersionOf(
  outcome: Float64Array,
  { fitted, variances, df }: { fitted: Float64Array; variances: Float64Array; df: number },
): Dispersion {
  const pearsonChiSquare = sumOf(
    outcome.map((y, i) => (y - (fitted[i] as number)) ** 2 / (variances[i] as number)),
  );
  return {
    pearsonChiSquare,
    ratio: pearsonChiSquare / df,
    p: chiSquareTails(pearsonChiSquare, df).upper,
  };
}

/** Linear predictor of a Poisson model with the intercept and the exposures only, or the exposures only. */
export function nullPredictor(
  { plan }: Design,
  outcome: Float64Array,
  offset: Float64Array,
): Float64Array {
  const rate = plan.hasIntercept ? Math.log(sumOf(outcome) / sumOf(offset.map(Math.exp))) : 0;
  return offset.map((value) => value + rate);
}

export type CountTask = {
  readonly columns: readonly Float64Array[];
  readonly outcome: Float64Array;
  readonly offset: Float64Array;
  readonly family: OutcomeFamily;
};
