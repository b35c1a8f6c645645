import { chiSquareTails } from '../distributions/chi-square.ts';
import { type NotEstimable, sumOf } from '../values.ts';
import { countMatrix } from './count-matrix.ts';

export type GoodnessOfFit =
  | {
      readonly kind: 'estimated';
      readonly chiSquare: number;
      readonly df: number;
      readonly p: number;
      readonly expected: readonly number[];
      readonly n: number;
    }
  | NotEstimable<'fewer-than-two-categories' | 'no-cases'>;

/**
 * Pearson's chi-square test of counts against given shares, as `chisq.test(x, p = )`.
 * @param shares of the categories, positive, adding up to 1; equal ones unless told otherwise
 * @throws RangeError when a count is none, or the shares do not fit
 */
export function goodnessOfFit(
  counts: readonly number[],
  shares: readonly number[] = counts.map(() => 1 / counts.length),
): GoodnessOfFit {
  const { n } = countMatrix([counts]);
  const isShare = shares.length === counts.length && shares.every((share) => share > 0);
  if (!isShare || Math.abs(sumOf(shares) - 1) > 1e-8) {
    throw new RangeError(`not shares that add up to 1: ${shares.join(', ')}`);
  }
  if (counts.length < 2) return { kind: 'not-estimable', reason: 'fewer-than-two-categories', n };
  if (n === 0) return { kind: 'not-estimable', reason: 'no-cases', n };
  const expected = shares.map((share) => share * n);
  const chiSquare = sumOf(expected.map((mean, i) => ((counts[i] ?? 0) - mean) ** 2 / mean));
  const df = counts.length - 1;
  return { kind: 'estimated', chiSquare, df, p: chiSquareTails(chiSquare, df).upper, expected, n };
}
