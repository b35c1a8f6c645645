import { logGamma } from '../distributions/log-gamma.ts';

/** How an outcome depends on its linear predictor. */
export type OutcomeFamily = {
  readonly meanAt: (predictor: number) => number;
  /** Expected information of one case about its linear predictor. */
  readonly weightAt: (predictor: number) => number;
  /** What was really found of it: less the second derivative of the log-likelihood; above 0, so that there is one maximum. */
  readonly curvatureAt: (outcome: number, predictor: number) => number;
  /** Derivative of the log-likelihood of a case by its linear predictor. */
  readonly pullAt: (outcome: number, predictor: number) => number;
  readonly logLikelihoodAt: (outcome: number, predictor: number) => number;
  /** Twice what the log-likelihood lacks of that of a perfect fit. */
  readonly devianceAt: (outcome: number, predictor: number) => number;
  /** A linear predictor to start from. */
  readonly startFor: (outcome: number) => number;
  /** How far the likelihood of a case falls, for ever, when its predictor goes on moving this way; 0 if it does not. */
  readonly fallAlong: (outcome: number, direction: number) => number;
};

/** Outcomes 0 and 1, the predictor being the logarithm of the odds. */
export const BINARY: OutcomeFamily = {
  meanAt: logistic,
  weightAt: logisticDensity,
  curvatureAt: (_, predictor) => logisticDensity(predictor),
  pullAt: (outcome, predictor) => (outcome === 1 ? logistic(-predictor) : -logistic(predictor)),
  logLikelihoodAt: (outcome, predictor) => logLogistic(outcome === 1 ? predictor : -predictor),
  devianceAt: (outcome, predictor) => -2 * logLogistic(outcome === 1 ? predictor : -predictor),
  startFor: (outcome) => (outcome === 1 ? Math.log(3) : -Math.log(3)),
  fallAlong: (outcome, direction) => Math.max(0, outcome === 1 ? -direction : direction),
};

/** 1 / (1 + exp(-x)), exact in both tails. */
export function logistic(x: number): number {
  const tail = Math.exp(-Math.abs(x));
  return x >= 0 ? 1 / (1 + tail) : tail / (1 + tail);
}

/** Its derivative. */
function logisticDensity(x: number): number {
  const tail = Math.exp(-Math.abs(x));
  return tail / (1 + tail) ** 2;
}

/** Its logarithm. */
export function logLogistic(x: number): number {
  return Math.min(0, x) - Math.log1p(Math.exp(-Math.abs(x)));
}

/** A count that is 0 may be expected to be ever rarer; any other holds its predictor where it is. */
const countFall: OutcomeFamily['fallAlong'] = (outcome, direction) =>
  outcome === 0 ? Math.max(0, direction) : Math.abs(direction);

/** Counts with a variance equal to their mean, the predictor being its logarithm. */
export const POISSON: OutcomeFamily = {
  meanAt: Math.exp,
  weightAt: Math.exp,
  curvatureAt: (_, predictor) => Math.exp(predictor),
  pullAt: (outcome, predictor) => outcome - Math.exp(predictor),
  logLikelihoodAt: (outcome, predictor) =>
    outcome * predictor - Math.exp(predictor) - logGamma(outcome + 1),
  devianceAt: (outcome, predictor) =>
    2 * (timesLog(outcome, predictor) - (outcome - Math.exp(predictor))),
  startFor: (outcome) => Math.log(outcome + 0.1),
  fallAlong: countFall,
};

/** Counts with the variance mean + mean squared / theta, the predictor being the mean's logarithm. */
export function negativeBinomial(theta: number): OutcomeFamily {
  return {
    meanAt: Math.exp,
    weightAt: (predictor) => 1 / (Math.exp(-predictor) + 1 / theta),
    curvatureAt: (outcome, predictor) => {
      const mean = Math.exp(predictor);
      return ((mean / theta) * (outcome + theta)) / (1 + mean / theta) ** 2;
    },
    pullAt: (outcome, predictor) =>
      (outcome - Math.exp(predictor)) / (1 + Math.exp(predictor) / theta),
    logLikelihoodAt: (outcome, predictor) =>
      outcome * predictor +
      logRising(outcome, theta) -
      logGamma(outcome + 1) -
      (outcome + theta) * Math.log1p(Math.exp(predictor) / theta),
    devianceAt: (outcome, predictor) => {
      const mean = Math.exp(predictor);
      const excess = (outcome + theta) * Math.log1p((outcome - mean) / (mean + theta));
      return 2 * (timesLog(outcome, predictor) - excess);
    },
    startFor: (outcome) => Math.log(outcome + 0.1),
    fallAlong: countFall,
  };
}

/**
 * Logarithm of theta (theta + 1) ... (theta + count - 1) / theta^count: few factors one by one, so that a large
 * theta costs no digits.
 */
function logRising(count: number, theta: number): number {
  if (count > 100) return logGamma(count + theta) - logGamma(theta) - count * Math.log(theta);
  let log = 0;
  for (let k = 1; k < count; k += 1) log += Math.log1p(k / theta);
  return log;
}

/** A count times the logarithm of its ratio to the mean. */
function timesLog(outcome: number, predictor: number): number {
  return outcome === 0 ? 0 : outcome * (Math.log(outcome) - predictor);
}
