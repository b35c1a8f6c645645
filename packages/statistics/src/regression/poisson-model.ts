import { requireLevel } from '../level.ts';
import type { NotEstimable } from '../values.ts';
import {
  type CountModel,
  type CountOptions,
  type CountQuestion,
  countDesign,
  dispersionOf,
  nullPredictor,
} from './count-outcome.ts';
import {
  fittedModel,
  type InfiniteEstimate,
  independentColumns,
  infiniteEstimates,
  likelihoodFit,
  type NoLikelihoodFit,
  objectionTo,
} from './likelihood-fit.ts';
import { devianceOf, likelihoodOf, maximiseLikelihood } from './maximum-likelihood.ts';
import { POISSON } from './outcome-family.ts';

/** Nobody with some combination of the columns has counted anything: their rate is estimated as 0. */
export type InfiniteRates = NotEstimable<'estimates-are-infinite'> & {
  readonly infinite: readonly InfiniteEstimate[];
};

/**
 * Poisson regression over the complete cases, as `glm(family = poisson, offset = log(exposure))`. The
 * dispersion says whether its errors may be believed; `robustCoefficients` gives those that may be in any
 * case.
 * @throws RangeError on a count that is not a whole number from 0 up, an exposure that is not above 0,
 * different lengths, an infinite value, or an explanation wrong in itself
 */
export function poissonModel(
  question: CountQuestion,
  { level = 0.95 }: CountOptions = {},
): CountModel | NoLikelihoodFit | InfiniteRates {
  requireLevel(level);
  const { design, outcome, offset } = countDesign(question);
  const { kept, columns, aliased } = independentColumns(design);
  const { n } = design;
  const reason = objectionTo(design, kept, outcome);
  if (reason) return { kind: 'not-estimable', reason, n };
  const task = { columns, outcome, offset, family: POISSON };
  const fit = maximiseLikelihood(task);
  if (fit.kind === 'unsettled') {
    if (!fit.direction) return { kind: 'not-estimable', reason: 'does-not-converge', n };
    const infinite = infiniteEstimates(design, kept, fit.direction);
    return { kind: 'not-estimable', reason: 'estimates-are-infinite', n, infinite };
  }
  const none = nullPredictor(design, outcome, offset);
  const fitted = fit.predictor.map(Math.exp);
  const measures = likelihoodFit(design, columns.length, {
    logLikelihood: fit.logLikelihood,
    nullLogLikelihood: likelihoodOf(task, none),
  });
  return {
    kind: 'estimated',
    ...fittedModel(design, { kept, aliased }, { fit, level }),
    ...measures,
    deviance: devianceOf(task, fit.predictor),
    nullDeviance: devianceOf(task, none),
    dispersion: dispersionOf(outcome, { fitted, variances: fitted, df: measures.df }),
    theta: null,
    outcome,
    offset,
    fitted,
  };
}
