import { leveragesOf } from './fitted-model.ts';
import type { LinearModel } from './linear-model.ts';

/** One entry for each complete case, in order. `null` where a leverage of 1, no residual or a single degree of freedom leaves nothing to judge by. */
export type Influence = {
  /** How much the case has to say about its own fitted value, 0 to 1; they add up to the coefficients. */
  readonly leverages: Float64Array;
  /** Residuals by their own standard errors, as `rstandard`. */
  readonly standardisedResiduals: ReadonlyArray<number | null>;
  /** The same by the errors of the model without the case, as `rstudent`: Student's t with one df less. */
  readonly studentisedResiduals: ReadonlyArray<number | null>;
  /** How far all fitted values move without the case: R. D. Cook, Technometrics 19 (1977). */
  readonly cookDistances: ReadonlyArray<number | null>;
  /** How far its own fitted value moves, in its standard errors: D. A. Belsley, E. Kuh and R. E. Welsch 1980. */
  readonly dffits: ReadonlyArray<number | null>;
};

/** What each case does to a linear model, as `stats::influence.measures`. */
export function influence(model: LinearModel): Influence {
  const { basis, df, residualStandardDeviation, residualSumOfSquares } = model;
  const leverages = leveragesOf(basis);
  const parameters = basis.kept.length;
  const each = (measure: (residual: number, leverage: number) => number) =>
    Array.from(leverages, (leverage, i) => {
      const residual = (model.residuals[i] as number) * Math.sqrt(basis.weights?.[i] ?? 1);
      const value = leverage === 1 ? Number.NaN : measure(residual, leverage);
      return Number.isFinite(value) ? value : null;
    });
  const standardised = (residual: number, leverage: number) =>
    residual / (residualStandardDeviation * Math.sqrt(1 - leverage));
  const studentised = (residual: number, leverage: number) => {
    // Without the case there must be something left to judge by.
    const without = (residualSumOfSquares - residual ** 2 / (1 - leverage)) / (df - 1);
    return df > 1 ? residual / Math.sqrt(without * (1 - leverage)) : Number.NaN;
  };
  return {
    leverages,
    standardisedResiduals: each(standardised),
    studentisedResiduals: each(studentised),
    cookDistances: each(
      (residual, leverage) =>
        (standardised(residual, leverage) ** 2 * leverage) / ((1 - leverage) * parameters),
    ),
    dffits: each(
      (residual, leverage) =>
        studentised(residual, leverage) * Math.sqrt(leverage / (1 - leverage)),
    ),
  };
}
