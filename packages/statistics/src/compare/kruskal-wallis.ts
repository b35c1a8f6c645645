import { chiSquareTails } from '../distributions/chi-square.ts';
import { midranks, overTies } from '../ranks.ts';
import { type NotEstimable, presentValues, type Values } from '../values.ts';

export type KruskalWallis =
  | {
      readonly kind: 'estimated';
      /** Corrected for ties. */
      readonly h: number;
      readonly df: number;
      /** By the chi-square approximation. */
      readonly p: number;
      /** From all splits into groups of these sizes, where they can be counted; `null` above. */
      readonly exactP: number | null;
      /** H / (n - 1): share of the variance of ranks, 0 to 1. */
      readonly epsilonSquared: number;
      readonly meanRanks: readonly number[];
      readonly n: number;
      readonly missing: number;
    }
  | NotEstimable<'fewer-than-two-groups' | 'a-group-without-cases' | 'does-not-vary'>;

/** More cases than this are not worth counting: the approximation is good to three digits. */
const SMALL = 24;
/** Kinds of partial splits held at once when counting; a tenth of a second. */
const COUNTABLE = 20_000;

/**
 * Kruskal and Wallis's test of several independent groups (JASA 47, 1952), as `kruskal.test`, and its
 * exact p for small groups.
 * @throws RangeError on an infinite value
 */
export function kruskalWallis(groups: readonly Values[]): KruskalWallis {
  const present = groups.map(presentValues);
  const sizes = present.map((group) => group.length);
  const n = sizes.reduce((sum, size) => sum + size, 0);
  if (groups.length < 2) return { kind: 'not-estimable', reason: 'fewer-than-two-groups', n };
  if (sizes.includes(0)) return { kind: 'not-estimable', reason: 'a-group-without-cases', n };
  const { ranks, ties } = midranks(Float64Array.from(present.flatMap((group) => [...group])));
  if (ties[0] === n) return { kind: 'not-estimable', reason: 'does-not-vary', n };
  let start = 0;
  const sums = sizes.map((size) => {
    start += size;
    return ranks.subarray(start - size, start).reduce((sum, rank) => sum + rank, 0);
  });
  const spread = spreadOf(sums, sizes);
  const plain = (12 * spread) / (n * (n + 1)) - 3 * (n + 1);
  const h = plain / (1 - overTies(ties, (t) => t ** 3 - t) / (n ** 3 - n));
  const df = groups.length - 1;
  return {
    kind: 'estimated',
    h,
    df,
    p: chiSquareTails(Math.max(0, h), df).upper,
    exactP: exactP(ranks, sizes, spread),
    epsilonSquared: h / (n - 1),
    meanRanks: sums.map((sum, i) => sum / (sizes[i] as number)),
    n,
    missing: groups.reduce((sum, group) => sum + group.length, 0) - n,
  };
}

/** Grows with H: sum of squared rank sums over sizes. */
function spreadOf(sums: readonly number[], sizes: readonly number[]): number {
  return sums.reduce((total, sum, i) => total + sum ** 2 / (sizes[i] as number), 0);
}

/** Hands the ranks out one by one; splits with equal counts and sums so far are one state. */
function exactP(ranks: Float64Array, sizes: readonly number[], spread: number): number | null {
  if (ranks.length > SMALL) return null;
  type State = { counts: number[]; sums: number[]; many: number };
  let states = new Map<string, State>();
  states.set('', { counts: sizes.map(() => 0), sums: sizes.map(() => 0), many: 1 });
  for (const rank of ranks) {
    const next = new Map<string, State>();
    for (const state of states.values()) {
      sizes.forEach((size, group) => {
        if ((state.counts[group] as number) === size) return;
        const counts = state.counts.with(group, (state.counts[group] as number) + 1);
        const sums = state.sums.with(group, (state.sums[group] as number) + rank);
        const key = `${counts.join()};${sums.join()}`;
        const held = next.get(key);
        if (held) held.many += state.many;
        else next.set(key, { counts, sums, many: state.many });
      });
      if (next.size > COUNTABLE) return null;
    }
    states = next;
  }
  let asFar = 0;
  let total = 0;
  for (const { sums, many } of states.values()) {
    total += many;
    if (spreadOf(sums, sizes) >= spread * (1 - 1e-12)) asFar += many;
  }
  return asFar / total;
}
