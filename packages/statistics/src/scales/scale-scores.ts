import type { Values } from '../values.ts';
import { answerBlocks } from './complete-answers.ts';
import type { Reversal } from './reversal.ts';

export type ScaleScores = {
  /** A case each; NaN where too few items were answered. */
  readonly sums: Float64Array;
  readonly means: Float64Array;
  /** Cases with a score. */
  readonly n: number;
  readonly missing: number;
};

/**
 * Sum and mean of each case's answers. Where items are missing and enough are left, the mean is that of the answered ones
 * and the sum is the mean times the number of items (person-mean substitution).
 * @param items one array an item, all of the same length, a case at the same place in each
 * @param options `minimumAnswered`: all items unless told otherwise, 1 or more
 * @throws RangeError when the lengths differ, an answer is infinite, a reversed item's range is left, or fewer than one or more
 * than all items are asked for
 */
export function scaleScores(
  items: readonly Values[],
  {
    minimumAnswered = items.length,
    reversed,
  }: { minimumAnswered?: number; reversed?: Reversal } = {},
): ScaleScores {
  const k = items.length;
  if (!(Number.isInteger(minimumAnswered) && minimumAnswered >= 1 && minimumAnswered <= k))
    throw new RangeError(`not a number of items from 1 to ${k}: ${minimumAnswered}`);
  const cases = items[0]?.length ?? 0;
  const sums = new Float64Array(cases);
  const means = new Float64Array(cases);
  let n = 0;
  answerBlocks(items, reversed, (block, size, from) => {
    for (let i = 0; i < size; i += 1) {
      let sum = 0;
      let answered = 0;
      for (const column of block) {
        const value = column[i] as number;
        if (Number.isNaN(value)) continue;
        sum += value;
        answered += 1;
      }
      const isScored = answered >= minimumAnswered;
      if (isScored) n += 1;
      const mean = isScored ? sum / answered : Number.NaN;
      means[from + i] = mean;
      sums[from + i] = answered === k ? sum : mean * k;
    }
  });
  return { sums, means, n, missing: cases - n };
}
