import { isMissing, type Values } from '../values.ts';
import { type Reversal, reversedAnswer } from './reversal.ts';

/** The cases of a scale that answered every item, a block at a time, so that a million take no more memory than two thousand. */
export type CompleteAnswers = {
  readonly items: number;
  /**
   * Calls for each block with one column an item, of which the first `count` places hold the answers after reversal. The
   * columns are used again for the next block and may be overwritten.
   */
  forEachBlock(use: (block: readonly Float64Array[], count: number) => void): void;
};

const BLOCK = 2048;

/** @throws RangeError, `forEachBlock` too, when lengths differ, an answer is infinite or a reversed item is none or leaves its range */
export function completeAnswers(
  items: readonly Values[],
  reversed: Reversal | undefined,
): CompleteAnswers {
  return {
    items: items.length,
    forEachBlock: (use) =>
      answerBlocks(items, reversed, (block, size) => use(block, keepComplete(block, size))),
  };
}

/**
 * All cases, a block at a time: answers as numbers, NaN where missing, reversed items turned around. The columns are used
 * again for the next block and may be overwritten.
 * @throws RangeError as above
 */
export function answerBlocks(
  items: readonly Values[],
  reversed: Reversal | undefined,
  use: (block: readonly Float64Array[], size: number, from: number) => void,
): void {
  requireSameLength(items);
  const cases = items[0]?.length ?? 0;
  const turned = turnedItems(items, reversed);
  const block = items.map(() => new Float64Array(Math.min(BLOCK, cases)));
  for (let from = 0; from < cases; from += BLOCK) {
    const size = Math.min(BLOCK, cases - from);
    block.forEach((column, item) => {
      copyAnswers(items[item] as Values, column, { from, size, item });
      if (reversed && turned.has(item)) reverse(column, size, reversed);
    });
    use(block, size, from);
  }
}

/** Answers of all cases as numbers, NaN where missing, reversed items turned around. */
export function allAnswers(
  items: readonly Values[],
  reversed: Reversal | undefined,
): Float64Array[] {
  requireSameLength(items);
  const turned = turnedItems(items, reversed);
  return items.map((values, item) => {
    const column = new Float64Array(values.length);
    copyAnswers(values, column, { from: 0, size: values.length, item });
    if (reversed && turned.has(item)) reverse(column, values.length, reversed);
    return column;
  });
}

function requireSameLength(items: readonly Values[]): void {
  if (items.some((item) => item.length !== items[0]?.length))
    throw new RangeError('items differ in length');
}

function turnedItems(items: readonly Values[], reversed: Reversal | undefined): Set<number> {
  const turned = new Set(reversed?.items ?? []);
  for (const place of turned) {
    if (!items[place]) throw new RangeError(`no item to reverse at place ${place}`);
  }
  return turned;
}

function copyAnswers(
  values: Values,
  column: Float64Array,
  { from, size, item }: { from: number; size: number; item: number },
): void {
  if (ArrayBuffer.isView(values))
    column.set((values as unknown as Float64Array).subarray(from, from + size));
  else
    for (let i = 0; i < size; i += 1) {
      const value = values[from + i];
      column[i] = isMissing(value) ? Number.NaN : value;
    }
  for (let i = 0; i < size; i += 1) {
    const value = column[i] as number;
    if (value === Number.POSITIVE_INFINITY || value === Number.NEGATIVE_INFINITY)
      throw new RangeError(`item ${item}, case ${from + i} is not finite: ${value}`);
  }
}

function reverse(column: Float64Array, size: number, range: Reversal): void {
  for (let i = 0; i < size; i += 1) {
    const value = column[i] as number;
    if (!Number.isNaN(value)) column[i] = reversedAnswer(value, range);
  }
}

/** Moves the complete cases to the front of every column. @returns how many they are. */
function keepComplete(block: readonly Float64Array[], size: number): number {
  // Nothing times a missing answer is missing, and a sum with it too.
  const holes = new Float64Array(size);
  for (const column of block)
    for (let i = 0; i < size; i += 1) holes[i] = (holes[i] as number) + 0 * (column[i] as number);
  const isComplete = (i: number) => holes[i] === 0;
  let count = 0;
  while (count < size && isComplete(count)) count += 1;
  const first = count;
  for (const column of block) {
    let to = first;
    for (let i = first; i < size; i += 1) {
      if (!isComplete(i)) continue;
      column[to] = column[i] as number;
      to += 1;
    }
    count = to;
  }
  return count;
}
