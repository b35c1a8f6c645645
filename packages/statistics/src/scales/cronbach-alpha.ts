import { isMissing, type NotEstimable, squaresAround, sumOf, type Values } from '../values.ts';

/** Internal consistency of a scale. */
export type CronbachAlpha =
  | {
      readonly kind: 'estimated';
      /** From variances and covariances. */
      readonly raw: number;
      /** From correlations; `null` when an item does not vary. */
      readonly standardised: number | null;
      /** Mean of the correlations between items; `null` when an item does not vary. */
      readonly averageCorrelation: number | null;
      readonly items: number;
      /** Cases with every item answered: what all of this is computed from. */
      readonly n: number;
      /** Cases left out because an item is missing. */
      readonly missing: number;
    }
  | NotEstimable<'fewer-than-two-items' | 'fewer-than-two-complete-cases' | 'total-does-not-vary'>;

/**
 * Cronbach's alpha over the cases that answered every item (listwise).
 *
 * Raw: k / (k - 1) x (1 - sum of item variances / variance of the total), L. J. Cronbach,
 * Psychometrika 16 (1951). Standardised: k r / (1 + (k - 1) r) with r the mean correlation between
 * items. Items must already point the same way.
 * @param items one array an item, all of the same length, a case at the same place in each
 * @throws RangeError when the lengths differ
 */
export function cronbachAlpha(items: readonly Values[]): CronbachAlpha {
  const cases = items[0]?.length ?? 0;
  if (items.some((item) => item.length !== cases)) throw new RangeError('items differ in length');
  const complete = completeCases(items, cases);
  const k = items.length;
  const n = complete.length;
  if (k < 2) return { kind: 'not-estimable', reason: 'fewer-than-two-items', n };
  if (n < 2) return { kind: 'not-estimable', reason: 'fewer-than-two-complete-cases', n };
  const columns = items.map((item) => Float64Array.from(complete, (i) => item[i] as number));
  const totals = Float64Array.from(complete, (_, i) => sumOf(columns.map((c) => c[i] ?? 0)));
  const variances = columns.map(variance);
  const total = variance(totals);
  if (total === 0) return { kind: 'not-estimable', reason: 'total-does-not-vary', n };
  const averageCorrelation = averageOfCorrelations(columns, variances);
  return {
    kind: 'estimated',
    raw: (k / (k - 1)) * (1 - sumOf(variances) / total),
    standardised:
      averageCorrelation === null
        ? null
        : (k * averageCorrelation) / (1 + (k - 1) * averageCorrelation),
    averageCorrelation,
    items: k,
    n,
    missing: cases - n,
  };
}

function completeCases(items: readonly Values[], cases: number): number[] {
  return Array.from({ length: cases }, (_, i) => i).filter((i) =>
    items.every((item) => !isMissing(item[i])),
  );
}

function variance(values: Float64Array): number {
  // Exactly 0 for a constant, whatever the rounding of its mean.
  if (values.every((value) => value === values[0])) return 0;
  return squaresAround(values, sumOf(values) / values.length) / (values.length - 1);
}

/**
 * The correlations need not be computed one by one: the variance of the sum of k standardised
 * items is k + k (k - 1) r.
 */
function averageOfCorrelations(
  columns: readonly Float64Array[],
  variances: readonly number[],
): number | null {
  if (variances.some((v) => v === 0)) return null;
  const k = columns.length;
  const n = columns[0]?.length ?? 0;
  const scales = variances.map(Math.sqrt);
  const means = columns.map((column) => sumOf(column) / n);
  const sums = Float64Array.from({ length: n }, (_, i) =>
    sumOf(columns.map((c, j) => ((c[i] ?? 0) - (means[j] ?? 0)) / (scales[j] ?? 1))),
  );
  return (variance(sums) - k) / (k * (k - 1));
}
