import { chiSquareTails } from '../distributions/chi-square.ts';
import { fTails } from '../distributions/f.ts';
import { normalTails } from '../distributions/normal.ts';
import { studentTTails } from '../distributions/student-t.ts';
import { requireLevel } from '../level.ts';
import { digitsOf, NEAREST, type Printed, type Rounding, unroundedRange } from './printed.ts';

type Comparison = '=' | '<' | '>';

/** A printed test statistic with its degrees of freedom; of r: pairs less 2. */
export type PrintedTest = { readonly value: Printed; readonly comparison?: Comparison } & (
  | { readonly statistic: 't' | 'r'; readonly df: number; readonly tails?: 1 | 2 }
  | { readonly statistic: 'z'; readonly tails?: 1 | 2 }
  | { readonly statistic: 'chi-square'; readonly df: number }
  | { readonly statistic: 'f'; readonly df1: number; readonly df2: number }
);

/** A printed p; `ns` says only that the test was not significant. */
export type PrintedP =
  | ({ readonly comparison: Comparison } & Printed)
  | { readonly comparison: 'ns' };

export type RecomputedP = {
  /** From the statistic as printed. */
  readonly p: number;
  /** From all statistics that print so. */
  readonly low: number;
  readonly high: number;
  /**
   * `decision-error`: the printed p lies on one side of alpha and every recomputed one on the other;
   * `error`: it does not follow from the statistic, however both were rounded.
   */
  readonly verdict: 'consistent' | 'error' | 'decision-error';
  /** An error that would be none, had the test the other number of tails. */
  readonly fitsOtherTails: boolean;
};

/**
 * Whether a printed p follows from the printed statistic.
 *
 * As statcheck reasons (M. B. Nuijten and others, Behavior Research Methods 48, 2016): the statistic stands
 * for all that round to it, and only when none of them gives the printed p is it called an error. Bounds
 * such as "p < .05" are not rounded. A p printed as exactly alpha claims neither decision.
 * @param test t, r and z are two-tailed unless told otherwise; a one-tailed test is taken to point the way
 * its statistic does
 * @param alpha of the decision, 0.05 unless told otherwise
 * @throws RangeError when p is none, degrees of freedom are not positive, a chi-square or F is below 0, an r
 * beyond 1, or a number is none of its decimals
 */
export function recomputeP(
  test: PrintedTest,
  printed: PrintedP,
  { alpha = 0.05, roundings = NEAREST }: { alpha?: number; roundings?: readonly Rounding[] } = {},
): RecomputedP {
  requireLevel(alpha);
  requireStatistic(test);
  if (printed.comparison !== 'ns' && !(printed.value >= 0 && printed.value <= 1)) {
    throw new RangeError(`not a p: ${printed.value}`);
  }
  const claim = claimOf(printed, { alpha, roundings });
  const tails = 'tails' in test ? (test.tails ?? 2) : 2;
  const range = pRange(test, tails, roundings);
  const verdict = verdictOf(claim, range, alpha);
  const hasTails = test.statistic === 't' || test.statistic === 'r' || test.statistic === 'z';
  const other =
    hasTails && verdict !== 'consistent' && pRange(test, tails === 2 ? 1 : 2, roundings);
  return {
    p: pOf(test, tails, Math.abs(test.value.value)),
    ...range,
    verdict,
    fitsOtherTails: other !== false && verdictOf(claim, other, alpha) === 'consistent',
  };
}

type PRange = { readonly low: number; readonly high: number };

/** What print says of p: where it lies, and whether that is significant (`null`: it does not say). */
type Claim = PRange & { readonly isSignificant: boolean | null };

function claimOf(
  printed: PrintedP,
  { alpha, roundings }: { alpha: number; roundings: readonly Rounding[] },
): Claim {
  if (printed.comparison === 'ns') return { low: alpha, high: 1, isSignificant: false };
  if (printed.comparison === '=') {
    const { low, high } = unroundedRange(printed, roundings);
    return { low, high, isSignificant: high <= alpha ? true : low > alpha ? false : null };
  }
  digitsOf(printed);
  const { value } = printed;
  return printed.comparison === '<'
    ? { low: 0, high: value, isSignificant: value <= alpha ? true : null }
    : { low: value, high: 1, isSignificant: value >= alpha ? false : null };
}

function verdictOf(claim: Claim, { low, high }: PRange, alpha: number): RecomputedP['verdict'] {
  if (low <= claim.high && claim.low <= high) return 'consistent';
  const isOtherDecision =
    (claim.isSignificant === true && low > alpha) ||
    (claim.isSignificant === false && high <= alpha);
  return isOtherDecision ? 'decision-error' : 'error';
}

function pRange(test: PrintedTest, tails: 1 | 2, roundings: readonly Rounding[]): PRange {
  const { comparison = '=', value } = test;
  const { low, high } = unroundedRange({ ...value, value: Math.abs(value.value) }, roundings);
  const size = Math.abs(value.value);
  const least = comparison === '<' ? 0 : comparison === '>' ? size : Math.max(0, low);
  const most = comparison === '<' ? size : comparison === '>' ? Number.POSITIVE_INFINITY : high;
  return { low: pOf(test, tails, most), high: pOf(test, tails, least) };
}

/** @param size of the statistic, sign aside */
function pOf(test: PrintedTest, tails: 1 | 2, size: number): number {
  switch (test.statistic) {
    case 't':
      return tails * studentTTails(size, test.df).upper;
    case 'r': {
      if (size >= 1) return 0;
      return tails * studentTTails(size * Math.sqrt(test.df / (1 - size * size)), test.df).upper;
    }
    case 'z':
      return tails * normalTails(size).upper;
    case 'chi-square':
      return size === Number.POSITIVE_INFINITY ? 0 : chiSquareTails(size, test.df).upper;
    case 'f':
      return size === Number.POSITIVE_INFINITY ? 0 : fTails(size, test).upper;
  }
}

function requireStatistic({ statistic, value: { value } }: PrintedTest): void {
  const isBelowZero = (statistic === 'chi-square' || statistic === 'f') && value < 0;
  const isBeyondOne = statistic === 'r' && Math.abs(value) > 1;
  if (isBelowZero || isBeyondOne) throw new RangeError(`not a value of ${statistic}: ${value}`);
}
