import { isMissing, meanOf, type NotEstimable, type Values } from '../values.ts';

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

export type Reversal = {
  /** Places of the items, from 0. */
  readonly items: readonly number[];
  /** Range of the possible answers, not of those that were given. */
  readonly minimum: number;
  readonly maximum: number;
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
  const columns = columnsOf(items, reversed);
  const cases = columns[0]?.length ?? 0;
  const complete = completeCases(columns, cases);
  const n = complete.length;
  if (items.length < 2) return { kind: 'not-estimable', reason: 'fewer-than-two-items', n };
  if (missing === 'pairwise') return pairwise(columns, cases - n);
  if (n < 2) return { kind: 'not-estimable', reason: 'fewer-than-two-complete-cases', n };
  const kept = columns.map((column) => Float64Array.from(complete, (i) => column[i] as number));
  const means = kept.map(meanOf);
  const distances = kept.map((column, j) => column.map((value) => value - (means[j] as number)));
  const covariance = symmetric(
    items.length,
    (i, j) => crossProduct(distances[i] as Float64Array, distances[j] as Float64Array) / (n - 1),
  );
  const answered = items.map(() => n);
  return { kind: 'estimated', covariance, means, answered, n, missing: cases - n };
}

function pairwise(
  columns: readonly Float64Array[],
  missing: number,
): ScaleCovariance | NoCovariance {
  let fewest = Number.POSITIVE_INFINITY;
  const covariance = symmetric(columns.length, (i, j) => {
    const [x, y] = both(columns[i] as Float64Array, columns[j] as Float64Array);
    fewest = Math.min(fewest, x.length);
    const [centreX, centreY] = [meanOf(x), meanOf(y)];
    const left = x.map((value) => value - centreX);
    const right = y.map((value) => value - centreY);
    return crossProduct(left, right) / (x.length - 1);
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
    missing,
  };
}

/** Answers as numbers, NaN where missing, reversed items turned around. */
function columnsOf(items: readonly Values[], reversed: Reversal | undefined): Float64Array[] {
  const cases = items[0]?.length ?? 0;
  const turned = new Set(reversed?.items ?? []);
  for (const place of turned) {
    if (!items[place]) throw new RangeError(`no item to reverse at place ${place}`);
  }
  return items.map((item, j) => {
    if (item.length !== cases) throw new RangeError('items differ in length');
    return Float64Array.from({ length: cases }, (_, i) => {
      const value = item[i];
      if (isMissing(value)) return Number.NaN;
      if (!Number.isFinite(value))
        throw new RangeError(`item ${j}, case ${i} is not finite: ${value}`);
      return reversed && turned.has(j) ? reversedAnswer(value, reversed) : value;
    });
  });
}

/** @throws RangeError when the answer lies outside the range */
export function reversedAnswer(
  value: number,
  { minimum, maximum }: Pick<Reversal, 'minimum' | 'maximum'>,
): number {
  if (!(value >= minimum && value <= maximum)) {
    throw new RangeError(`answer outside ${minimum} to ${maximum}: ${value}`);
  }
  return minimum + maximum - value;
}

function completeCases(columns: readonly Float64Array[], cases: number): number[] {
  const complete: number[] = [];
  for (let i = 0; i < cases; i += 1) {
    if (columns.every((column) => !Number.isNaN(column[i]))) complete.push(i);
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

/** Both centred. */
function crossProduct(x: Float64Array, y: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < x.length; i += 1) sum += (x[i] as number) * (y[i] as number);
  return sum;
}
