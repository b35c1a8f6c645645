import type { Coefficient } from './coefficients.ts';

/** A coefficient of a model on a logarithmic scale: odds ratio, or ratio of rates. */
export type RatioCoefficient = Coefficient & {
  /** By how much one more of the column multiplies the odds or the rate. */
  readonly ratio: number;
  readonly ratioLow: number;
  readonly ratioHigh: number;
};

export function withRatio(coefficient: Coefficient): RatioCoefficient {
  const { estimate, low, high } = coefficient;
  return {
    ...coefficient,
    ratio: Math.exp(estimate),
    ratioLow: Math.exp(low),
    ratioHigh: Math.exp(high),
  };
}
