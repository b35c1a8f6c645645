import { fTails } from '../distributions/f.ts';
import { fNoncentralityLimits } from '../distributions/noncentrality-limits.ts';
import { requireLevel } from '../level.ts';
import {
  meanOf,
  type NotEstimable,
  presentValues,
  squaresAround,
  sumOf,
  type Values,
} from '../values.ts';

export type GroupSummary = {
  readonly n: number;
  readonly mean: number;
  /** `null` for a single case. */
  readonly standardDeviation: number | null;
};

export type OneWayAnova =
  | {
      readonly kind: 'estimated';
      readonly f: number;
      readonly df1: number;
      readonly df2: number;
      readonly p: number;
      readonly sumOfSquaresBetween: number;
      readonly sumOfSquaresWithin: number;
      readonly meanSquareBetween: number;
      readonly meanSquareWithin: number;
      /** Share of the variance that lies between the groups, 0 to 1 (R squared). */
      readonly etaSquared: number;
      /** Interval of its population value: noncentrality / (noncentrality + n). */
      readonly etaSquaredLow: number;
      readonly etaSquaredHigh: number;
      /** The same share less its upward bias (W. L. Hays 1963); may be below 0. */
      readonly omegaSquared: number;
      readonly level: number;
      readonly groups: readonly GroupSummary[];
      readonly n: number;
      readonly missing: number;
    }
  | NotEstimable<
      | 'fewer-than-two-groups'
      | 'a-group-without-cases'
      | 'no-group-of-two-cases'
      | 'does-not-vary-within'
    >;

/**
 * One-way analysis of variance with equal variances, as `oneway.test(var.equal = TRUE)`.
 *
 * Interval of eta squared: J. H. Steiger, Psychological Methods 9 (2004), by the noncentral F
 * distribution.
 * @param groups the values of each group; missing ones are left out
 * @param level of the interval of eta squared, two-sided; 0.9 as that author advises
 * @throws RangeError on an infinite value
 */
export function oneWayAnova(groups: readonly Values[], level = 0.9): OneWayAnova {
  requireLevel(level);
  const { present, n, missing } = presentGroups(groups);
  if (groups.length < 2) return { kind: 'not-estimable', reason: 'fewer-than-two-groups', n };
  if (present.some((group) => group.length === 0)) {
    return { kind: 'not-estimable', reason: 'a-group-without-cases', n };
  }
  const df1 = groups.length - 1;
  const df2 = n - groups.length;
  if (df2 === 0) return { kind: 'not-estimable', reason: 'no-group-of-two-cases', n };
  // Distances from one of the values are exact where the values have digits in common.
  const pivot = present[0]?.[0] as number;
  const shifted = present.map((group) => group.map((value) => value - pivot));
  const means = shifted.map(meanOf);
  const grand = sumOf(means.map((mean, i) => mean * (present[i] as Float64Array).length)) / n;
  const squares = shifted.map((group, i) => squaresAround(group, means[i] as number));
  const within = sumOf(squares);
  if (within <= 0) return { kind: 'not-estimable', reason: 'does-not-vary-within', n };
  const between = sumOf(
    means.map((mean, i) => (present[i] as Float64Array).length * (mean - grand) ** 2),
  );
  const meanSquareWithin = within / df2;
  const f = between / df1 / meanSquareWithin;
  const limits = fNoncentralityLimits(f, { df1, df2 }, level);
  return {
    kind: 'estimated',
    f,
    df1,
    df2,
    p: fTails(f, { df1, df2 }).upper,
    sumOfSquaresBetween: between,
    sumOfSquaresWithin: within,
    meanSquareBetween: between / df1,
    meanSquareWithin,
    etaSquared: between / (between + within),
    etaSquaredLow: limits.low / (limits.low + n),
    etaSquaredHigh: limits.high / (limits.high + n),
    omegaSquared: (between - df1 * meanSquareWithin) / (between + within + meanSquareWithin),
    level,
    groups: means.map((mean, i) => {
      const size = (present[i] as Float64Array).length;
      const standardDeviation = size < 2 ? null : Math.sqrt((squares[i] as number) / (size - 1));
      return { n: size, mean: mean + pivot, standardDeviation };
    }),
    n,
    missing,
  };
}

export function presentGroups(groups: readonly Values[]) {
  const present = groups.map(presentValues);
  const n = present.reduce((sum, group) => sum + group.length, 0);
  return { present, n, missing: groups.reduce((sum, group) => sum + group.length, 0) - n };
}
