import { type OneWayAnova, oneWayAnova } from '../compare/one-way-anova.ts';
import { fQuantile } from '../distributions/f.ts';
import { requireLevel } from '../level.ts';
import type { Values } from '../values.ts';

export type IntraclassCorrelation =
  | {
      readonly kind: 'estimated';
      /** Below 0 when groups are more alike than their members. */
      readonly correlation: number;
      readonly low: number;
      readonly high: number;
      readonly level: number;
      /** Of the test that groups do not matter. */
      readonly f: number;
      readonly df1: number;
      readonly df2: number;
      readonly p: number;
      /** Size that stands for unequal ones: (n - sum of squared sizes / n) / (groups - 1). */
      readonly size: number;
      /**
       * Factor by which grouping widens the variance of a mean, 1 at least: 1 + (sum of squared sizes / n - 1) x
       * correlation (L. Kish, Survey Sampling, 1965).
       */
      readonly designEffect: number;
      readonly groups: number;
      readonly n: number;
      readonly missing: number;
    }
  | Extract<OneWayAnova, { kind: 'not-estimable' }>;

/**
 * Intraclass correlation of members of groups by one-way analysis of variance, the ICC(1) of P. E. Shrout and
 * J. L. Fleiss (Psychological Bulletin 86, 1979) with their interval by the F distribution.
 *
 * Groups of unequal size: with the size of F. Smith (1957, as in A. Donner, International Statistical Review
 * 54, 1986) the estimate is the usual one and the interval approximate.
 * @param groups the values of each group's members; missing ones are left out
 * @param level of the interval, 0.95 unless told otherwise
 * @throws RangeError on an infinite value or a level that is none
 */
export function intraclassCorrelation(
  groups: readonly Values[],
  level = 0.95,
): IntraclassCorrelation {
  requireLevel(level);
  const anova = oneWayAnova(groups);
  if (anova.kind === 'not-estimable') return anova;
  const { f, df1, df2, p, n, missing } = anova;
  const squares = anova.groups.reduce((sum, group) => sum + group.n ** 2, 0);
  const size = (n - squares / n) / df1;
  const correlationAt = (value: number) => (value - 1) / (value + size - 1);
  const tail = { upper: (1 - level) / 2 };
  const correlation = correlationAt(f);
  return {
    kind: 'estimated',
    correlation,
    low: correlationAt(f / fQuantile(tail, { df1, df2 })),
    high: correlationAt(f * fQuantile(tail, { df1: df2, df2: df1 })),
    level,
    f,
    df1,
    df2,
    p,
    size,
    designEffect: 1 + (squares / n - 1) * Math.max(0, correlation),
    groups: groups.length,
    n,
    missing,
  };
}
