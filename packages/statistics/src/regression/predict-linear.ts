import { criticalValue } from './coefficients.ts';
import { columnsAt } from './design.ts';
import { rowLength } from './fitted-model.ts';
import type { LinearModel } from './linear-model.ts';
import { type NewCases, newCodes } from './new-cases.ts';

export type LinearPrediction = {
  /** The expected outcome. */
  readonly expected: number;
  readonly standardError: number;
  /** Interval of the expected outcome. */
  readonly low: number;
  readonly high: number;
  /** Interval of the outcome of one new case, with the residual variance of a weight of 1. */
  readonly caseLow: number;
  readonly caseHigh: number;
};

/**
 * Predictions for new cases, as `predict(interval = ...)` of an `lm`. Aliased columns count for nothing:
 * in cases that do not alias in the same way the prediction is one of many possible ones.
 * @returns one entry for each case; `null` where a predictor is missing
 * @throws RangeError when a predictor of the model is not given, lengths differ, or a level is unknown
 */
export function predictLinear(
  model: LinearModel,
  cases: NewCases,
  level = model.level,
): (LinearPrediction | null)[] {
  const { design, kept, estimates, rInverse } = model.basis;
  const { codes, rows, count } = newCodes(design.plan, cases);
  const columns = columnsAt(design.plan, codes, rows);
  const reach = criticalValue({ df: model.df, level });
  const predictions: (LinearPrediction | null)[] = Array.from({ length: count }, () => null);
  rows.forEach((row, i) => {
    const x = kept.map((place) => (columns[place] as Float64Array)[i] as number);
    const expected = x.reduce((sum, value, j) => sum + value * (estimates[j] as number), 0);
    const spread = rowLength(rInverse, x);
    const standardError = model.residualStandardDeviation * spread;
    const caseError = model.residualStandardDeviation * Math.hypot(1, spread);
    predictions[row] = {
      expected,
      standardError,
      low: expected - reach * standardError,
      high: expected + reach * standardError,
      caseLow: expected - reach * caseError,
      caseHigh: expected + reach * caseError,
    };
  });
  return predictions;
}
