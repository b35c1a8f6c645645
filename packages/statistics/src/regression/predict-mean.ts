import { criticalValue } from './coefficients.ts';
import type { CountModel } from './count-outcome.ts';
import { columnsAt } from './design.ts';
import { rowLength } from './fitted-model.ts';
import type { LogisticModel } from './logistic-model.ts';
import { type NewCases, newCodes } from './new-cases.ts';
import { logistic } from './outcome-family.ts';

export type MeanPrediction = {
  /** A probability, or a count for an exposure of 1. */
  readonly expected: number;
  /** Interval of it, made on the scale of the coefficients, so that it stays where it can be. */
  readonly low: number;
  readonly high: number;
  /** Log odds or logarithm of the count, with its standard error. */
  readonly predictor: number;
  readonly standardError: number;
};

/**
 * Probabilities or counts to be expected of new cases, as `predict(type = "link", se.fit = TRUE)` of a `glm`
 * turned back. Aliased columns count for nothing.
 * @returns one entry for each case; `null` where a predictor is missing
 * @throws RangeError when a predictor of the model is not given, lengths differ, or a level is unknown
 */
export function predictMean(
  model: LogisticModel | CountModel,
  cases: NewCases,
  level = model.level,
): (MeanPrediction | null)[] {
  const { design, kept, estimates, rInverse } = model.basis;
  const { codes, rows, count } = newCodes(design.plan, cases);
  const columns = columnsAt(design.plan, codes, rows);
  const reach = criticalValue({ df: null, level });
  const meanOf = 'method' in model ? logistic : Math.exp;
  const predictions: (MeanPrediction | null)[] = Array.from({ length: count }, () => null);
  rows.forEach((row, i) => {
    const x = kept.map((place) => (columns[place] as Float64Array)[i] as number);
    const predictor = x.reduce((sum, value, j) => sum + value * (estimates[j] as number), 0);
    const standardError = rowLength(rInverse, x);
    predictions[row] = {
      expected: meanOf(predictor),
      low: meanOf(predictor - reach * standardError),
      high: meanOf(predictor + reach * standardError),
      predictor,
      standardError,
    };
  });
  return predictions;
}
