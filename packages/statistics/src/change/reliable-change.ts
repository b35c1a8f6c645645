import { normalQuantile } from '../distributions/normal.ts';
import { requireLevel } from '../level.ts';
import { isMissing, type Values } from '../values.ts';

/** When a change is called reliable. */
export type ReliableChangeRule = {
  /** Of two scores of one person: see `standardErrorOfDifference`. */
  readonly standardErrorOfDifference: number;
  /** Change that comes of answering a second time, taken off first (G. J. Chelune and others, Neuropsychology 7, 1993); 0 unless told otherwise. */
  readonly expectedChange?: number;
  /** Share of the unchanged that shall be called so; 0.95 unless told otherwise, which asks for an index beyond 1.96. */
  readonly level?: number;
};

export type ReliableChange = {
  /** After less before. */
  readonly change: number;
  /** (change - expected change) / standard error of the difference. */
  readonly index: number;
  readonly direction: 'risen' | 'fallen' | 'unchanged';
};

export type ReliableChanges = {
  /** In the order of the cases; `null` where a score is missing. */
  readonly cases: readonly (ReliableChange | null)[];
  readonly risen: number;
  readonly fallen: number;
  readonly unchanged: number;
  /** A change is reliable when it lies further from the expected one than this, in the unit of the scores. */
  readonly threshold: number;
  /** Cases with both scores. */
  readonly n: number;
  readonly missing: number;
};

/**
 * Reliable change index of N. S. Jacobson and P. Truax (Journal of Consulting and Clinical Psychology 59,
 * 1991) for each case: a change is reliable when two scores of somebody who stayed the same would seldom lie
 * so far apart.
 * @throws RangeError when the lengths differ, a score is infinite, the error is not positive or the level none
 */
export function reliableChanges(
  before: Values,
  after: Values,
  rule: ReliableChangeRule,
): ReliableChanges {
  const { standardErrorOfDifference, expectedChange = 0 } = rule;
  const threshold = thresholdOf(rule);
  const cases = changesOf(before, after).map((change) => {
    if (change === null) return null;
    const distance = change - expectedChange;
    const direction =
      Math.abs(distance) <= threshold ? 'unchanged' : distance > 0 ? 'risen' : 'fallen';
    return { change, index: distance / standardErrorOfDifference, direction } as const;
  });
  const having = (direction: ReliableChange['direction']) =>
    cases.filter((one) => one?.direction === direction).length;
  const missing = cases.filter((one) => one === null).length;
  return {
    cases,
    risen: having('risen'),
    fallen: having('fallen'),
    unchanged: having('unchanged'),
    threshold,
    n: cases.length - missing,
    missing,
  };
}

function thresholdOf({
  standardErrorOfDifference,
  level = 0.95,
  expectedChange = 0,
}: ReliableChangeRule) {
  requireLevel(level);
  if (!(standardErrorOfDifference > 0 && Number.isFinite(standardErrorOfDifference))) {
    throw new RangeError(`not a standard error above 0: ${standardErrorOfDifference}`);
  }
  if (!Number.isFinite(expectedChange)) throw new RangeError(`not a change: ${expectedChange}`);
  return normalQuantile({ upper: (1 - level) / 2 }) * standardErrorOfDifference;
}

function changesOf(before: Values, after: Values): (number | null)[] {
  if (before.length !== after.length) throw new RangeError('variables differ in length');
  return Array.from({ length: before.length }, (_, i) => {
    const [one, other] = [before[i], after[i]];
    if (isMissing(one) || isMissing(other)) return null;
    const change = other - one;
    if (!Number.isFinite(change)) throw new RangeError(`case ${i} is not finite: ${one}, ${other}`);
    return change;
  });
}
