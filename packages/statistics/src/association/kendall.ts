import { normalTails } from '../distributions/normal.ts';
import { twoSided } from '../distributions/tails.ts';
import { requireLevel } from '../level.ts';
import { completePairs } from '../pairs.ts';
import { midranks, overTies } from '../ranks.ts';
import type { Values } from '../values.ts';
import { type Correlation, fisherInterval, whyNotCorrelated } from './pearson.ts';

/** Below this R counts, where there are no ties. */
const COUNTED = 50;

/**
 * Kendall's tau-b.
 *
 * p as in `cor.test`: exact below 50 cases without ties, otherwise by the normal approximation with
 * the variance corrected for ties (M. G. Kendall, Rank Correlation Methods, 1970). Interval: Fisher's
 * z with the standard error of E. C. Fieller, H. O. Hartley and E. S. Pearson, Biometrika 44 (1957),
 * sqrt(0.437 / (n - 4)).
 *
 * Cases where either value is missing are left out.
 * @throws RangeError when the lengths differ or a value is infinite
 */
export function kendall(x: Values, y: Values, level = 0.95): Correlation<'exact' | 'normal'> {
  requireLevel(level);
  const pairs = completePairs(x, y);
  const { n, missing } = pairs;
  const reason = whyNotCorrelated(pairs);
  if (reason) return { kind: 'not-estimable', reason, n };
  const tiesX = midranks(pairs.x).ties;
  const tiesY = midranks(pairs.y).ties;
  const all = (n * (n - 1)) / 2;
  const tied = (ties: readonly number[]) => overTies(ties, (t) => (t * (t - 1)) / 2);
  const score = concordance(pairs.x, pairs.y);
  const coefficient = score / (Math.sqrt(all - tied(tiesX)) * Math.sqrt(all - tied(tiesY)));
  const interval = fisherInterval(coefficient, {
    standardError: n > 4 ? Math.sqrt(0.437 / (n - 4)) : Number.NaN,
    n,
    level,
  });
  const shared = { coefficient, ...interval, level, n, missing };
  if (n < COUNTED && tiesX.length + tiesY.length === 0) {
    const concordant = (score + all) / 2;
    const p = n < 3 ? null : Math.min(1, 2 * inversionTail(concordant, n));
    return { kind: 'estimated', method: 'exact', statistic: concordant, p, ...shared };
  }
  const z = score / Math.sqrt(varianceOf(n, tiesX, tiesY));
  return {
    kind: 'estimated',
    method: 'normal',
    statistic: z,
    p: twoSided(normalTails(z)),
    ...shared,
  };
}

/** Concordant less discordant pairs. */
function concordance(x: Float64Array, y: Float64Array): number {
  let score = 0;
  for (let i = 1; i < x.length; i += 1) {
    for (let j = 0; j < i; j += 1) {
      score +=
        Math.sign((x[i] as number) - (x[j] as number)) *
        Math.sign((y[i] as number) - (y[j] as number));
    }
  }
  return score;
}

/** The smaller tail of the number of concordant pairs, as inversions of a random permutation. */
function inversionTail(concordant: number, n: number): number {
  const all = (n * (n - 1)) / 2;
  let shares = Float64Array.of(1);
  for (let size = 2; size <= n; size += 1) {
    const next = new Float64Array((size * (size - 1)) / 2 + 1);
    shares.forEach((share, k) => {
      for (let more = 0; more < size; more += 1) {
        next[k + more] = (next[k + more] as number) + share / size;
      }
    });
    shares = next;
  }
  const reach = Math.min(concordant, all - concordant);
  return shares.subarray(0, reach + 1).reduce((sum, share) => sum + share, 0);
}

function varianceOf(n: number, tiesX: readonly number[], tiesY: readonly number[]): number {
  const spread = (ties: readonly number[]) => overTies(ties, (t) => t * (t - 1) * (2 * t + 5));
  const twos = (ties: readonly number[]) => overTies(ties, (t) => t * (t - 1));
  const threes = (ties: readonly number[]) => overTies(ties, (t) => t * (t - 1) * (t - 2));
  const plain = (n * (n - 1) * (2 * n + 5) - spread(tiesX) - spread(tiesY)) / 18;
  const pairsTied = (twos(tiesX) * twos(tiesY)) / (2 * n * (n - 1));
  const triplesTied = n < 3 ? 0 : (threes(tiesX) * threes(tiesY)) / (9 * n * (n - 1) * (n - 2));
  return plain + pairsTied + triplesTied;
}
