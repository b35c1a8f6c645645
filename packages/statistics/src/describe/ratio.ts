import { normalQuantile } from '../distributions/normal.ts';
import { requireLevel } from '../level.ts';
import type { NotEstimable } from '../values.ts';
import { type CountAmong, requireCountAmong } from './count-among.ts';

/** A ratio with its interval, symmetric on the logarithm. */
export type Ratio<Reason extends string> =
  | {
      readonly kind: 'estimated';
      readonly ratio: number;
      readonly low: number;
      readonly high: number;
      /** Of the natural logarithm of the ratio. */
      readonly logStandardError: number;
      readonly level: number;
      readonly n: number;
    }
  | NotEstimable<Reason>;

/** Two independent groups, and the level of the interval (0.95 unless told otherwise). */
export type TwoGroups = { first: CountAmong; second: CountAmong; level?: number };

/** All cases of both, once they are checked. */
export function casesOf({ first, second, level }: Required<TwoGroups>): number {
  requireCountAmong(first);
  requireCountAmong(second);
  requireLevel(level);
  return first.n + second.n;
}

export function withInterval(given: { ratio: number; variance: number; level: number; n: number }) {
  const { ratio, variance, level, n } = given;
  const logStandardError = Math.sqrt(variance);
  const factor = Math.exp(normalQuantile({ upper: (1 - level) / 2 }) * logStandardError);
  const bounds = { low: ratio / factor, high: ratio * factor };
  return { kind: 'estimated' as const, ratio, ...bounds, logStandardError, level, n };
}
