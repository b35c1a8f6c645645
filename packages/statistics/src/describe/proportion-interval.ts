import { betaQuantile } from '../distributions/beta.ts';
import { normalQuantile } from '../distributions/normal.ts';
import type { NotEstimable } from '../values.ts';

export type ProportionMethod = 'wilson' | 'clopper-pearson';

/** A proportion with its interval; all between 0 and 1. */
export type ProportionInterval =
  | {
      readonly kind: 'estimated';
      readonly count: number;
      readonly n: number;
      readonly proportion: number;
      readonly low: number;
      readonly high: number;
      readonly level: number;
      readonly method: ProportionMethod;
    }
  | NotEstimable<'no-cases'>;

/**
 * Interval of a proportion of `count` among `n`.
 *
 * `wilson`: E. B. Wilson, JASA 22 (1927), the score interval without continuity correction, as
 * recommended by Brown, Cai and DasGupta, Statistical Science 16 (2001). `clopper-pearson`: the
 * "exact" one, Biometrika 26 (1934), never below its level and hence wide.
 * @param level strictly between 0 and 1, 0.95 unless told otherwise
 * @throws RangeError when count and n are not whole numbers with 0 <= count <= n
 */
export function proportionInterval({
  count,
  n,
  level = 0.95,
  method = 'wilson',
}: {
  count: number;
  n: number;
  level?: number;
  method?: ProportionMethod;
}): ProportionInterval {
  if (!(Number.isSafeInteger(count) && Number.isSafeInteger(n) && count >= 0 && count <= n)) {
    throw new RangeError(`not a count among cases: ${count} of ${n}`);
  }
  if (!(level > 0 && level < 1)) throw new RangeError(`not a level: ${level}`);
  if (n === 0) return { kind: 'not-estimable', reason: 'no-cases', n };
  const [low, high] =
    method === 'wilson' ? wilson(count, n, level) : clopperPearson(count, n, level);
  return { kind: 'estimated', count, n, proportion: count / n, low, high, level, method };
}

function wilson(count: number, n: number, level: number): [low: number, high: number] {
  const z = normalQuantile(1 - (1 - level) / 2);
  const square = z * z;
  const centre = count + square / 2;
  const reach = z * Math.sqrt((count * (n - count)) / n + square / 4);
  // At the ends the bound is exactly 0 or 1; rounding must not leave a trace of a percent there.
  return [
    count === 0 ? 0 : (centre - reach) / (n + square),
    count === n ? 1 : (centre + reach) / (n + square),
  ];
}

function clopperPearson(count: number, n: number, level: number): [low: number, high: number] {
  const tail = (1 - level) / 2;
  return [
    count === 0 ? 0 : betaQuantile(tail, { a: count, b: n - count + 1 }),
    count === n ? 1 : betaQuantile(1 - tail, { a: count + 1, b: n - count }),
  ];
}
