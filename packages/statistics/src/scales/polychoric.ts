import { bivariateNormalDensity, bivariateNormalLower } from '../distributions/bivariate-normal.ts';
import { normalQuantile } from '../distributions/normal.ts';
import { increasingRoot } from '../distributions/root.ts';
import { completePairs } from '../pairs.ts';
import { type NotEstimable, sumOf, type Values } from '../values.ts';

export type Polychoric =
  | {
      readonly kind: 'estimated';
      /** Correlation of the two normal variables behind the ordered answers, -1 to 1. */
      readonly rho: number;
      /** Where the first variable's answers part, on the normal scale; likewise the second's. */
      readonly thresholdsX: readonly number[];
      readonly thresholdsY: readonly number[];
      readonly n: number;
      readonly missing: number;
    }
  | NotEstimable<'does-not-vary' | 'at-its-bound'>;

/** Beyond this correlation (0.9999 and more) the likelihood has no maximum to speak of. */
const BOUND = 5;

/**
 * Polychoric correlation of two ordered variables in two steps: thresholds from the margins, then the
 * correlation of largest likelihood (U. Olsson, Psychometrika 44, 1979), as `polycor::polychor(ML =
 * FALSE)`.
 *
 * Categories are the different numbers that occur, in their order. Cases where either is missing are left
 * out.
 * @param options `emptyCells`: what an empty cell counts as; 0, or 0.5 as `psych::polychoric`, without
 * which two by two with an empty cell has no estimate (`at-its-bound`)
 * @throws RangeError when the lengths differ or a value is infinite
 */
export function polychoric(
  x: Values,
  y: Values,
  { emptyCells = 0 }: { emptyCells?: 0 | 0.5 } = {},
): Polychoric {
  const pairs = completePairs(x, y);
  const { n, missing } = pairs;
  const rows = categorise(pairs.x);
  const columns = categorise(pairs.y);
  if (rows.size < 2 || columns.size < 2)
    return { kind: 'not-estimable', reason: 'does-not-vary', n };
  const counts = tabulate(rows, columns);
  const startingRho = correlationOfPlaces(counts, n);
  for (const row of counts) {
    row.forEach((count, j) => {
      if (count === 0) row[j] = emptyCells;
    });
  }
  const thresholdsX = thresholdsOf(counts.map((row) => sumOf(row)));
  const thresholdsY = thresholdsOf(
    Array.from({ length: columns.size }, (_, j) => sumOf(counts.map((row) => row[j] as number))),
  );
  // Sought outward from the correlation of the categories' places: far from the maximum, cells that are not empty have
  // probabilities below what a difference of four numbers can hold.
  const slopeAt = (z: number) =>
    Math.abs(z) > BOUND ? z : -score(counts, { thresholdsX, thresholdsY, rho: Math.tanh(z) });
  const place = increasingRoot(slopeAt, Math.atanh(0.99 * startingRho));
  if (Math.abs(place) > BOUND - 1e-6) return { kind: 'not-estimable', reason: 'at-its-bound', n };
  const rho = Math.tanh(place);
  const inner = (thresholds: readonly number[]) => thresholds.slice(1, -1);
  const thresholds = { thresholdsX: inner(thresholdsX), thresholdsY: inner(thresholdsY) };
  return { kind: 'estimated', rho, ...thresholds, n, missing };
}

/** A variable's values as places among its different values, which are kept as they are met. */
type Categories = {
  readonly places: Int32Array;
  readonly size: number;
  /** From the place as met to the place in the order of the values. */
  readonly ranks: readonly number[];
};

/** The different values are few: a search along a list is the quickest. */
function categorise(values: Float64Array): Categories {
  const seen: number[] = [];
  const places = new Int32Array(values.length);
  for (let i = 0; i < values.length; i += 1) {
    const value = values[i] as number;
    const known = seen.indexOf(value);
    places[i] = known < 0 ? seen.push(value) - 1 : known;
  }
  const sorted = seen.toSorted((a, b) => a - b);
  return { places, size: seen.length, ranks: seen.map((value) => sorted.indexOf(value)) };
}

/** How often each category of the one meets each of the other, both in the order of their values. */
function tabulate(rows: Categories, columns: Categories): Float64Array[] {
  const met = new Float64Array(rows.size * columns.size);
  for (let i = 0; i < rows.places.length; i += 1) {
    const cell = (rows.places[i] as number) * columns.size + (columns.places[i] as number);
    met[cell] = (met[cell] as number) + 1;
  }
  const counts = Array.from({ length: rows.size }, () => new Float64Array(columns.size));
  rows.ranks.forEach((row, i) => {
    columns.ranks.forEach((column, j) => {
      (counts[row] as Float64Array)[column] = met[i * columns.size + j] as number;
    });
  });
  return counts;
}

/** Pearson's correlation of the categories' places: sums of whole numbers, which are exact. */
function correlationOfPlaces(counts: readonly Float64Array[], n: number): number {
  let [x, y, xx, yy, xy] = [0, 0, 0, 0, 0];
  counts.forEach((row, i) => {
    row.forEach((count, j) => {
      x += count * i;
      y += count * j;
      xx += count * i * i;
      yy += count * j * j;
      xy += count * i * j;
    });
  });
  return (n * xy - x * y) / Math.sqrt((n * xx - x * x) * (n * yy - y * y));
}

/** From minus to plus infinity. */
function thresholdsOf(totals: readonly number[]): number[] {
  const all = sumOf(totals);
  let below = 0;
  const inner = totals.slice(0, -1).map((total) => {
    below += total;
    return normalQuantile(below / all);
  });
  return [Number.NEGATIVE_INFINITY, ...inner, Number.POSITIVE_INFINITY];
}

/** Slope of the log likelihood by rho: each cell's count times the slope of its log probability. */
function score(
  counts: readonly Float64Array[],
  at: { thresholdsX: readonly number[]; thresholdsY: readonly number[]; rho: number },
): number {
  const corners = (f: (x: number, y: number, rho: number) => number) =>
    at.thresholdsX.map((x) => at.thresholdsY.map((y) => f(x, y, at.rho)));
  const below = corners(bivariateNormalLower);
  const density = corners(bivariateNormalDensity);
  const cell = (grid: number[][], i: number, j: number) =>
    (grid[i + 1]?.[j + 1] ?? 0) -
    (grid[i]?.[j + 1] ?? 0) -
    (grid[i + 1]?.[j] ?? 0) +
    (grid[i]?.[j] ?? 0);
  let slope = 0;
  counts.forEach((row, i) => {
    row.forEach((count, j) => {
      if (count === 0) return;
      slope += (count * cell(density, i, j)) / Math.max(cell(below, i, j), 1e-14);
    });
  });
  return slope;
}
