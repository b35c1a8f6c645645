import { presentValues, squaresAround, sumOf, type Values } from '../values.ts';
import { quantile } from './quantile.ts';

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
};

/**
 * Describes one numeric variable: n, missing, mean, SD, SE, extremes, quartiles (type 7).
 * @throws RangeError on an infinite value
 */
export function describe(values: Values): Description {
  const present = presentValues(values);
  const n = present.length;
  const counts = { n, missing: values.length - n };
  if (n === 0) return { ...counts, ...NOTHING };
  const mean = meanOf(present);
  const standardDeviation = n < 2 ? null : Math.sqrt(squaresAround(present, mean) / (n - 1));
  const sorted = present.toSorted();
  return {
    ...counts,
    mean,
    standardDeviation,
    standardError: standardDeviation === null ? null : standardDeviation / Math.sqrt(n),
    minimum: quantile(sorted, 0),
    lowerQuartile: quantile(sorted, 0.25),
    median: quantile(sorted, 0.5),
    upperQuartile: quantile(sorted, 0.75),
    maximum: quantile(sorted, 1),
  };
}

/** Mean in two passes, so that a large common offset costs no digits. */
function meanOf(present: Float64Array): number {
  const n = present.length;
  const first = sumOf(present) / n;
  return first + sumOf(present.map((value) => value - first)) / n;
}
