import { incompleteBeta } from './incomplete-beta.ts';
import { binomialTerm } from './saddle-point.ts';
import type { Tails } from './tails.ts';

/** n independent trials that each succeed with probability p. */
export type Trials = { readonly n: number; readonly p: number };

/**
 * Probability of exactly k successes.
 * @throws RangeError unless 0 <= k <= n are whole and p lies between 0 and 1
 */
export function binomialProbability(k: number, { n, p }: Trials): number {
  requireTrials(k, { n, p });
  if (p === 0) return k === 0 ? 1 : 0;
  if (p === 1) return k === n ? 1 : 0;
  if (k === 0) return Math.exp(n * Math.log1p(-p));
  if (k === n) return Math.exp(n * Math.log(p));
  return binomialTerm({ successes: k, failures: n - k }, { p, q: 1 - p });
}

/**
 * Probability of at most k successes (`lower`) and of more than k (`upper`), through the incomplete
 * beta function (DLMF 8.17.5).
 * @throws RangeError unless 0 <= k <= n are whole and p lies between 0 and 1
 */
export function binomialTails(k: number, { n, p }: Trials): Tails {
  requireTrials(k, { n, p });
  if (k === n) return { lower: 1, upper: 0 };
  return incompleteBeta({ x: 1 - p, y: p }, { a: n - k, b: k + 1 });
}

function requireTrials(k: number, { n, p }: Trials): void {
  const isCount = Number.isSafeInteger(k) && Number.isSafeInteger(n) && k >= 0 && k <= n;
  if (!isCount) throw new RangeError(`not a count among trials: ${k} of ${n}`);
  if (!(p >= 0 && p <= 1)) throw new RangeError(`not a probability: ${p}`);
}
