import { chiSquareQuantile } from '../distributions/chi-square.ts';
import { increasingRoot } from '../distributions/root.ts';
import { requireLevel } from '../level.ts';
import type { CountModel } from './count-outcome.ts';
import { fitFirth } from './firth.ts';
import { keptColumns } from './fitted-model.ts';
import type { LogisticModel } from './logistic-model.ts';
import { maximiseLikelihood } from './maximum-likelihood.ts';
import { BINARY, negativeBinomial, POISSON } from './outcome-family.ts';

export type ProfileInterval = {
  readonly name: string;
  readonly low: number;
  readonly high: number;
  readonly ratioLow: number;
  readonly ratioHigh: number;
};

/**
 * Intervals of all values that a likelihood ratio test does not reject, the other coefficients being fitted
 * anew at each (D. J. Venzon and S. H. Moolgavkar, Applied Statistics 37, 1988), as `confint` of a `glm`, but
 * by root finding instead of a spline; with Firth's estimates by the penalised likelihood, as `logistf`; with a
 * negative binomial at the theta of the model, as `MASS`. For small or lopsided samples better than the
 * intervals of the coefficients, at the price of some twenty fits a coefficient.
 * @returns one for each coefficient, in order
 */
export function profileIntervals(
  model: LogisticModel | CountModel,
  level = model.level,
): ProfileInterval[] {
  requireLevel(level);
  const reach = Math.sqrt(chiSquareQuantile(level, 1));
  return model.coefficients.map(({ name, estimate, standardError }, place) => {
    const profile = profileOf(model, place);
    const at = (side: 1 | -1) => {
      // In standard errors, nearly a straight line.
      const excess = (errors: number) => {
        const value = estimate + side * Math.abs(errors) * standardError;
        return (
          Math.sign(errors) * Math.sqrt(Math.max(0, 2 * (profile.best - profile.at(value)))) - reach
        );
      };
      return estimate + side * increasingRoot(excess, reach) * standardError;
    };
    const [low, high] = [at(-1), at(1)];
    return { name, low, high, ratioLow: Math.exp(low), ratioHigh: Math.exp(high) };
  });
}

/** The maximised (penalised) log-likelihood, and the one with a coefficient held. */
type Profile = { readonly best: number; readonly at: (value: number) => number };

function profileOf(model: LogisticModel | CountModel, place: number): Profile {
  const { basis, outcome } = model;
  const columns = keptColumns(basis);
  const others = columns.map((_, j) => j).filter((j) => j !== place);
  if ('penalisedLogLikelihood' in model && model.penalisedLogLikelihood !== null) {
    return {
      best: model.penalisedLogLikelihood,
      at: (value) => {
        const start = basis.estimates.map((estimate, j) => (j === place ? value : estimate));
        return fitFirth(columns, outcome, { start, free: others })?.penalised ?? -Infinity;
      },
    };
  }
  const held = columns[place] as Float64Array;
  const exposure = 'offset' in model ? model.offset : null;
  const start = Float64Array.from(others, (j) => basis.estimates[j] as number);
  return {
    best: model.logLikelihood,
    at: (value) => {
      const offset = held.map((entry, i) => entry * value + (exposure?.[i] ?? 0));
      const task = { columns: others.map((j) => columns[j] as Float64Array), outcome, offset };
      const fit = maximiseLikelihood({ ...task, family: familyOf(model) }, start);
      return fit.kind === 'fitted' ? fit.logLikelihood : -Infinity;
    },
  };
}

function familyOf(model: LogisticModel | CountModel) {
  if (!('theta' in model)) return BINARY;
  return model.theta === null ? POISSON : negativeBinomial(model.theta.estimate);
}
