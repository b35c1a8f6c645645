import { normalQuantile, normalTails } from '../distributions/normal.ts';
import { twoSided } from '../distributions/tails.ts';
import { requireLevel } from '../level.ts';
import type { NotEstimable } from '../values.ts';
import { type CountAmong, requireCountAmong } from './count-among.ts';
import { proportionInterval } from './proportion-interval.ts';

export type DifferenceOfProportions =
  | {
      readonly kind: 'estimated';
      /** First less second, between -1 and 1; so are its bounds. */
      readonly difference: number;
      readonly low: number;
      readonly high: number;
      readonly level: number;
      readonly method: 'newcombe' | 'wald';
      /** Score test of no difference (pooled variance); `null` when nobody or everybody counts. */
      readonly z: number | null;
      readonly p: number | null;
      readonly n: number;
    }
  | NotEstimable<'a-group-without-cases'>;

/**
 * The difference of two independent proportions.
 *
 * `newcombe`: R. G. Newcombe, Statistics in Medicine 17 (1998), method 10, from the two Wilson
 * intervals, without continuity correction. `wald`: the difference plus and minus z standard errors,
 * as `prop.test(correct = FALSE)`. The test is Pearson's chi-square without Yates' correction.
 * @param level strictly between 0 and 1, 0.95 unless told otherwise
 * @throws RangeError when a count is not a whole number between 0 and its n
 */
export function differenceOfProportions({
  first,
  second,
  level = 0.95,
  method = 'newcombe',
}: {
  first: CountAmong;
  second: CountAmong;
  level?: number;
  method?: 'newcombe' | 'wald';
}): DifferenceOfProportions {
  requireCountAmong(first);
  requireCountAmong(second);
  requireLevel(level);
  const n = first.n + second.n;
  if (first.n === 0 || second.n === 0) {
    return { kind: 'not-estimable', reason: 'a-group-without-cases', n };
  }
  const difference = first.count / first.n - second.count / second.n;
  const bounds = method === 'wald' ? wald(first, second, level) : newcombe(first, second, level);
  const z = scoreStatistic(first, second);
  const p = z === null ? null : twoSided(normalTails(z));
  return { kind: 'estimated', difference, ...bounds, level, method, z, p, n };
}

function wald(first: CountAmong, second: CountAmong, level: number) {
  const difference = first.count / first.n - second.count / second.n;
  const reach =
    normalQuantile({ upper: (1 - level) / 2 }) *
    Math.sqrt(varianceOf(first) / first.n + varianceOf(second) / second.n);
  return { low: Math.max(-1, difference - reach), high: Math.min(1, difference + reach) };
}

function newcombe(first: CountAmong, second: CountAmong, level: number) {
  const one = wilson(first, level);
  const two = wilson(second, level);
  const difference = one.proportion - two.proportion;
  return {
    low: difference - Math.hypot(one.proportion - one.low, two.high - two.proportion),
    high: difference + Math.hypot(one.high - one.proportion, two.proportion - two.low),
  };
}

function wilson(group: CountAmong, level: number) {
  const interval = proportionInterval({ ...group, level });
  if (interval.kind !== 'estimated') throw new RangeError(interval.reason);
  return interval;
}

function scoreStatistic(first: CountAmong, second: CountAmong): number | null {
  const pooled = varianceOf({ count: first.count + second.count, n: first.n + second.n });
  if (pooled === 0) return null;
  const difference = first.count / first.n - second.count / second.n;
  return difference / Math.sqrt(pooled * (1 / first.n + 1 / second.n));
}

function varianceOf({ count, n }: CountAmong): number {
  return (count / n) * ((n - count) / n);
}
