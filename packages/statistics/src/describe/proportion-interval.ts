import { betaQuantile } from '../distributions/beta.ts';
import { normalQuantile } from '../distributions/normal.ts';
import { requireLevel } from '../level.ts';
import type { NotEstimable } from '../values.ts';
import { type CountAmong, requireCountAmong } from './count-among.ts';

export type ProportionMethod = 'wilson' | 'clopper-pearson' | 'agresti-coull' | 'wald';

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

type Bounds = readonly [low: number, high: number];

/**
 * Interval of a proportion of `count` among `n`.
 *
 * `wilson`: E. B. Wilson, JASA 22 (1927), the score interval without continuity correction, as
 * recommended by Brown, Cai and DasGupta, Statistical Science 16 (2001). `clopper-pearson`: the
 * "exact" one, Biometrika 26 (1934), never below its level and hence wide. `agresti-coull`: The
 * American Statistician 52 (1998), Wilson's centre with a wider reach. `wald`: the estimate plus and
 * minus z standard errors, of no width at 0 and n; for comparison with older reports. The last two
 * are cut off at 0 and 1.
 * @param level strictly between 0 and 1, 0.95 unless told otherwise
 * @throws RangeError when count and n are not whole numbers with 0 <= count <= n
 */
export function proportionInterval({
  count,
  n,
  level = 0.95,
  method = 'wilson',
}: CountAmong & { level?: number; method?: ProportionMethod }): ProportionInterval {
  requireCountAmong({ count, n });
  requireLevel(level);
  if (n === 0) return { kind: 'not-estimable', reason: 'no-cases', n };
  const [low, high] = METHODS[method](count, n, level);
  return { kind: 'estimated', count, n, proportion: count / n, low, high, level, method };
}

const METHODS: Record<ProportionMethod, (count: number, n: number, level: number) => Bounds> = {
  wilson,
  'clopper-pearson': clopperPearson,
  'agresti-coull': agrestiCoull,
  wald,
};

function wilson(count: number, n: number, level: number): Bounds {
  const z = reachOf(level);
  const square = z * z;
  const centre = count + square / 2;
  const reach = z * Math.sqrt((count * (n - count)) / n + square / 4);
  // At the ends the bound is exactly 0 or 1; rounding must not leave a trace of a percent there.
  return [
    count === 0 ? 0 : (centre - reach) / (n + square),
    count === n ? 1 : (centre + reach) / (n + square),
  ];
}

function clopperPearson(count: number, n: number, level: number): Bounds {
  const tail = (1 - level) / 2;
  return [
    count === 0 ? 0 : betaQuantile(tail, { a: count, b: n - count + 1 }),
    count === n ? 1 : betaQuantile({ upper: tail }, { a: count + 1, b: n - count }),
  ];
}

function agrestiCoull(count: number, n: number, level: number): Bounds {
  const z = reachOf(level);
  const cases = n + z * z;
  return around((count + (z * z) / 2) / cases, z, cases);
}

function wald(count: number, n: number, level: number): Bounds {
  return around(count / n, reachOf(level), n);
}

function around(centre: number, z: number, cases: number): Bounds {
  const reach = z * Math.sqrt((centre * (1 - centre)) / cases);
  return [Math.max(0, centre - reach), Math.min(1, centre + reach)];
}

/** The normal deviate of a two-sided level. */
function reachOf(level: number): number {
  return normalQuantile({ upper: (1 - level) / 2 });
}
