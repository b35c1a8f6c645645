import { requireLevel } from '../level.ts';
import type { NotEstimable } from '../values.ts';
import { type Coefficient, coefficientTable, judged } from './coefficients.ts';
import { type CumulativeFit, fitCumulativeLogit } from './cumulative-logit.ts';
import { buildDesign, type Design } from './design.ts';
import type { Explanation } from './design-plan.ts';
import { type LikelihoodFit, likelihoodFit } from './likelihood-fit.ts';
import { linearPredictor } from './maximum-likelihood.ts';
import { logistic, logLogistic } from './outcome-family.ts';
import { codesOf } from './predictors.ts';
import { type RatioCoefficient, withRatio } from './ratios.ts';
import { independentPlaces } from './triangle.ts';

export type OrdinalQuestion = Omit<Explanation, 'intercept'> & {
  /** A level for each case, `null` where missing. */
  readonly outcome: ArrayLike<string | null | undefined>;
  /** The levels from the lowest to the highest; those that nobody has are left out. */
  readonly levels: readonly string[];
};

/** Between two neighbouring levels: the log odds of the lower one or less where all predictors are 0 or the reference. */
export type Threshold = Omit<Coefficient, 'term' | 'parts'>;

export type OrdinalModel = LikelihoodFit & {
  readonly kind: 'estimated';
  /** Above 0: the higher levels are more frequent. With ratios of the odds of being above any threshold. */
  readonly coefficients: readonly RatioCoefficient[];
  /** From the lowest up, named `lower|higher`. */
  readonly thresholds: readonly Threshold[];
  /** Names of the columns that say nothing beyond those before them. */
  readonly aliased: readonly string[];
  /** Of the coefficients, then the thresholds. */
  readonly covariance: readonly Float64Array[];
  /** -2 log-likelihood. */
  readonly deviance: number;
  /** Levels that somebody has, and how many. */
  readonly levels: ReadonlyArray<{ readonly level: string; readonly n: number }>;
  /** For each of these levels its probability in each complete case. */
  readonly probabilities: readonly Float64Array[];
  readonly level: number;
  readonly n: number;
  /** Cases left out because something is missing in them. */
  readonly missing: number;
  /** What later questions are answered from: the estimated columns, and places of the levels answered. */
  readonly basis: { readonly columns: readonly Float64Array[]; readonly outcome: Int32Array };
};

export type NoOrdinalModel = NotEstimable<
  | 'no-complete-cases'
  | 'as-many-parameters-as-cases'
  | 'outcome-does-not-vary'
  | 'estimates-are-infinite'
  | 'does-not-converge'
>;

/**
 * Ordinal logistic regression with proportional odds: P. McCullagh, Journal of the Royal Statistical Society B
 * 42 (1980), over the complete cases, with errors from the observed information, as `MASS::polr` and
 * `ordinal::clm`.
 * @throws RangeError when a level is unknown or comes twice, lengths differ, a value is infinite, or the
 * explanation is wrong in itself
 */
export function ordinalLogit(
  question: OrdinalQuestion,
  { level = 0.95 }: { readonly level?: number } = {},
): OrdinalModel | NoOrdinalModel {
  requireLevel(level);
  if (new Set(question.levels).size < question.levels.length) throw new RangeError('a level twice');
  const codes = codesOf('outcome', question.levels, question.outcome);
  const design = buildDesign({ ...question, intercept: 'fitted' }, { outcome: codes });
  const { n, missing } = design;
  const none = (reason: NoOrdinalModel['reason']): NoOrdinalModel => ({
    kind: 'not-estimable',
    reason,
    n,
  });
  if (n === 0) return none('no-complete-cases');
  const levels = levelsOf(question.levels, design.others.outcome);
  if (levels.length < 2) return none('outcome-does-not-vary');
  const places = new Map(levels.map(({ code }, place) => [code, place]));
  const outcome = Int32Array.from(design.others.outcome, (code) => places.get(code) ?? 0);
  const { kept: withIntercept, aliased } = independentPlaces(design.columns, n);
  const kept = withIntercept.slice(1);
  if (kept.length + levels.length - 1 >= n) return none('as-many-parameters-as-cases');
  const columns = kept.map((place) => design.columns[place] as Float64Array);
  const fit = fitCumulativeLogit(columns, outcome, levels.length);
  if (fit.kind === 'unsettled')
    return none(fit.isEndless ? 'estimates-are-infinite' : 'does-not-converge');
  const table = coefficientTable(design, { kept, ...fit }, { df: null, level });
  return {
    kind: 'estimated',
    coefficients: table.map(withRatio),
    thresholds: thresholdsOf(fit, levels, { level }),
    aliased: aliased.map((place) => design.plan.columns[place]?.name ?? ''),
    covariance: fit.covariance,
    deviance: -2 * fit.logLikelihood,
    ...measuresOf(design, { kept, levels, fit }),
    levels: levels.map(({ name, cases }) => ({ level: name, n: cases })),
    probabilities: probabilitiesOf(columns, fit, n),
    level,
    n,
    missing,
    basis: { columns, outcome },
  };
}

type UsedLevel = { readonly name: string; readonly code: number; readonly cases: number };

function levelsOf(names: readonly string[], codes: Float64Array): UsedLevel[] {
  const cases = new Float64Array(names.length);
  for (const code of codes) cases[code] = (cases[code] as number) + 1;
  return names
    .map((name, code) => ({ name, code, cases: cases[code] as number }))
    .filter((used) => used.cases > 0);
}

function thresholdsOf(
  { thresholds, covariance }: CumulativeFit,
  levels: readonly UsedLevel[],
  { level }: { level: number },
): Threshold[] {
  const first = covariance.length - thresholds.length;
  return Array.from(thresholds, (value, k) => ({
    name: `${levels[k]?.name}|${levels[k + 1]?.name}`,
    ...judged(value, Math.sqrt((covariance[first + k] as Float64Array)[first + k] as number), {
      df: null,
      level,
    }),
  }));
}

/** Without predictors the likelihood is that of the shares of the levels. */
function measuresOf(
  design: Design,
  {
    kept,
    levels,
    fit,
  }: { kept: readonly number[]; levels: readonly UsedLevel[]; fit: CumulativeFit },
): LikelihoodFit {
  const { n } = design;
  const parameters = kept.length + levels.length - 1;
  const measures = likelihoodFit(design, kept.length + 1, {
    logLikelihood: fit.logLikelihood,
    nullLogLikelihood: levels.reduce((sum, { cases }) => sum + cases * Math.log(cases / n), 0),
    parameters,
  });
  return { ...measures, df: n - parameters };
}

function probabilitiesOf(
  columns: readonly Float64Array[],
  { estimates, thresholds }: CumulativeFit,
  n: number,
): Float64Array[] {
  const predictor = linearPredictor(columns, estimates, n);
  const between = (lower: number, upper: number) => {
    if (lower === -Infinity) return logistic(upper);
    if (upper === Infinity) return logistic(-lower);
    // Written as a product, so that a small probability keeps its digits.
    return Math.exp(logLogistic(upper) + logLogistic(-lower)) * -Math.expm1(lower - upper);
  };
  const bounds = [-Infinity, ...thresholds, Infinity];
  return bounds
    .slice(1)
    .map((upper, k) => predictor.map((eta) => between((bounds[k] as number) - eta, upper - eta)));
}
