import { meanOf, type NotEstimable, sumOf, type Values } from '../values.ts';
import { allAnswers, type CompleteAnswers, completeAnswers } from './complete-answers.ts';
import type { Reversal } from './reversal.ts';

/** How a scale's items are read. */
export type ScaleOptions = {
  /**
   * `listwise`, the default: only cases that answered every item. `pairwise`: each mean, variance and
   * covariance from the cases that have what it needs, as `psych::alpha`; n is then the smallest number
   * of cases behind any covariance, so that no interval claims more than the poorest pair bears.
   */
  readonly missing?: 'listwise' | 'pairwise';
  /** Items that point the other way are turned around within the answers' range. */
  readonly reversed?: Reversal;
};

/** Means and covariances of a scale's items. */
export type ScaleCovariance = {
  readonly kind: 'estimated';
  /** `covariance[i][j]`, with n - 1 below. */
  readonly covariance: readonly Float64Array[];
  readonly means: readonly number[];
  /** Cases behind each item's mean and variance. */
  readonly answered: readonly number[];
  readonly n: number;
  /** Cases with at least one item missing. */
  readonly missing: number;
};

/** Why there are no covariances. */
export type NoCovariance = NotEstimable<'fewer-than-two-items' | 'fewer-than-two-complete-cases'>;

/**
 * Means and covariances of items.
 * @param items one array an item, all of the same length, a case at the same place in each
 * @throws RangeError when the lengths differ, an answer is infinite, or a reversed item is none or has an
 * answer outside its range
 */
export function scaleCovariance(
  items: readonly Values[],
  { missing = 'listwise', reversed }: ScaleOptions = {},
): ScaleCovariance | NoCovariance {
  if (missing === 'pairwise') return pairwise(items, reversed);
  const answers = completeAnswers(items, reversed);
  const { n, means } = meansOf(answers);
  if (items.length < 2) return { kind: 'not-estimable', reason: 'fewer-than-two-items', n };
  if (n < 2) return { kind: 'not-estimable', reason: 'fewer-than-two-complete-cases', n };
  const { products, drifts } = productsAround(means, answers);
  // The means are corrected by what their own rounding left (Chan, Golub and LeVeque 1983, formula 1.7).
  const covariance = symmetric(items.length, (i, j) => {
    const shared = (products[i] as Float64Array)[j] as number;
    return (shared - ((drifts[i] as number) * (drifts[j] as number)) / n) / (n - 1);
  });
  return {
    kind: 'estimated',
    covariance,
    means: means.map((mean, j) => mean + (drifts[j] as number) / n),
    answered: items.map(() => n),
    n,
    missing: (items[0]?.length ?? 0) - n,
  };
}

function meansOf(answers: CompleteAnswers): { n: number; means: number[] } {
  const sums = Array.from({ length: answers.items }, (): number[] => []);
  let n = 0;
  answers.forEachBlock((block, count) => {
    n += count;
    block.forEach((column, j) => {
      let sum = 0;
      for (let i = 0; i < count; i += 1) sum += column[i] as number;
      sums[j]?.push(sum);
    });
  });
  return { n, means: sums.map((ofBlocks) => (n === 0 ? 0 : sumOf(ofBlocks) / n)) };
}

/** Sums of products of distances from `means`, in the lower triangle, and of the distances themselves. */
function productsAround(means: readonly number[], answers: CompleteAnswers) {
  const products = means.map(() => new Float64Array(means.length));
  const drifts = new Float64Array(means.length);
  answers.forEachBlock((block, count) => {
    block.forEach((column, i) => {
      const mean = means[i] as number;
      let drift = 0;
      for (let at = 0; at < count; at += 1) {
        const distance = (column[at] as number) - mean;
        column[at] = distance;
        drift += distance;
      }
      drifts[i] = (drifts[i] as number) + drift;
      const row = products[i] as Float64Array;
      for (let j = 0; j <= i; j += 1)
        row[j] = (row[j] as number) + crossProduct(column, block[j] as Float64Array, count);
    });
  });
  return { products, drifts };
}

function pairwise(
  items: readonly Values[],
  reversed: Reversal | undefined,
): ScaleCovariance | NoCovariance {
  const columns = allAnswers(items, reversed);
  const cases = columns[0]?.length ?? 0;
  const n = countComplete(columns, cases);
  if (items.length < 2) return { kind: 'not-estimable', reason: 'fewer-than-two-items', n };
  let fewest = Number.POSITIVE_INFINITY;
  const covariance = symmetric(columns.length, (i, j) => {
    const [x, y] = both(columns[i] as Float64Array, columns[j] as Float64Array);
    fewest = Math.min(fewest, x.length);
    const [centreX, centreY] = [meanOf(x), meanOf(y)];
    const left = x.map((value) => value - centreX);
    const right = y.map((value) => value - centreY);
    return crossProduct(left, right, x.length) / (x.length - 1);
  });
  if (fewest < 2) {
    return { kind: 'not-estimable', reason: 'fewer-than-two-complete-cases', n: fewest };
  }
  const present = columns.map((column) => column.filter((value) => !Number.isNaN(value)));
  const answered = present.map((column) => column.length);
  return {
    kind: 'estimated',
    covariance,
    means: present.map(meanOf),
    answered,
    n: fewest,
    missing: cases - n,
  };
}

function countComplete(columns: readonly Float64Array[], cases: number): number {
  let complete = 0;
  for (let i = 0; i < cases; i += 1) {
    if (columns.every((column) => !Number.isNaN(column[i]))) complete += 1;
  }
  return complete;
}

function both(x: Float64Array, y: Float64Array): [Float64Array, Float64Array] {
  const isThere = (_: number, i: number) => !Number.isNaN(x[i]) && !Number.isNaN(y[i]);
  return [x.filter(isThere), y.filter(isThere)];
}

function symmetric(size: number, entry: (i: number, j: number) => number): Float64Array[] {
  const matrix = Array.from({ length: size }, () => new Float64Array(size));
  matrix.forEach((row, i) => {
    for (let j = 0; j <= i; j += 1) {
      const value = entry(i, j);
      row[j] = value;
      (matrix[j] as Float64Array)[i] = value;
    }
  });
  return matrix;
}

/** Of the first `count` distances of both. */
function crossProduct(x: Float64Array, y: Float64Array, count: number): number {
  let sum = 0;
  for (let i = 0; i < count; i += 1) sum += (x[i] as number) * (y[i] as number);
  return sum;
}
