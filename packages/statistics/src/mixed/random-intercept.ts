import { normalQuantile, normalTails } from '../distributions/normal.ts';
import { increasingRoot } from '../distributions/root.ts';
import { studentTQuantile, studentTTails } from '../distributions/student-t.ts';
import { twoSided } from '../distributions/tails.ts';
import { requireLevel } from '../level.ts';
import type { NotEstimable, Values } from '../values.ts';
import {
  type GroupedCases,
  type GroupLabels,
  groupCases,
  type NoGroupedCases,
} from './grouped-cases.ts';
import { type LikelihoodMethod, type Profile, profileAt } from './profile.ts';
import { satterthwaite } from './satterthwaite.ts';

export type MixedCoefficient = {
  readonly estimate: number;
  readonly standardError: number;
  /** estimate / standard error. */
  readonly statistic: number;
  /** Of Student's t; `null` where the statistic is taken as normal. */
  readonly df: number | null;
  /** Two-sided. */
  readonly p: number;
  readonly low: number;
  readonly high: number;
};

export type GroupIntercept = {
  readonly group: string | number;
  readonly n: number;
  /** Best linear unbiased prediction of the group's distance from the common intercept. */
  readonly intercept: number;
  /** Of that prediction, the coefficients taken as known, as `ranef(condVar = TRUE)`. */
  readonly standardDeviation: number;
};

export type RandomIntercept =
  | {
      readonly kind: 'estimated';
      /** The constant first, then the predictors in their order. */
      readonly coefficients: readonly MixedCoefficient[];
      readonly varianceBetween: number;
      readonly varianceWithin: number;
      /** Share of the variance that lies between groups, predictors aside, 0 to 1. */
      readonly intraclassCorrelation: number;
      /** The variance between groups is 0: this is ordinary least squares. */
      readonly isSingular: boolean;
      /** Restricted where the method is; comparable between models with the same predictors only, then. */
      readonly logLikelihood: number;
      readonly aic: number;
      /** With the logarithm of n. */
      readonly bic: number;
      /** In the order of their first case. */
      readonly groups: readonly GroupIntercept[];
      readonly level: number;
      readonly n: number;
      readonly missing: number;
    }
  | NoGroupedCases
  /** What is left when the predictors have explained what they can. */
  | NotEstimable<
      'nothing-left-to-explain' | 'nothing-left-within-groups' | 'nothing-left-between-groups'
    >;

/**
 * Linear mixed model with one random intercept a group: outcome = predictors + group + rest, both normal.
 *
 * By restricted maximum likelihood (H. D. Patterson and R. Thompson, Biometrika 58, 1971) as
 * `lme4::lmer(y ~ x + (1 | group))`, or by plain maximum likelihood (`REML = FALSE`) where models with
 * different predictors are compared. The likelihood is a function of one ratio of variances, whose slope is
 * known: every minimum is looked for, and its slope followed down to neighbouring doubles.
 * @param given values of every case at the same place: the outcome, the group it belongs to, and the columns
 * of the design besides the constant (factors as columns of 0 and 1); cases that lack any are left out
 * @param options `method` `reml`; `level` 0.95; `inference` `satterthwaite` (t with estimated degrees of
 * freedom, as `lmerTest`) or `wald` (standard normal: too sure of itself with few groups)
 * @throws RangeError when lengths differ, a value is infinite or the level is none
 */
export function randomIntercept(
  given: { outcome: Values; groups: GroupLabels; predictors?: readonly Values[] },
  options: {
    method?: LikelihoodMethod;
    level?: number;
    inference?: 'satterthwaite' | 'wald';
  } = {},
): RandomIntercept {
  const { method = 'reml', level = 0.95, inference = 'satterthwaite' } = options;
  requireLevel(level);
  const cases = groupCases({ predictors: [], ...given });
  if (cases.kind === 'not-estimable') return cases;
  const { n, missing } = cases;
  const reason = lacking(cases);
  if (reason) return { kind: 'not-estimable', reason, n };
  const best = bestProfile(cases, method);
  const varianceWithin = best.squares / best.df;
  const degrees = inference === 'wald' ? null : satterthwaite(cases, best, method);
  const parameters = best.coefficients.length + 2;
  return {
    kind: 'estimated',
    coefficients: Array.from(best.coefficients, (estimate, j) =>
      tested({
        estimate,
        standardError: Math.sqrt(varianceWithin * best.inverse.get(j, j)),
        df: degrees?.[j] ?? null,
        level,
      }),
    ),
    varianceBetween: varianceWithin * best.ratio,
    varianceWithin,
    intraclassCorrelation: best.ratio / (1 + best.ratio),
    isSingular: best.ratio === 0,
    logLikelihood: -best.deviance / 2,
    aic: best.deviance + 2 * parameters,
    bic: best.deviance + Math.log(n) * parameters,
    groups: cases.labels.map((group, i) => ({
      group,
      n: cases.sizes[i] as number,
      intercept: best.ratio * (best.residuals[i] as number),
      standardDeviation: Math.sqrt(
        (varianceWithin * best.ratio * (best.pulls[i] as number)) / (cases.sizes[i] as number),
      ),
    })),
    level,
    n,
    missing,
  };
}

/** Rounding dust in sums of squares, measured against the outcome's own. */
const DUST = 1e-20;
/** Where minima of the deviance are looked for: logarithms of the ratio, from nothing to everything between groups. */
const [FIRST, LAST, STEP] = [-20, 24, 0.5];

/** Less is rounding: between two minima as low as each other the smaller variance between is chosen. */
const LOWER = 1e-9;

/** What a likelihood needs and these cases do not have. */
function lacking(cases: GroupedCases) {
  const none = profileAt(cases, 0, 'reml');
  if (!(none.squares > DUST * spreadOfOutcome(cases))) return 'nothing-left-to-explain';
  // Every group's mean is fitted, whatever the ratio: the likelihood does not depend on it.
  if (none.determinantSlope < 1e-10 * cases.n) return 'nothing-left-between-groups';
  // With nearly all variance between, squares that only go on falling with the ratio are none within.
  const far = profileAt(cases, Math.exp(LAST), 'reml');
  if (-far.squaresSlope * far.ratio > 0.01 * far.squares) return 'nothing-left-within-groups';
  return null;
}

function spreadOfOutcome({ means, sizes, within, columns, n }: GroupedCases): number {
  const last = columns - 1;
  const grand = sizes.reduce((sum, size, i) => sum + size * means.get(i, last), 0) / n;
  const between = sizes.reduce((sum, size, i) => sum + size * (means.get(i, last) - grand) ** 2, 0);
  const total = between + within.getColumn(last).reduce((sum, value) => sum + value ** 2, 0);
  return Math.max(total, grand ** 2);
}

function bestProfile(cases: GroupedCases, method: LikelihoodMethod): Profile {
  const at = (logRatio: number) => profileAt(cases, Math.exp(logRatio), method);
  const none = profileAt(cases, 0, method);
  // With a positive slope at 0 the variance between would rather be negative; a slope of 0 may have been
  // rounded.
  const isAtZero = none.slope >= -1e-12 * none.determinantSlope;
  let best: Profile | null = isAtZero ? none : null;
  let before = isAtZero ? 0 : none.slope;
  for (let logRatio = FIRST; logRatio <= LAST; logRatio += STEP) {
    const { slope } = at(logRatio);
    if (before < 0 && slope >= 0) {
      const root = increasingRoot((u) => at(u).slope * Math.exp(u), logRatio);
      const found = at(root);
      if (!best || found.deviance < best.deviance - LOWER) best = found;
    }
    before = slope;
  }
  // Still falling: all variance lies between groups as far as doubles tell.
  return best ?? at(LAST);
}

function tested(given: {
  estimate: number;
  standardError: number;
  df: number | null;
  level: number;
}): MixedCoefficient {
  const { estimate, standardError, df, level } = given;
  const statistic = estimate / standardError;
  const tail = { upper: (1 - level) / 2 };
  const reach = (df === null ? normalQuantile(tail) : studentTQuantile(tail, df)) * standardError;
  return {
    estimate,
    standardError,
    statistic,
    df,
    p: twoSided(df === null ? normalTails(statistic) : studentTTails(statistic, df)),
    low: estimate - reach,
    high: estimate + reach,
  };
}
