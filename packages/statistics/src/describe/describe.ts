import { varies } from '../pairs.ts';
import { meanOf, presentValues, squaresAround, type Values } from '../values.ts';
import { quantile } from './quantile.ts';
import { shapeAround } from './shape.ts';

/** Location and spread of one variable. A quantity the data do not determine is `null`, never NaN. */
export type Description = {
  /** Values present; every number below is of these. */
  readonly n: number;
  readonly missing: number;
  readonly mean: number | null;
  /** With n - 1 below; `null` for fewer than two values. */
  readonly standardDeviation: number | null;
  /** Of the mean: standard deviation / sqrt(n). */
  readonly standardError: number | null;
  readonly minimum: number | null;
  readonly lowerQuartile: number | null;
  readonly median: number | null;
  readonly upperQuartile: number | null;
  readonly maximum: number | null;
  /** Upper less lower quartile. */
  readonly interquartileRange: number | null;
  /** Type 3, as `psych::describe` (see `shape` for the others); `null` when nothing varies. */
  readonly skewness: number | null;
  /** Excess over the normal distribution, type 3; `null` when nothing varies. */
  readonly kurtosis: number | null;
};

const NOTHING: Omit<Description, 'n' | 'missing'> = {
  mean: null,
  standardDeviation: null,
  standardError: null,
  minimum: null,
  lowerQuartile: null,
  median: null,
  upperQuartile: null,
  maximum: null,
  interquartileRange: null,
  skewness: null,
  kurtosis: null,
};

/**
 * Describes one numeric variable: n, missing, mean, SD, SE, extremes, quartiles (type 7), skewness and
 * kurtosis (type 3).
 * @throws RangeError on an infinite value
 */
export function describe(values: Values): Description {
  const present = presentValues(values);
  const n = present.length;
  const counts = { n, missing: values.length - n };
  if (n === 0) return { ...counts, ...NOTHING };
  const mean = meanOf(present);
  const squares = squaresAround(present, mean);
  const standardDeviation = n < 2 ? null : Math.sqrt(squares / (n - 1));
  const sorted = sortedOf(present);
  const lowerQuartile = quantile(sorted, 0.25);
  const upperQuartile = quantile(sorted, 0.75);
  const form = varies(present) ? shapeAround(present, { mean, squares }) : null;
  return {
    ...counts,
    mean,
    standardDeviation,
    standardError: standardDeviation === null ? null : standardDeviation / Math.sqrt(n),
    minimum: quantile(sorted, 0),
    lowerQuartile,
    median: quantile(sorted, 0.5),
    upperQuartile,
    maximum: quantile(sorted, 1),
    interquartileRange: upperQuartile - lowerQuartile,
    skewness: form?.skewness ?? null,
    kurtosis: form?.kurtosis ?? null,
  };
}

/** More different values than these are not counted but sorted. */
const MOST_COUNTED = 16;

/** As `toSorted`, but that 0 and -0 are one. Answers have few different values: counted, they are in order in a fifth of the time. */
function sortedOf(present: Float64Array): Float64Array {
  const seen = new Float64Array(MOST_COUNTED);
  const counts = new Uint32Array(MOST_COUNTED);
  let size = 0;
  for (let i = 0; i < present.length; i += 1) {
    const value = present[i] as number;
    let place = 0;
    while (place < size && seen[place] !== value) place += 1;
    if (place === size) {
      if (size === MOST_COUNTED) return present.toSorted();
      seen[size] = value;
      size += 1;
    }
    counts[place] = (counts[place] as number) + 1;
  }
  const sorted = new Float64Array(present.length);
  let at = 0;
  for (const value of seen.slice(0, size).sort()) {
    const end = at + (counts[seen.indexOf(value)] as number);
    sorted.fill(value, at, end);
    at = end;
  }
  return sorted;
}
