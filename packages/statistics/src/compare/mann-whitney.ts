import { normalTails } from '../distributions/normal.ts';
import { type SumCounts, subsetSums } from '../distributions/rank-sums.ts';
import { twoSided } from '../distributions/tails.ts';
import { midranks, overTies } from '../ranks.ts';
import { type NotEstimable, presentValues, type Values } from '../values.ts';

/** `auto`: exact below 50 cases a group, as R; the normal approximation above. */
export type RankMethod = 'auto' | 'exact' | 'normal';

export type MannWhitney =
  | {
      readonly kind: 'estimated';
      /** Pairs in which the first group's value is larger, ties by half: R's W. */
      readonly u: number;
      /** Two-sided. */
      readonly p: number;
      readonly method: 'exact' | 'normal';
      /** With `normal`: the deviate, corrected for ties and continuity. */
      readonly z: number | null;
      /** Chance that a value of the first group is larger than one of the second, ties by half; 0 to 1. */
      readonly superiority: number;
      /** 2 x superiority - 1: the rank-biserial correlation, -1 to 1. */
      readonly rankBiserial: number;
      readonly n: number;
      readonly missing: number;
    }
  | NotEstimable<'a-group-without-cases' | 'does-not-vary'>;

/** R's limit, per group. */
const COUNTED = 50;

/**
 * Mann and Whitney's (Wilcoxon's rank sum) test of two independent groups.
 *
 * Exact p from the permutation distribution of the midranks: without ties the one of `wilcox.test`; with
 * ties all splits at least as far from the expected rank sum count, as in `coin::wilcox_test(distribution
 * = "exact")` (where R's own test turns to the approximation). Normal p with the variance corrected for
 * ties and a continuity correction, as `wilcox.test(exact = FALSE)`.
 * @throws RangeError on an infinite value
 */
export function mannWhitney(
  first: Values,
  second: Values,
  { method = 'auto' }: { method?: RankMethod } = {},
): MannWhitney {
  const x = presentValues(first);
  const y = presentValues(second);
  const n = x.length + y.length;
  if (x.length === 0 || y.length === 0) {
    return { kind: 'not-estimable', reason: 'a-group-without-cases', n };
  }
  const { ranks, ties } = midranks(Float64Array.from([...x, ...y]));
  if (ties[0] === n) return { kind: 'not-estimable', reason: 'does-not-vary', n };
  const rankSum = ranks.subarray(0, x.length).reduce((sum, rank) => sum + rank, 0);
  const u = rankSum - (x.length * (x.length + 1)) / 2;
  const superiority = u / (x.length * y.length);
  const shared = { u, superiority, rankBiserial: 2 * superiority - 1, n };
  const missing = first.length + second.length - n;
  const isCounted = method === 'auto' ? Math.max(x.length, y.length) < COUNTED : method === 'exact';
  if (isCounted) {
    const p = exactP(ranks, x.length, rankSum);
    return { kind: 'estimated', method: 'exact', p, z: null, ...shared, missing };
  }
  const z = deviate(u, { n1: x.length, n2: y.length, ties });
  return {
    kind: 'estimated',
    method: 'normal',
    p: twoSided(normalTails(z)),
    z,
    ...shared,
    missing,
  };
}

function exactP(ranks: Float64Array, size: number, rankSum: number): number {
  const scores = Array.from(ranks, (rank) => 2 * rank);
  const expected = size * (ranks.length + 1);
  return shareAsFar(subsetSums(scores, size), expected, 2 * rankSum);
}

/** Share of arrangements whose sum lies at least as far from the expected one. */
export function shareAsFar({ counts, total }: SumCounts, expected: number, sum: number): number {
  const reach = Math.abs(sum - expected);
  const asFar = counts.reduce(
    (many, count, s) => many + (Math.abs(s - expected) >= reach ? count : 0),
    0,
  );
  return Math.min(1, asFar / total);
}

function deviate(
  u: number,
  { n1, n2, ties }: { n1: number; n2: number; ties: readonly number[] },
): number {
  const n = n1 + n2;
  const tied = overTies(ties, (t) => t ** 3 - t) / (n * (n - 1));
  const distance = u - (n1 * n2) / 2;
  return (distance - Math.sign(distance) / 2) / Math.sqrt(((n1 * n2) / 12) * (n + 1 - tied));
}
