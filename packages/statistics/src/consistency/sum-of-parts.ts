import {
  exactRange,
  NEAREST,
  type Printed,
  type Rounding,
  type UnroundedRange,
} from './printed.ts';

/** Whether parts can add up to the total that is printed with them. */
export type SumOfParts = {
  readonly isPossible: boolean;
  /** The printed parts added up. */
  readonly sum: number;
  /** The printed total less that sum. */
  readonly difference: number;
  /** Where the true sum lies, every part having been rounded on its own. */
  readonly range: UnroundedRange;
};

/**
 * Sums that were rounded part by part need not add up to their rounded total; this says whether they can.
 * @param parts a plain number is exact, such as a count; a printed one was rounded
 * @param total likewise
 * @throws RangeError when a plain number is not whole, or a printed one is no number of its decimals
 */
export function sumOfParts(
  parts: readonly (Printed | number)[],
  total: Printed | number,
  roundings: readonly Rounding[] = NEAREST,
): SumOfParts {
  const ranges = [...parts, total].map((part) => stretchOf(part, roundings));
  // All are 20 x 10^decimals, or 1.
  const scale = ranges.map((range) => range.scale).reduce(larger);
  const whole = ranges.pop() as Stretch;
  const printed = [...parts, total].map(exactValue);
  const decimals = Math.max(...printed.map((value) => value.decimals));
  const digits = printed.map((value) => value.digits * 10n ** BigInt(decimals - value.decimals));
  const totalDigits = digits.pop() as bigint;
  const sum = digits.reduce((before, value) => before + value, 0n);
  const at = (range: Stretch, end: 'low' | 'high') => range[end] * (scale / range.scale);
  const low = ranges.reduce((before, range) => before + at(range, 'low'), 0n);
  const high = ranges.reduce((before, range) => before + at(range, 'high'), 0n);
  const includesLow = ranges.every((range) => range.includesLow);
  const includesHigh = ranges.every((range) => range.includesHigh);
  const [wholeLow, wholeHigh] = [at(whole, 'low'), at(whole, 'high')];
  return {
    isPossible:
      (low < wholeHigh || (low === wholeHigh && includesLow && whole.includesHigh)) &&
      (wholeLow < high || (wholeLow === high && whole.includesLow && includesHigh)),
    sum: Number(sum) / 10 ** decimals,
    difference: Number(totalDigits - sum) / 10 ** decimals,
    range: {
      low: Number(low) / Number(scale),
      high: Number(high) / Number(scale),
      includesLow,
      includesHigh,
    },
  };
}

/** In big integers: a table of sums of money passes what doubles add exactly. */
type Stretch = {
  readonly low: bigint;
  readonly high: bigint;
  readonly scale: bigint;
  readonly includesLow: boolean;
  readonly includesHigh: boolean;
};

function larger(one: bigint, other: bigint): bigint {
  return one > other ? one : other;
}

function stretchOf(part: Printed | number, roundings: readonly Rounding[]): Stretch {
  if (typeof part === 'number') {
    const value = exactValue(part).digits;
    return { low: value, high: value, scale: 1n, includesLow: true, includesHigh: true };
  }
  const { low, high, scale, includesLow, includesHigh } = exactRange(part, roundings);
  return { low: BigInt(low), high: BigInt(high), scale: BigInt(scale), includesLow, includesHigh };
}

function exactValue(part: Printed | number): { digits: bigint; decimals: number } {
  if (typeof part === 'number') {
    if (!Number.isSafeInteger(part)) throw new RangeError(`not a whole number: ${part}`);
    return { digits: BigInt(part), decimals: 0 };
  }
  return { digits: BigInt(Math.round(part.value * 10 ** part.decimals)), decimals: part.decimals };
}
