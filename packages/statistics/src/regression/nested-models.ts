import { chiSquareTails } from '../distributions/chi-square.ts';
import { fTails } from '../distributions/f.ts';
import type { NotEstimable } from '../values.ts';
import type { CountModel } from './count-outcome.ts';
import type { FittedModel } from './fitted-model.ts';
import type { LinearModel } from './linear-model.ts';
import type { LogisticModel } from './logistic-model.ts';

export type LinearComparison =
  | {
      readonly kind: 'estimated';
      /** R² of the larger model less that of the smaller one. */
      readonly rSquaredChange: number;
      readonly f: number;
      /** Coefficients that were added. */
      readonly df1: number;
      /** Residual degrees of freedom of the larger model. */
      readonly df2: number;
      readonly p: number;
      readonly n: number;
    }
  | NotEstimable<'nothing-added' | 'weighted' | 'residuals-are-nothing'>;

export type LikelihoodComparison =
  | {
      readonly kind: 'estimated';
      /** By how much the deviance falls: twice the gain in the logarithm of the likelihood. */
      readonly devianceChange: number;
      /** Coefficients that were added. */
      readonly df: number;
      readonly p: number;
      readonly n: number;
    }
  | NotEstimable<'nothing-added' | 'penalised' | 'not-nested'>;

/**
 * What a block of predictors adds to a linear model beyond the predictors before it: the F test of the
 * change in the sum of squares, as `stats::anova(smaller, larger)`.
 * @param smaller fitted to the same outcome of the same cases, with a part of the larger one's coefficients
 * @throws RangeError when the cases differ in number or the smaller model has a coefficient that the larger one lacks
 */
export function compareLinearModels(smaller: LinearModel, larger: LinearModel): LinearComparison {
  const df1 = added(smaller, larger);
  const { n, df: df2 } = larger;
  if (df1 === 0) return { kind: 'not-estimable', reason: 'nothing-added', n };
  if (smaller.basis.weights || larger.basis.weights) {
    return { kind: 'not-estimable', reason: 'weighted', n };
  }
  if (larger.isPerfectFit || !(larger.residualSumOfSquares > 0)) {
    return { kind: 'not-estimable', reason: 'residuals-are-nothing', n };
  }
  const gained = Math.max(0, smaller.residualSumOfSquares - larger.residualSumOfSquares);
  const f = gained / df1 / (larger.residualSumOfSquares / df2);
  const p = fTails(f, { df1, df2 }).upper;
  const rSquaredChange = larger.rSquared - smaller.rSquared;
  return { kind: 'estimated', rSquaredChange, f, df1, df2, p, n };
}

/**
 * The same for models by maximum likelihood, by the ratio of their likelihoods (S. S. Wilks, Annals of
 * Mathematical Statistics 9, 1938), as `stats::anova(test = "LRT")` of a glm and `MASS::anova.negbin`: a
 * negative binomial model estimates its theta anew in each. Firth's penalised likelihoods are not compared.
 * @throws RangeError as `compareLinearModels`
 */
export function compareLikelihoods<Model extends CountModel | LogisticModel>(
  smaller: Model,
  larger: Model,
): LikelihoodComparison {
  const df = added(smaller, larger);
  const { n } = larger;
  if (df === 0) return { kind: 'not-estimable', reason: 'nothing-added', n };
  if (isPenalised(smaller) || isPenalised(larger)) {
    return { kind: 'not-estimable', reason: 'penalised', n };
  }
  // A Poisson model lies inside a negative binomial one only at the edge, where the ratio has another distribution.
  if (hasTheta(smaller) !== hasTheta(larger)) {
    return { kind: 'not-estimable', reason: 'not-nested', n };
  }
  const devianceChange = Math.max(0, 2 * (larger.logLikelihood - smaller.logLikelihood));
  const p = chiSquareTails(devianceChange, df).upper;
  return { kind: 'estimated', devianceChange, df, p, n };
}

/** How many coefficients the larger model has more. */
function added(smaller: FittedModel, larger: FittedModel): number {
  if (smaller.n !== larger.n) {
    throw new RangeError(`models of different cases: ${smaller.n}, ${larger.n}`);
  }
  const names = new Set(larger.coefficients.map(({ name }) => name));
  const lacking = smaller.coefficients.find(({ name }) => !names.has(name));
  if (lacking) throw new RangeError(`the larger model lacks ${lacking.name}`);
  return larger.coefficients.length - smaller.coefficients.length;
}

const isPenalised = (model: CountModel | LogisticModel) =>
  'method' in model && model.method === 'firth';

const hasTheta = (model: CountModel | LogisticModel) => 'theta' in model && model.theta !== null;
