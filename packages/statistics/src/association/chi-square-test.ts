import { chiSquareTails } from '../distributions/chi-square.ts';
import { type NotEstimable, sumOf } from '../values.ts';
import { type CountMatrix, countMatrix } from './count-matrix.ts';

export type ChiSquareTest =
  | {
      readonly kind: 'estimated';
      readonly chiSquare: number;
      readonly df: number;
      readonly p: number;
      /** Whether Yates' continuity correction was applied (two by two only). */
      readonly isCorrected: boolean;
      readonly expected: ReadonlyArray<readonly number[]>;
      /** (observed - expected) / sqrt(expected). */
      readonly residuals: ReadonlyArray<readonly number[]>;
      /** The same over its standard error: beyond about 2 where a cell stands out. */
      readonly adjustedResiduals: ReadonlyArray<readonly number[]>;
      /** From the uncorrected chi-square, 0 to 1. */
      readonly cramersV: number;
      /** W. Bergsma, Journal of the Korean Statistical Society 42 (2013): without the upward bias. */
      readonly cramersVCorrected: number;
      /** The approximation is doubted below 5. */
      readonly smallestExpected: number;
      readonly n: number;
    }
  | NotEstimable<'fewer-than-two-rows-or-columns' | 'empty-row-or-column'>;

/**
 * Pearson's chi-square test of independence, as `chisq.test`.
 * @param counts rows of cells
 * @param options `yates`: the continuity correction of a table of two by two, off unless asked for
 * @throws RangeError when the rows differ in length or a cell is not a whole number from 0 up
 */
export function chiSquareTest(
  counts: ReadonlyArray<readonly number[]>,
  { yates = false }: { yates?: boolean } = {},
): ChiSquareTest {
  const table = countMatrix(counts);
  const { rowTotals, columnTotals, n } = table;
  const smaller = Math.min(rowTotals.length, columnTotals.length);
  if (smaller < 2) return { kind: 'not-estimable', reason: 'fewer-than-two-rows-or-columns', n };
  if ([...rowTotals, ...columnTotals].includes(0)) {
    return { kind: 'not-estimable', reason: 'empty-row-or-column', n };
  }
  const expected = rowTotals.map((row) => columnTotals.map((column) => (row * column) / n));
  const isCorrected = yates && rowTotals.length === 2 && columnTotals.length === 2;
  const plain = distance(table, expected, 0);
  const chiSquare = isCorrected ? distance(table, expected, correctionOf(table, expected)) : plain;
  const df = (rowTotals.length - 1) * (columnTotals.length - 1);
  const cellwise = (f: (observed: number, mean: number, i: number, j: number) => number) =>
    expected.map((line, i) => line.map((mean, j) => f(counts[i]?.[j] ?? 0, mean, i, j)));
  return {
    kind: 'estimated',
    chiSquare,
    df,
    p: chiSquareTails(chiSquare, df).upper,
    isCorrected,
    expected,
    residuals: cellwise((observed, mean) => (observed - mean) / Math.sqrt(mean)),
    adjustedResiduals: cellwise((observed, mean, i, j) => {
      const share = (1 - (rowTotals[i] ?? 0) / n) * (1 - (columnTotals[j] ?? 0) / n);
      return share === 0 ? 0 : (observed - mean) / Math.sqrt(mean * share);
    }),
    cramersV: Math.sqrt(plain / (n * (smaller - 1))),
    cramersVCorrected: correctedV(plain, table),
    smallestExpected: Math.min(...expected.flat()),
    n,
  };
}

function distance(
  { counts }: CountMatrix,
  expected: ReadonlyArray<readonly number[]>,
  correction: number,
): number {
  return sumOf(
    expected.flatMap((line, i) =>
      line.map((mean, j) => (Math.abs((counts[i]?.[j] ?? 0) - mean) - correction) ** 2 / mean),
    ),
  );
}

/** At most the distance itself, so that it is never overshot. */
function correctionOf({ counts }: CountMatrix, expected: ReadonlyArray<readonly number[]>): number {
  const gaps = expected.flatMap((line, i) =>
    line.map((mean, j) => Math.abs((counts[i]?.[j] ?? 0) - mean)),
  );
  return Math.min(0.5, ...gaps);
}

function correctedV(chiSquare: number, { rowTotals, columnTotals, n }: CountMatrix): number {
  if (n < 2) return 0;
  const rows = rowTotals.length;
  const columns = columnTotals.length;
  const phiSquare = Math.max(0, chiSquare / n - ((rows - 1) * (columns - 1)) / (n - 1));
  const narrowed = (size: number) => size - (size - 1) ** 2 / (n - 1);
  const smaller = Math.min(narrowed(rows), narrowed(columns)) - 1;
  return smaller > 0 ? Math.sqrt(phiSquare / smaller) : 0;
}
