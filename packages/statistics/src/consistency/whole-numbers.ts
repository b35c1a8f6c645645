import type { ExactRange } from './printed.ts';

/** Whole numbers from `from` to `to`, both included. */
export type WholeNumbers = { readonly from: number; readonly to: number };

/**
 * The whole numbers T for which `factor` x T / `base` lies in a range; `null` when there is none.
 * @param base a positive whole number
 * @param factor 1 for a mean, 100 for a percentage
 * @throws RangeError when the numbers are too large for exact arithmetic
 */
export function wholeNumbersIn(
  range: ExactRange,
  { base, factor, within }: { base: number; factor: number; within: WholeNumbers | null },
): WholeNumbers | null {
  const divisor = range.scale * factor;
  const first = ceiling(range.low * base, divisor);
  const last = floor(range.high * base, divisor);
  const isAtLow = !range.includesLow && first * divisor === range.low * base;
  const isAtHigh = !range.includesHigh && last * divisor === range.high * base;
  const from = Math.max(isAtLow ? first + 1 : first, within?.from ?? Number.NEGATIVE_INFINITY);
  const to = Math.min(isAtHigh ? last - 1 : last, within?.to ?? Number.POSITIVE_INFINITY);
  return from <= to ? { from, to } : null;
}

/** Of whole numbers, exactly: the quotient of two doubles may round up to the next whole number. */
function floor(dividend: number, divisor: number): number {
  if (!Number.isSafeInteger(dividend)) {
    throw new RangeError('too large a base for so many digits');
  }
  const rest = dividend % divisor;
  // Never minus zero.
  return (dividend - rest) / divisor - (rest < 0 ? 1 : 0) + 0;
}

function ceiling(dividend: number, divisor: number): number {
  return -floor(-dividend, divisor) + 0;
}

/** @throws RangeError unless it is a positive whole number */
export function requireCount(count: number, what: string): void {
  if (!(Number.isSafeInteger(count) && count > 0)) {
    throw new RangeError(`not a number of ${what}: ${count}`);
  }
}
