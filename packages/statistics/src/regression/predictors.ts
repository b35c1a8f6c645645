import type { WordColumn } from '../columns/index.ts';
import { isMissing, type Values } from '../values.ts';

/** A measured predictor; `null` and NaN are missing. */
export type NumericPredictor = {
  readonly kind: 'numeric';
  readonly name: string;
  readonly values: Values;
};

/** A predictor with named levels; `null` is missing. */
export type FactorPredictor = {
  readonly kind: 'factor';
  readonly name: string;
  readonly values: ArrayLike<string | null | undefined> | WordColumn;
  /** Every level a value may have, in the order in which they are shown. */
  readonly levels: readonly string[];
  /** The level the others are compared with; the first unless named. */
  readonly reference?: string;
};

export type Predictor = NumericPredictor | FactorPredictor;

/** A predictor as numbers: its values, or the places of its levels; NaN where missing. */
export type CodedPredictor = { readonly codes: Float64Array } & Pick<Predictor, 'name'>;

/**
 * @param levels `null` for a numeric predictor
 * @throws RangeError on an infinite number or a level that is not among `levels`
 */
export function codesOf(
  name: string,
  levels: readonly string[] | null,
  values: ArrayLike<unknown> | WordColumn,
): Float64Array {
  if ('codes' in values) return codesOfWords(name, levels ?? [], values);
  const codes = new Float64Array(values.length);
  const places = new Map(levels?.map((level, place) => [level, place]));
  for (let i = 0; i < values.length; i += 1) {
    const value = values[i] as number | string | null | undefined;
    if (value === null || value === undefined) {
      codes[i] = Number.NaN;
    } else if (levels === null) {
      codes[i] = finite(name, i, value);
    } else {
      const place = places.get(value as string);
      if (place === undefined) throw new RangeError(`${name}, case ${i}: no level "${value}"`);
      codes[i] = place;
    }
  }
  return codes;
}

/** The places of a column's words among the levels. */
function codesOfWords(
  name: string,
  levels: readonly string[],
  { codes, levels: words }: WordColumn,
): Float64Array {
  const places = words.map((word) => levels.indexOf(word));
  return Float64Array.from(codes, (code, i) => {
    if (code < 0) return Number.NaN;
    const place = places[code] as number;
    if (place < 0) throw new RangeError(`${name}, case ${i}: no level "${words[code]}"`);
    return place;
  });
}

function finite(name: string, i: number, value: number | string): number {
  if (typeof value !== 'number') throw new RangeError(`${name}, case ${i}: no number "${value}"`);
  if (isMissing(value)) return Number.NaN;
  if (!Number.isFinite(value)) throw new RangeError(`${name}, case ${i}: not finite: ${value}`);
  return value;
}
