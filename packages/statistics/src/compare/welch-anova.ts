import { fTails } from '../distributions/f.ts';
import { meanOf, type NotEstimable, squaresAround, sumOf, type Values } from '../values.ts';
import { presentGroups } from './one-way-anova.ts';

export type WelchAnova =
  | {
      readonly kind: 'estimated';
      readonly f: number;
      readonly df1: number;
      /** Not whole. */
      readonly df2: number;
      readonly p: number;
      readonly n: number;
      readonly missing: number;
    }
  | NotEstimable<
      'fewer-than-two-groups' | 'a-group-of-fewer-than-two-cases' | 'a-group-does-not-vary'
    >;

/**
 * Welch's analysis of variance of groups whose variances may differ (B. L. Welch, Biometrika 38, 1951),
 * as `oneway.test`.
 * @throws RangeError on an infinite value
 */
export function welchAnova(groups: readonly Values[]): WelchAnova {
  const { present, n, missing } = presentGroups(groups);
  if (groups.length < 2) return { kind: 'not-estimable', reason: 'fewer-than-two-groups', n };
  if (present.some((group) => group.length < 2)) {
    return { kind: 'not-estimable', reason: 'a-group-of-fewer-than-two-cases', n };
  }
  const pivot = present[0]?.[0] as number;
  const shifted = present.map((group) => group.map((value) => value - pivot));
  const means = shifted.map(meanOf);
  const weights = shifted.map((group, i) => {
    const variance = squaresAround(group, means[i] as number) / (group.length - 1);
    return group.length / variance;
  });
  if (weights.some((weight) => !Number.isFinite(weight))) {
    return { kind: 'not-estimable', reason: 'a-group-does-not-vary', n };
  }
  const k = groups.length;
  const total = sumOf(weights);
  const centre = sumOf(weights.map((weight, i) => weight * (means[i] as number))) / total;
  const imbalance =
    sumOf(weights.map((weight, i) => (1 - weight / total) ** 2 / ((shifted[i]?.length ?? 0) - 1))) /
    (k * k - 1);
  const between =
    sumOf(weights.map((weight, i) => weight * ((means[i] as number) - centre) ** 2)) / (k - 1);
  const f = between / (1 + 2 * (k - 2) * imbalance);
  const df1 = k - 1;
  const df2 = 1 / (3 * imbalance);
  return { kind: 'estimated', f, df1, df2, p: fTails(f, { df1, df2 }).upper, n, missing };
}
