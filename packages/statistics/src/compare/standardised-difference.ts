import { logGamma } from '../distributions/log-gamma.ts';
import { tNoncentralityLimits } from '../distributions/noncentrality-limits.ts';
import { requireLevel } from '../level.ts';
import { completePairs } from '../pairs.ts';
import type { NotEstimable, Values } from '../values.ts';
import { momentsOf } from './t-test.ts';

/** A difference of means in standard deviations. */
export type StandardisedDifference =
  | {
      readonly kind: 'estimated';
      readonly estimate: number;
      /** Exact interval, by the noncentral t distribution. */
      readonly low: number;
      readonly high: number;
      readonly level: number;
      readonly n: number;
      readonly missing: number;
    }
  | NotEstimable<'fewer-than-two-cases' | 'does-not-vary'>;

/**
 * Cohen's d of two independent groups, with the pooled standard deviation, as `effectsize::cohens_d`.
 *
 * Interval: the noncentralities of the t statistic (J. H. Steiger and R. T. Fouladi 1997) on the scale of
 * d.
 * @param level strictly between 0 and 1, 0.95 unless told otherwise
 * @throws RangeError on an infinite value
 */
export function cohenD(first: Values, second: Values, level = 0.95): StandardisedDifference {
  const [one, two] = [momentsOf(first), momentsOf(second)];
  const n = one.n + two.n;
  if (one.n < 1 || two.n < 1 || n < 3) return { kind: 'not-estimable', reason: TOO_FEW, n };
  const standardDeviation = Math.sqrt((one.squares + two.squares) / (n - 2));
  const missing = one.missing + two.missing;
  const scale = Math.sqrt(1 / one.n + 1 / two.n);
  const difference = one.mean - two.mean;
  return inDeviations({ difference, standardDeviation, scale, df: n - 2, n, missing, level });
}

/**
 * Hedges' g: Cohen's d and its interval times J(df) = Gamma(df / 2) / (sqrt(df / 2) Gamma((df - 1) / 2)),
 * which takes the upward bias of small samples away (L. V. Hedges, Journal of Educational Statistics 6,
 * 1981), as `effectsize::hedges_g`.
 * @throws RangeError on an infinite value
 */
export function hedgesG(first: Values, second: Values, level = 0.95): StandardisedDifference {
  return unbiased(cohenD(first, second, level), 2);
}

/**
 * Cohen's d of paired values: mean of the differences (first less second) over their standard deviation.
 * @throws RangeError when the lengths differ or a value is infinite
 */
export function cohenDPaired(first: Values, second: Values, level = 0.95): StandardisedDifference {
  const { x, y, n, missing } = completePairs(first, second);
  if (n < 2) return { kind: 'not-estimable', reason: TOO_FEW, n };
  const { mean, squares } = momentsOf(x.map((value, i) => value - (y[i] as number)));
  const standardDeviation = Math.sqrt(squares / (n - 1));
  const scale = 1 / Math.sqrt(n);
  return inDeviations({ difference: mean, standardDeviation, scale, df: n - 1, n, missing, level });
}

/**
 * Hedges' g of paired values: `cohenDPaired` times J(n - 1).
 * @throws RangeError when the lengths differ or a value is infinite
 */
export function hedgesGPaired(first: Values, second: Values, level = 0.95): StandardisedDifference {
  return unbiased(cohenDPaired(first, second, level), 1);
}

const TOO_FEW = 'fewer-than-two-cases';

function inDeviations(given: {
  difference: number;
  standardDeviation: number;
  /** t = d / scale. */
  scale: number;
  df: number;
  n: number;
  missing: number;
  level: number;
}): StandardisedDifference {
  const { difference, standardDeviation, scale, df, n, missing, level } = given;
  requireLevel(level);
  if (standardDeviation <= 10 * Number.EPSILON * Math.abs(difference)) {
    return { kind: 'not-estimable', reason: 'does-not-vary', n };
  }
  const estimate = difference / standardDeviation;
  const limits = tNoncentralityLimits(estimate / scale, df, level);
  const bounds = { low: limits.low * scale, high: limits.high * scale };
  return { kind: 'estimated', estimate, ...bounds, level, n, missing };
}

function unbiased(d: StandardisedDifference, groups: number): StandardisedDifference {
  if (d.kind !== 'estimated') return d;
  const df = d.n - groups;
  // With one degree of freedom the correction is 0: nothing is left of the estimate.
  if (df < 2) return { kind: 'not-estimable', reason: TOO_FEW, n: d.n };
  const j = Math.exp(logGamma(df / 2) - Math.log(df / 2) / 2 - logGamma((df - 1) / 2));
  return { ...d, estimate: d.estimate * j, low: d.low * j, high: d.high * j };
}
