import { normalTails } from '../distributions/normal.ts';
import { signedSums } from '../distributions/rank-sums.ts';
import { twoSided } from '../distributions/tails.ts';
import { completePairs } from '../pairs.ts';
import { midranks, overTies } from '../ranks.ts';
import type { NotEstimable, Values } from '../values.ts';
import { type RankMethod, shareAsFar } from './mann-whitney.ts';

export type WilcoxonSignedRank =
  | {
      readonly kind: 'estimated';
      /** Sum of the ranks of the differences above 0: R's V. */
      readonly v: number;
      /** Two-sided. */
      readonly p: number;
      readonly method: 'exact' | 'normal';
      /** With `normal`: the deviate, corrected for ties and continuity. */
      readonly z: number | null;
      /** Share of ranks above 0 less share below: the matched rank-biserial correlation, -1 to 1. */
      readonly rankBiserial: number;
      /** Pairs that differ: what all of this is computed from. */
      readonly n: number;
      /** Pairs without a difference, left out as Wilcoxon does. */
      readonly zeros: number;
      readonly missing: number;
    }
  | NotEstimable<'no-differences'>;

/** R's limit. */
const COUNTED = 50;

/**
 * Wilcoxon's signed-rank test of paired values, first less second.
 *
 * Exact p from all choices of signs over the midranks: without ties the one of `wilcox.test(paired =
 * TRUE)`; with ties that of `coin::wilcoxsign_test(distribution = "exact", zero.method = "Wilcoxon")`.
 * Normal p with the variance corrected for ties and a continuity correction, as `wilcox.test(exact =
 * FALSE)`. `auto` counts below 50 pairs.
 * @throws RangeError when the lengths differ or a value is infinite
 */
export function wilcoxonSignedRank(
  first: Values,
  second: Values,
  { method = 'auto' }: { method?: RankMethod } = {},
): WilcoxonSignedRank {
  const { x, y, n: pairs, missing } = completePairs(first, second);
  const differences = x.map((value, i) => value - (y[i] as number)).filter((gap) => gap !== 0);
  const n = differences.length;
  if (n === 0) return { kind: 'not-estimable', reason: 'no-differences', n };
  const { ranks, ties } = midranks(differences.map(Math.abs));
  const v = ranks.reduce((sum, rank, i) => sum + ((differences[i] as number) > 0 ? rank : 0), 0);
  const all = (n * (n + 1)) / 2;
  const shared = { v, rankBiserial: (2 * v) / all - 1, n, zeros: pairs - n, missing };
  if (method === 'auto' ? n < COUNTED : method === 'exact') {
    const scores = Array.from(ranks, (rank) => 2 * rank);
    const p = shareAsFar(signedSums(scores), all, 2 * v);
    return { kind: 'estimated', method: 'exact', p, z: null, ...shared };
  }
  const tied = overTies(ties, (t) => t ** 3 - t) / 48;
  const distance = v - all / 2;
  const variance = (n * (n + 1) * (2 * n + 1)) / 24 - tied;
  const z = (distance - Math.sign(distance) / 2) / Math.sqrt(variance);
  return { kind: 'estimated', method: 'normal', p: twoSided(normalTails(z)), z, ...shared };
}
