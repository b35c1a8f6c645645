import type { Values } from '../values.ts';
import { requireSpread } from './error-of-difference.ts';
import {
  type ReliableChange,
  type ReliableChangeRule,
  reliableChanges,
} from './reliable-change.ts';

/** Which end of the scale is the good one. */
export type BetterScores = 'lower' | 'higher';

type Population = { readonly mean: number; readonly standardDeviation: number };

/**
 * Where the two populations part, by the letters of the paper.
 * - `a`: two standard deviations from the mean of those in distress, on the better side; norms unknown
 * - `b`: two from the mean of the general population, on the worse side
 * - `c`: where the two, each in its own spread, are equally likely; for populations that overlap
 */
export type CutOffCriterion =
  | { readonly criterion: 'a'; readonly distressed: Population; readonly better: BetterScores }
  | { readonly criterion: 'b'; readonly general: Population; readonly better: BetterScores }
  | { readonly criterion: 'c'; readonly distressed: Population; readonly general: Population };

/**
 * Cut-off of clinically significant change: N. S. Jacobson and P. Truax, Journal of Consulting and Clinical
 * Psychology 59 (1991). c is (SD_g M_d + SD_d M_g) / (SD_g + SD_d).
 * @throws RangeError when a standard deviation is not positive
 */
export function clinicalCutOff(by: CutOffCriterion): number {
  if (by.criterion === 'c') {
    const { distressed, general } = by;
    requireSpread(distressed.standardDeviation);
    requireSpread(general.standardDeviation);
    const weighted =
      general.standardDeviation * distressed.mean + distressed.standardDeviation * general.mean;
    return weighted / (general.standardDeviation + distressed.standardDeviation);
  }
  const population = by.criterion === 'a' ? by.distressed : by.general;
  requireSpread(population.standardDeviation);
  const isUp = (by.criterion === 'a') === (by.better === 'higher');
  return population.mean + (isUp ? 2 : -2) * population.standardDeviation;
}

/**
 * - `recovered`: reliably better, and from the worse side of the cut-off to the better one
 * - `improved`: reliably better only
 * - `unchanged`: no reliable change, whatever the cut-off says
 * - `deteriorated`: reliably worse
 */
export type ClinicalCategory = 'recovered' | 'improved' | 'unchanged' | 'deteriorated';

export type ClinicalChanges = {
  /** In the order of the cases; `null` where a score is missing. */
  readonly cases: readonly (ClinicalCategory | null)[];
  readonly counts: Readonly<Record<ClinicalCategory, number>>;
  /** Cases with both scores. */
  readonly n: number;
  readonly missing: number;
};

/**
 * The four categories of Jacobson and Truax (1991) for each case. A score on the cut-off itself has not
 * passed it.
 * @param rule when a change is reliable, which scores are better, and the cut-off in their unit
 * @throws RangeError as `reliableChanges`, and when the cut-off is no number
 */
export function clinicalChanges(
  before: Values,
  after: Values,
  rule: ReliableChangeRule & { readonly cutOff: number; readonly better: BetterScores },
): ClinicalChanges {
  const { cutOff, better } = rule;
  if (!Number.isFinite(cutOff)) throw new RangeError(`not a cut-off: ${cutOff}`);
  const { cases: changes, n, missing } = reliableChanges(before, after, rule);
  const isPast = (score: number) => (better === 'lower' ? score < cutOff : score > cutOff);
  const cases = changes.map((change, i) => {
    if (change === null) return null;
    const hasCrossed = !isPast(before[i] as number) && isPast(after[i] as number);
    return categoryOf(change.direction, { better, hasCrossed });
  });
  const counts = { recovered: 0, improved: 0, unchanged: 0, deteriorated: 0 };
  for (const category of cases) if (category !== null) counts[category] += 1;
  return { cases, counts, n, missing };
}

function categoryOf(
  direction: ReliableChange['direction'],
  { better, hasCrossed }: { better: BetterScores; hasCrossed: boolean },
): ClinicalCategory {
  if (direction === 'unchanged') return 'unchanged';
  const isBetter = (direction === 'fallen') === (better === 'lower');
  if (!isBetter) return 'deteriorated';
  return hasCrossed ? 'recovered' : 'improved';
}
