import { normalQuantile } from '../distributions/normal.ts';
import { requireLevel } from '../level.ts';
import { midranks } from '../ranks.ts';
import { isMissing, meanOf, type NotEstimable, squaresAround, type Values } from '../values.ts';

/** How a screener does when a score of `cutOff` or more counts as positive. */
export type RocPoint = {
  /** Infinity for the point where nobody is positive. */
  readonly cutOff: number;
  /** Share of the cases found, 0 to 1. */
  readonly sensitivity: number;
  /** Share of the others left alone, 0 to 1. */
  readonly specificity: number;
};

export type RocCurve =
  | {
      readonly kind: 'estimated';
      /** Area under the curve: the chance that a case scores higher than another, ties by half. */
      readonly auc: number;
      /** DeLong's; `null` when no case overlaps with any other (it would be 0) or a group is one person. */
      readonly standardError: number | null;
      /** `null` as above; cut off at 0 and 1. */
      readonly low: number | null;
      readonly high: number | null;
      readonly level: number;
      /** From the strictest cut-off to the most lenient. */
      readonly points: readonly RocPoint[];
      /** The point with the largest sensitivity + specificity - 1 (W. J. Youden, Cancer 3, 1950). */
      readonly best: RocPoint;
      readonly positives: number;
      readonly negatives: number;
      readonly n: number;
      readonly missing: number;
    }
  | NotEstimable<'no-positives' | 'no-negatives'>;

/**
 * Receiver operating characteristic of a score against a yes-or-no truth; higher scores mean yes.
 *
 * Area as Mann and Whitney's statistic, its variance by E. R. DeLong, D. M. DeLong and D. L.
 * Clarke-Pearson, Biometrics 44 (1988), as `pROC::ci.auc`. Cases where either is missing are left out.
 * @throws RangeError when the lengths differ or a score is infinite
 */
export function rocCurve(
  scores: Values,
  truth: ArrayLike<boolean | null | undefined>,
  level = 0.95,
): RocCurve {
  requireLevel(level);
  const { positive, negative, missing } = split(scores, truth);
  const n = positive.length + negative.length;
  if (positive.length === 0) return { kind: 'not-estimable', reason: 'no-positives', n };
  if (negative.length === 0) return { kind: 'not-estimable', reason: 'no-negatives', n };
  const { auc, variance } = deLong(positive, negative);
  const points = pointsOf(positive, negative);
  const youden = ({ sensitivity, specificity }: RocPoint) => sensitivity + specificity;
  const best = points.reduce((top, point) => (youden(point) > youden(top) ? point : top));
  const shared = { level, points, best, positives: positive.length, negatives: negative.length };
  const counts = { n, missing };
  if (variance === null || variance === 0) {
    const nothing = { standardError: null, low: null, high: null };
    return { kind: 'estimated', auc, ...nothing, ...shared, ...counts };
  }
  const standardError = Math.sqrt(variance);
  const reach = normalQuantile({ upper: (1 - level) / 2 }) * standardError;
  const bounds = { low: Math.max(0, auc - reach), high: Math.min(1, auc + reach) };
  return { kind: 'estimated', auc, standardError, ...bounds, ...shared, ...counts };
}

type Groups = { positive: Float64Array; negative: Float64Array; missing: number };

function split(scores: Values, truth: ArrayLike<boolean | null | undefined>): Groups {
  if (scores.length !== truth.length) throw new RangeError('scores and truth differ in length');
  const positive: number[] = [];
  const negative: number[] = [];
  for (let i = 0; i < scores.length; i += 1) {
    const score = scores[i];
    const is = truth[i];
    if (isMissing(score) || is === null || is === undefined) continue;
    if (!Number.isFinite(score)) throw new RangeError(`score ${i} is not finite: ${score}`);
    (is ? positive : negative).push(score);
  }
  const missing = scores.length - positive.length - negative.length;
  return { positive: Float64Array.from(positive), negative: Float64Array.from(negative), missing };
}

/** Placement values through ranks within and over both groups. */
function deLong(positive: Float64Array, negative: Float64Array) {
  const m = positive.length;
  const n = negative.length;
  const { ranks } = midranks(Float64Array.from([...positive, ...negative]));
  const within = midranks(positive).ranks;
  const withinNegative = midranks(negative).ranks;
  const above = within.map((rank, i) => ((ranks[i] as number) - rank) / n);
  const below = withinNegative.map((rank, j) => 1 - ((ranks[m + j] as number) - rank) / m);
  const auc = meanOf(above);
  if (m < 2 || n < 2) return { auc, variance: null };
  const spread = (shares: Float64Array) =>
    squaresAround(shares, meanOf(shares)) / (shares.length - 1);
  return { auc, variance: spread(above) / m + spread(below) / n };
}

function pointsOf(positive: Float64Array, negative: Float64Array): RocPoint[] {
  const cutOffs = [...new Set([...positive, ...negative])].sort((a, b) => b - a);
  const up = positive.toSorted();
  const down = negative.toSorted();
  let found = 0;
  let wrong = 0;
  const points = cutOffs.map((cutOff) => {
    while (found < up.length && (up[up.length - 1 - found] as number) >= cutOff) found += 1;
    while (wrong < down.length && (down[down.length - 1 - wrong] as number) >= cutOff) wrong += 1;
    return { cutOff, sensitivity: found / up.length, specificity: 1 - wrong / down.length };
  });
  return [{ cutOff: Number.POSITIVE_INFINITY, sensitivity: 0, specificity: 1 }, ...points];
}
