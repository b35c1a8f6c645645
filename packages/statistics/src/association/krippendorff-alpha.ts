import { isMissing, type NotEstimable, type Values } from '../values.ts';

/** What the numbers of a rating mean: names, an order, distances, or distances from a true zero. */
export type Measurement = 'nominal' | 'ordinal' | 'interval' | 'ratio';

export type KrippendorffAlpha =
  | {
      readonly kind: 'estimated';
      /** 1 for full agreement, 0 for as much as by chance. */
      readonly alpha: number;
      readonly measurement: Measurement;
      readonly raters: number;
      /** Units rated at least twice: what all of this is computed from. */
      readonly n: number;
      /** Ratings in these units. */
      readonly ratings: number;
      /** Units left out because fewer than two raters rated them. */
      readonly missing: number;
    }
  | NotEstimable<'fewer-than-two-raters' | 'no-unit-rated-twice' | 'ratings-do-not-vary'>;

/**
 * Krippendorff's alpha for any number of raters with missing ratings.
 *
 * K. Krippendorff, "Computing Krippendorff's Alpha-Reliability" (2011): one less observed over expected
 * disagreement, from the matrix of coincidences within units.
 * @param ratings one array a rater, a unit at the same place in each; missing where not rated
 * @throws RangeError when the lengths differ, a rating is infinite, or a ratio scale holds a negative one
 */
export function krippendorffAlpha(
  ratings: readonly Values[],
  measurement: Measurement,
): KrippendorffAlpha {
  const units = ratings[0]?.length ?? 0;
  if (ratings.some((rater) => rater.length !== units))
    throw new RangeError('ratings differ in length');
  const pairable = Array.from({ length: units }, (_, i) =>
    ratingsOf(ratings, i, measurement),
  ).filter((unit) => unit.length >= 2);
  const n = pairable.length;
  if (ratings.length < 2) return { kind: 'not-estimable', reason: 'fewer-than-two-raters', n };
  if (n === 0) return { kind: 'not-estimable', reason: 'no-unit-rated-twice', n };
  const values = [...new Set(pairable.flat())].sort((a, b) => a - b);
  if (values.length === 1) return { kind: 'not-estimable', reason: 'ratings-do-not-vary', n };
  const coincidences = coincidencesOf(pairable, values);
  const totals = coincidences.map((row) => row.reduce((sum, count) => sum + count, 0));
  const all = totals.reduce((sum, total) => sum + total, 0);
  const difference = differences(measurement, values, totals);
  let observed = 0;
  let expected = 0;
  for (let i = 0; i < values.length; i += 1) {
    for (let j = 0; j < i; j += 1) {
      const square = difference(j, i);
      observed += (coincidences[i]?.[j] as number) * square;
      expected += (totals[i] as number) * (totals[j] as number) * square;
    }
  }
  return {
    kind: 'estimated',
    alpha: 1 - ((all - 1) * observed) / expected,
    measurement,
    raters: ratings.length,
    n,
    ratings: pairable.flat().length,
    missing: units - n,
  };
}

function ratingsOf(ratings: readonly Values[], unit: number, measurement: Measurement): number[] {
  const present = ratings.map((rater) => rater[unit]).filter((value) => !isMissing(value));
  for (const value of present) {
    if (!Number.isFinite(value))
      throw new RangeError(`unit ${unit} has no finite rating: ${value}`);
    if (measurement === 'ratio' && value < 0) {
      throw new RangeError(`unit ${unit} is below the zero of a ratio scale: ${value}`);
    }
  }
  return present;
}

/** Every pair of ratings within a unit, weighted so that a unit counts as often as it was rated. */
function coincidencesOf(
  units: ReadonlyArray<readonly number[]>,
  values: readonly number[],
): number[][] {
  const places = new Map(values.map((value, i) => [value, i]));
  const matrix = values.map(() => values.map(() => 0));
  for (const unit of units) {
    const weight = 1 / (unit.length - 1);
    unit.forEach((one, a) => {
      unit.forEach((other, b) => {
        if (a === b) return;
        const row = matrix[places.get(one) as number] as number[];
        const column = places.get(other) as number;
        row[column] = (row[column] as number) + weight;
      });
    });
  }
  return matrix;
}

/** Squared difference of two values by their places, the first below the second. */
function differences(
  measurement: Measurement,
  values: readonly number[],
  totals: readonly number[],
): (i: number, j: number) => number {
  const at = (i: number) => values[i] as number;
  if (measurement === 'nominal') return () => 1;
  if (measurement === 'interval') return (i, j) => (at(i) - at(j)) ** 2;
  if (measurement === 'ratio') {
    return (i, j) => (at(i) === at(j) ? 0 : ((at(i) - at(j)) / (at(i) + at(j))) ** 2);
  }
  return (i, j) => {
    const between = totals.slice(i, j + 1).reduce((sum, total) => sum + total, 0);
    return (between - ((totals[i] as number) + (totals[j] as number)) / 2) ** 2;
  };
}
