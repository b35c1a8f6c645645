import { chiSquareTails } from '../distributions/chi-square.ts';
import { requireLevel } from '../level.ts';
import { type NotEstimable, sumOf } from '../values.ts';
import {
  type CountModel,
  type CountOptions,
  type CountQuestion,
  type CountTask,
  countDesign,
  dispersionOf,
  nullPredictor,
} from './count-outcome.ts';
import type { Design } from './design.ts';
import {
  fittedModel,
  independentColumns,
  infiniteEstimates,
  likelihoodFit,
  type NoLikelihoodFit,
  objectionTo,
} from './likelihood-fit.ts';
import {
  devianceOf,
  type LikelihoodMaximum,
  likelihoodOf,
  maximiseLikelihood,
} from './maximum-likelihood.ts';
import { negativeBinomial, POISSON } from './outcome-family.ts';
import type { InfiniteRates } from './poisson-model.ts';
import { bestTheta, thetaError } from './theta-likelihood.ts';

const MOST_ROUNDS = 500;
const SETTLED = 1e-10;

export type NegativeBinomialModel = CountModel & {
  readonly theta: NonNullable<CountModel['theta']>;
  /**
   * Twice what the log-likelihood gains on Poisson's. Theta being at the border of its values under
   * Poisson, p is half that of a chi-square (J. F. Lawless, Canadian Journal of Statistics 15, 1987).
   */
  readonly againstPoisson: { readonly chiSquare: number; readonly p: number };
};

/** The counts do not scatter more than Poisson's: theta is infinite, and `poissonModel` is the model. */
export type NoOverdispersion = NotEstimable<'no-overdispersion'>;

/**
 * Negative binomial regression over the complete cases, theta by maximum likelihood too, as `MASS::glm.nb`
 * with its loops run to the end; errors of the coefficients are those at a known theta, as there.
 * @throws RangeError as `poissonModel`
 */
export function negativeBinomialModel(
  question: CountQuestion,
  { level = 0.95 }: CountOptions = {},
): NegativeBinomialModel | NoLikelihoodFit | InfiniteRates | NoOverdispersion {
  requireLevel(level);
  const { design, outcome, offset } = countDesign(question);
  const { kept, columns, aliased } = independentColumns(design);
  const { n } = design;
  const reason = objectionTo(design, kept, outcome);
  if (reason) return { kind: 'not-estimable', reason, n };
  const counts = { columns, outcome, offset };
  const poisson = maximiseLikelihood({ ...counts, family: POISSON });
  if (poisson.kind === 'unsettled') {
    if (!poisson.direction) return { kind: 'not-estimable', reason: 'does-not-converge', n };
    const infinite = infiniteEstimates(design, kept, poisson.direction);
    return { kind: 'not-estimable', reason: 'estimates-are-infinite', n, infinite };
  }
  const start = momentTheta(outcome, poisson.predictor.map(Math.exp));
  if (start === null) return { kind: 'not-estimable', reason: 'no-overdispersion', n };
  const both = alternate(counts, { fit: poisson, theta: start });
  if (typeof both === 'string') return { kind: 'not-estimable', reason: both, n };
  const { fit, theta } = both;
  const task = { ...counts, family: negativeBinomial(theta) };
  const none = nullAt(design, task);
  const fitted = fit.predictor.map(Math.exp);
  const measures = likelihoodFit(design, columns.length, {
    logLikelihood: fit.logLikelihood,
    nullLogLikelihood: likelihoodOf(task, none),
    parameters: columns.length + 1,
  });
  const variances = fitted.map((mean) => mean + mean ** 2 / theta);
  const chiSquare = Math.max(0, 2 * (fit.logLikelihood - poisson.logLikelihood));
  return {
    kind: 'estimated',
    ...fittedModel(design, { kept, aliased }, { fit, level }),
    ...measures,
    deviance: devianceOf(task, fit.predictor),
    nullDeviance: devianceOf(task, none),
    dispersion: dispersionOf(outcome, { fitted, variances, df: measures.df }),
    theta: { estimate: theta, standardError: thetaError(outcome, fitted, theta) },
    againstPoisson: { chiSquare, p: chiSquareTails(chiSquare, 1).upper / 2 },
    outcome,
    offset,
    fitted,
  };
}

/** From the first two moments; `null` unless the likelihood rises as theta comes down from infinity. */
function momentTheta(counts: Float64Array, mean: Float64Array): number | null {
  const excess = sumOf(counts.map((y, i) => (y - (mean[i] as number)) ** 2 - y));
  return excess > 0 ? sumOf(mean.map((mu) => mu * mu)) / excess : null;
}

/** Coefficients at a theta, theta at the coefficients, until neither moves. */
function alternate(
  counts: Omit<CountTask, 'family'>,
  { fit, theta }: { fit: LikelihoodMaximum; theta: number },
): { fit: LikelihoodMaximum; theta: number } | 'no-overdispersion' | 'does-not-converge' {
  let before = theta;
  let estimates = fit.estimates;
  let fitted = fit.predictor.map(Math.exp);
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const next = bestTheta(counts.outcome, fitted, before);
    if (next === null) return 'no-overdispersion';
    const at = maximiseLikelihood({ ...counts, family: negativeBinomial(next) }, estimates);
    if (at.kind === 'unsettled') return 'does-not-converge';
    if (Math.abs(Math.log(next / before)) < SETTLED) return { fit: at, theta: next };
    before = next;
    estimates = at.estimates;
    fitted = at.predictor.map(Math.exp);
  }
  return 'does-not-converge';
}

/** The model with the intercept only, at the same theta, as R's null deviance. */
function nullAt(design: Design, task: CountTask): Float64Array {
  const start = nullPredictor(design, task.outcome, task.offset);
  if (!design.plan.hasIntercept) return start;
  const ones = new Float64Array(design.n).fill(1);
  const fit = maximiseLikelihood({ ...task, columns: [ones] });
  return fit.kind === 'fitted' ? fit.predictor : start;
}
