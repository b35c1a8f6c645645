import { normalTails } from '../distributions/normal.ts';
import { requireLevel } from '../level.ts';
import { completePairs } from '../pairs.ts';
import { midranks } from '../ranks.ts';
import type { Values } from '../values.ts';
import {
  type Correlation,
  fisherInterval,
  productMoment,
  tTest,
  whyNotCorrelated,
} from './pearson.ts';

/** Up to here R counts the permutations; above, without ties and up to 1290, the series. */
const COUNTED = 9;
const SERIES = 1290;

/**
 * Spearman's rank correlation: Pearson's of the midranks.
 *
 * p as in `cor.test`: exact for up to nine cases without ties; by the Edgeworth series of D. J. Best
 * and D. E. Roberts, "Algorithm AS 89", Applied Statistics 24 (1975), up to 1290 without ties; by
 * Student's t otherwise. Interval: Fisher's z with the standard error of D. G. Bonett and T. A.
 * Wright, Psychometrika 65 (2000), sqrt((1 + rho^2 / 2) / (n - 3)).
 *
 * Cases where either value is missing are left out before ranking.
 * @throws RangeError when the lengths differ or a value is infinite
 */
export function spearman(
  x: Values,
  y: Values,
  level = 0.95,
): Correlation<'exact' | 'edgeworth' | 't'> {
  requireLevel(level);
  const pairs = completePairs(x, y);
  const { n, missing } = pairs;
  const reason = whyNotCorrelated(pairs);
  if (reason) return { kind: 'not-estimable', reason, n };
  const left = midranks(pairs.x);
  const right = midranks(pairs.y);
  const coefficient = productMoment({ x: left.ranks, y: right.ranks });
  const hasTies = left.ties.length + right.ties.length > 0;
  const standardError = Math.sqrt((1 + coefficient ** 2 / 2) / (n - 3));
  const interval = fisherInterval(coefficient, { standardError, n, level });
  const shared = { coefficient, ...interval, level, n, missing };
  if (hasTies || n > SERIES) {
    return { kind: 'estimated', method: 't', ...tTest(coefficient, n), ...shared };
  }
  const statistic = Math.round((n * (n * n - 1) * (1 - coefficient)) / 6);
  const method = n <= COUNTED ? 'exact' : 'edgeworth';
  const tail = n <= COUNTED ? countedTail(statistic, n) : seriesTail(statistic, n);
  const p = n < 3 ? null : Math.min(1, 2 * tail);
  return { kind: 'estimated', method, statistic, p, ...shared };
}

/** The smaller tail of S, the sum of squared differences of ranks, over all permutations. */
function countedTail(s: number, n: number): number {
  const counts = permutationCounts(n);
  const total = counts.reduce((sum, count) => sum + count, 0);
  const isAbove = s > (n * (n * n - 1)) / 6;
  const inTail = counts.reduce(
    (sum, count, value) => sum + ((isAbove ? value >= s : value <= s) ? count : 0),
    0,
  );
  return inTail / total;
}

/** How many permutations have each S, place by place over the set of ranks used so far. */
function permutationCounts(n: number): Float64Array {
  const largest = (n * (n * n - 1)) / 3;
  const bySet = Array.from({ length: 1 << n }, () => new Float64Array(0));
  bySet[0] = Float64Array.of(1, ...new Array(largest).fill(0));
  for (let set = 0; set < 1 << n; set += 1) {
    const from = bySet[set] as Float64Array;
    const place = bitsOf(set);
    for (let rank = 0; rank < n; rank += 1) {
      if (set & (1 << rank)) continue;
      const next = set | (1 << rank);
      if (bySet[next]?.length === 0) bySet[next] = new Float64Array(largest + 1);
      const to = bySet[next] as Float64Array;
      const step = (rank - place) ** 2;
      for (let s = 0; s + step <= largest; s += 1) {
        to[s + step] = (to[s + step] as number) + (from[s] as number);
      }
    }
  }
  return bySet[(1 << n) - 1] as Float64Array;
}

function bitsOf(set: number): number {
  let bits = 0;
  for (let rest = set; rest > 0; rest >>= 1) bits += rest & 1;
  return bits;
}

/** AS 89's series, with the steps of R's `cor.test` around the observed S. */
function seriesTail(s: number, n: number): number {
  const isAbove = s > (n * (n * n - 1)) / 6;
  const place = isAbove ? s : s + 2;
  const b = 1 / n;
  const x = ((6 * (place - 1) * b) / (n * n - 1) - 1) * Math.sqrt(1 / b - 1);
  const y = x * x;
  const inner = 0.0879 + 0.0151 * b - y * (0.0072 - 0.0831 * b + y * b * (0.0131 - 4.6e-4 * y));
  const series =
    x *
    b *
    (0.2274 +
      b * (0.2531 + 0.1745 * b) +
      y * (-0.0758 + b * (0.1033 + 0.3932 * b) - y * b * inner));
  const correction = series / Math.exp(y / 2);
  const { lower, upper } = normalTails(x);
  const tail = isAbove ? upper + correction : lower - correction;
  return Math.max(0, Math.min(1, tail));
}
