import type { Category } from './table-spec.ts';

/** From its lower end up to, and without, its upper end; no upper end: everything above. */
export type Band = { readonly id: string; readonly from: number; readonly below: number | null };

/**
 * Half-open bands between cut points, so that nobody stands in two and nobody in none: cuts 0, 3, 7
 * give 0 to below 3, 3 to below 7, and 7 and above.
 *
 * @param cuts rising numbers, one or more
 * @throws RangeError when they do not rise
 */
export function bandsBetween(cuts: readonly number[]): Band[] {
  if (cuts.length === 0 || cuts.some((cut, i) => !(cut > (cuts[i - 1] ?? -Infinity)))) {
    throw new RangeError('cut points of bands must rise');
  }
  return cuts.map((from, i) => ({ id: `from-${from}`, from, below: cuts[i + 1] ?? null }));
}

/** The band that a number lies in; null below the first. */
export function bandOf(bands: readonly Band[], value: number): Band | null {
  return (
    bands.find(({ from, below }) => value >= from && (below === null || value < below)) ?? null
  );
}

/** Bands as categories of a table over a variable whose values are the ids of bands. */
export function categoriesOf(bands: readonly Band[]): Category[] {
  return bands.map(({ id }) => ({ id, values: [id] }));
}
