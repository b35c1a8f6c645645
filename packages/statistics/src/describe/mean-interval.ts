import { studentTQuantile } from '../distributions/student-t.ts';
import { requireLevel } from '../level.ts';
import type { NotEstimable, Values } from '../values.ts';
import { describe } from './describe.ts';

/** A mean with its interval by Student's t. */
export type MeanInterval =
  | {
      readonly kind: 'estimated';
      readonly n: number;
      readonly missing: number;
      readonly mean: number;
      readonly low: number;
      readonly high: number;
      readonly level: number;
    }
  | NotEstimable<'fewer-than-two-cases'>;

/**
 * Interval of a mean: mean plus and minus t(n - 1) x standard error.
 * @param level strictly between 0 and 1, 0.95 unless told otherwise
 * @throws RangeError on an infinite value or a level that is none
 */
export function meanInterval(values: Values, level = 0.95): MeanInterval {
  requireLevel(level);
  const { n, missing, mean, standardError } = describe(values);
  if (mean === null || standardError === null) {
    return { kind: 'not-estimable', reason: 'fewer-than-two-cases', n };
  }
  const reach = studentTQuantile({ upper: (1 - level) / 2 }, n - 1) * standardError;
  return { kind: 'estimated', n, missing, mean, low: mean - reach, high: mean + reach, level };
}
