import type { Tails } from './tails.ts';

/** The permutation distribution of a sum of scores: `counts[s]` arrangements of `total` have the sum s. */
export type SumCounts = {
  readonly counts: Float64Array;
  readonly total: number;
};

/**
 * In how many subsets of `size` scores each sum occurs: the exact null distribution of a rank sum,
 * with or without ties.
 *
 * The shift algorithm of B. Streitberg and J. Roehmel, "Exact Distributions for Permutation and Rank
 * Tests", Statistical Software Newsletter 12 (1986).
 * @param scores whole numbers from 0 up (double the midranks)
 * @param size how many are chosen, 0 to all
 */
export function subsetSums(scores: readonly number[], size: number): SumCounts {
  const largest = sumOfLargest(scores, size);
  const bySize = Array.from({ length: size + 1 }, () => new Float64Array(largest + 1));
  (bySize[0] as Float64Array)[0] = 1;
  scores.forEach((score, i) => {
    for (let chosen = Math.min(size, i + 1); chosen >= 1; chosen -= 1) {
      const from = bySize[chosen - 1] as Float64Array;
      const to = bySize[chosen] as Float64Array;
      for (let sum = largest; sum >= score; sum -= 1) {
        to[sum] = (to[sum] ?? 0) + (from[sum - score] ?? 0);
      }
    }
  });
  const counts = bySize[size] as Float64Array;
  return { counts, total: counts.reduce((sum, count) => sum + count, 0) };
}

/**
 * In how many of the 2^n choices of signs the positive scores have each sum: the exact null
 * distribution of the signed-rank statistic, with or without ties.
 * @param scores whole numbers from 0 up (double the midranks)
 */
export function signedSums(scores: readonly number[]): SumCounts {
  const largest = scores.reduce((sum, score) => sum + score, 0);
  const counts = new Float64Array(largest + 1);
  counts[0] = 1;
  for (const score of scores) {
    for (let sum = largest; sum >= score; sum -= 1) {
      counts[sum] = (counts[sum] ?? 0) + (counts[sum - score] ?? 0);
    }
  }
  return { counts, total: 2 ** scores.length };
}

/**
 * Probability that Mann and Whitney's U (pairs in which the first group's value is larger) is at
 * most `u` (`lower`), and above it (`upper`), when there are no ties.
 * @param u whole, from 0 to n1 n2
 * @throws RangeError otherwise, or when a group is empty
 */
export function mannWhitneyTails(u: number, { n1, n2 }: { n1: number; n2: number }): Tails {
  const isSize = Number.isSafeInteger(n1) && Number.isSafeInteger(n2) && n1 >= 1 && n2 >= 1;
  if (!isSize) throw new RangeError(`group sizes: ${n1}, ${n2}`);
  requireStatistic(u, n1 * n2);
  // Scores 0 .. n - 1: the smallest sum of a subset is n1 (n1 - 1) / 2, which is U = 0.
  const scores = Array.from({ length: n1 + n2 }, (_, i) => i);
  return tailsAt(subsetSums(scores, n1), u + (n1 * (n1 - 1)) / 2);
}

/**
 * Probability that the sum of the positive ranks of n differences is at most `v` (`lower`), and above
 * it (`upper`), when there are no ties and no zeros.
 * @param v whole, from 0 to n (n + 1) / 2
 * @throws RangeError otherwise
 */
export function signedRankTails(v: number, n: number): Tails {
  if (!(Number.isSafeInteger(n) && n >= 1)) throw new RangeError(`number of differences: ${n}`);
  requireStatistic(v, (n * (n + 1)) / 2);
  return tailsAt(signedSums(Array.from({ length: n }, (_, i) => i + 1)), v);
}

/** P(sum <= s) and P(sum > s). */
export function tailsAt({ counts, total }: SumCounts, s: number): Tails {
  let lower = 0;
  let upper = 0;
  for (let sum = 0; sum < counts.length; sum += 1) {
    if (sum <= s) lower += counts[sum] ?? 0;
    else upper += counts[sum] ?? 0;
  }
  return { lower: lower / total, upper: upper / total };
}

function sumOfLargest(scores: readonly number[], size: number): number {
  const sorted = scores.toSorted((a, b) => b - a);
  return sorted.slice(0, size).reduce((sum, score) => sum + score, 0);
}

function requireStatistic(value: number, largest: number): void {
  if (!(Number.isSafeInteger(value) && value >= 0 && value <= largest)) {
    throw new RangeError(`not a whole number from 0 to ${largest}: ${value}`);
  }
}
