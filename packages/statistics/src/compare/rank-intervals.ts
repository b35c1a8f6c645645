import { requireLevel } from '../level.ts';
import { adjustP } from './adjust-p.ts';

/** The place of one estimate among several, 1 for the largest, and the places it may truly have. */
export type RankInterval = { readonly rank: number; readonly low: number; readonly high: number };

/**
 * Intervals of ranks from tests of every pair: a place is lost only to those that are larger, and won only
 * over those that are smaller, beyond chance. For each estimate the p-values against all others are
 * adjusted by Holm, so that its own interval holds its true rank with the level asked for. No draw of
 * random numbers: the same data give the same interval (M. Mogstad, J. P. Romano, A. M. Shaikh and D. Wilhelm,
 * Review of Economic Studies 91, 2024, who show why resampling ranks misleads where estimates are close).
 * @param estimates finite
 * @param ps two-sided p of each pair, symmetric; `null` where two could not be told apart
 * @param level strictly between 0 and 1, 0.95 unless told otherwise
 * @throws RangeError when `ps` is not as large as `estimates`, or a p is none
 */
export function rankIntervals(
  estimates: readonly number[],
  ps: ReadonlyArray<ReadonlyArray<number | null>>,
  level = 0.95,
): RankInterval[] {
  requireLevel(level);
  const k = estimates.length;
  if (ps.length !== k || ps.some((row) => row.length !== k)) {
    throw new RangeError(`p-values of all ${k} x ${k} pairs are needed`);
  }
  const isLarger = (j: number, i: number) => (estimates[j] as number) > (estimates[i] as number);
  return estimates.map((_, i) => {
    const others = estimates.flatMap((_, j) => (j === i ? [] : [j]));
    const adjusted = adjustP(
      others.map((j) => ps[i]?.[j]),
      'holm',
    );
    const apart = others.filter((_, at) => (adjusted[at] ?? 1) <= 1 - level);
    return {
      rank: 1 + others.filter((j) => isLarger(j, i)).length,
      low: 1 + apart.filter((j) => isLarger(j, i)).length,
      high: k - apart.filter((j) => isLarger(i, j)).length,
    };
  });
}
