import { requireLevel } from '../level.ts';
import type { Values } from '../values.ts';
import { buildDesign, type Design } from './design.ts';
import type { Explanation } from './design-plan.ts';
import { type FirthFit, fitFirth } from './firth.ts';
import type { FittedModel } from './fitted-model.ts';
import {
  fittedModel,
  type InfiniteEstimate,
  independentColumns,
  infiniteEstimates,
  type LikelihoodFit,
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
import { BINARY, logistic } from './outcome-family.ts';
import type { RatioCoefficient } from './ratios.ts';

export type LogisticQuestion = Explanation & {
  /** 1 for those to whom it happened, 0 for the others. */
  readonly outcome: Values;
};

export type LogisticOptions = {
  /** Of the intervals; 0.95 unless given. */
  readonly level?: number;
  /** `firth` asks for the penalised likelihood even where the plain one has a maximum. */
  readonly method?: 'maximum-likelihood' | 'firth';
};

export type LogisticModel = FittedModel &
  LikelihoodFit & {
    readonly kind: 'estimated';
    /** `firth` when it was asked for, or when the outcome is separated. */
    readonly method: 'maximum-likelihood' | 'firth';
    /**
     * Not empty when the outcome is separated: some combination of the columns tells without error who has
     * it, for some cases or for all. These coefficients have no finite maximum likelihood estimate.
     */
    readonly separated: readonly InfiniteEstimate[];
    /** On the log odds scale, with Wald's tests and intervals, and as odds ratios. */
    readonly coefficients: readonly RatioCoefficient[];
    /** -2 log-likelihood. */
    readonly deviance: number;
    readonly nullDeviance: number;
    /** Log-likelihood plus Firth's penalty; `null` for plain maximum likelihood. */
    readonly penalisedLogLikelihood: number | null;
    /** Outcomes of the complete cases, in their order. */
    readonly outcome: Float64Array;
    /** Their probabilities. */
    readonly fitted: Float64Array;
  };

/**
 * Logistic regression over the complete cases, as `glm(family = binomial)`; where the outcome is separated, by
 * Firth's penalised likelihood, as `brglm2` with `type = "AS_mean"` and `logistf`. Errors are from the
 * information at the estimates. With Firth, the likelihood ratio compares penalised likelihoods, both with the
 * penalty of the whole model, as `logistftest`, and the fit measures are of the plain likelihood there.
 * @throws RangeError when an outcome is neither 0 nor 1, lengths differ, a value is infinite, or the
 * explanation is wrong in itself
 */
export function logisticModel(
  question: LogisticQuestion,
  { level = 0.95, method = 'maximum-likelihood' }: LogisticOptions = {},
): LogisticModel | NoLikelihoodFit {
  requireLevel(level);
  const design = buildDesign(question, { outcome: question.outcome });
  const { outcome } = design.others;
  const strange = outcome.find((value) => value !== 0 && value !== 1);
  if (strange !== undefined) throw new RangeError(`neither 0 nor 1: ${strange}`);
  const { kept, columns, aliased } = independentColumns(design);
  const reason = objectionTo(design, kept, outcome);
  if (reason) return { kind: 'not-estimable', reason, n: design.n };
  const plain = maximiseLikelihood({ columns, outcome, offset: null, family: BINARY });
  const direction = plain.kind === 'unsettled' ? plain.direction : null;
  const separated = direction ? infiniteEstimates(design, kept, direction) : [];
  const isFirth = method === 'firth' || direction !== null;
  const fit = isFirth ? fitFirth(columns, outcome) : plain;
  if (fit === null || fit.kind === 'unsettled') {
    return { kind: 'not-estimable', reason: 'does-not-converge', n: design.n };
  }
  return {
    kind: 'estimated',
    method: isFirth ? 'firth' : 'maximum-likelihood',
    separated,
    ...fittedModel(design, { kept, aliased }, { fit, level }),
    ...fitOf(design, { columns, outcome, fit }),
    deviance: devianceOf({ family: BINARY, outcome }, fit.predictor),
    nullDeviance: -2 * nullLogLikelihood(design, outcome),
    penalisedLogLikelihood: penaltyOf(fit),
    outcome,
    fitted: fit.predictor.map(logistic),
  };
}

function penaltyOf(fit: LikelihoodMaximum | FirthFit): number | null {
  return 'penalised' in fit ? fit.penalised : null;
}

function fitOf(
  design: Design,
  {
    columns,
    outcome,
    fit,
  }: { columns: readonly Float64Array[]; outcome: Float64Array; fit: LikelihoodMaximum | FirthFit },
): LikelihoodFit {
  const penalised = penaltyOf(fit);
  const free = design.plan.hasIntercept ? [0] : [];
  const none = penalised === null ? null : fitFirth(columns, outcome, { free });
  return likelihoodFit(design, columns.length, {
    logLikelihood: fit.logLikelihood,
    nullLogLikelihood: nullLogLikelihood(design, outcome),
    ...(penalised !== null && none && { chiSquare: 2 * (penalised - none.penalised) }),
  });
}

/** With an intercept everybody has the share of those with the outcome, without one a half. */
function nullLogLikelihood({ n, plan }: Design, outcome: Float64Array): number {
  const share = outcome.reduce((sum, value) => sum + value, 0) / n;
  const odds = plan.hasIntercept ? Math.log(share / (1 - share)) : 0;
  return likelihoodOf({ family: BINARY, outcome }, new Float64Array(n).fill(odds));
}
