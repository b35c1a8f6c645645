/** A number as it stands in print: `{ value: 3.4, decimals: 2 }` is 3.40. */
export type Printed = { readonly value: number; readonly decimals: number };

/**
 * How a number came to its last printed digit; signs are treated alike.
 * - `half-up`, `half-down`: to the nearest, a tie away from zero or towards it
 * - `half-even`: to the nearest, a tie to the even digit (IEEE 754, the `round` of R and Python)
 * - `up`, `down`: away from zero, towards it
 * - `twice`: half up from what was already rounded half up to one decimal more (2.449 -> 2.45 -> 2.5)
 */
export type Rounding = 'half-up' | 'half-down' | 'half-even' | 'up' | 'down' | 'twice';

/** What is believed unless told otherwise: to the nearest, and nobody knows which way a tie went. */
export const NEAREST: readonly Rounding[] = ['half-up', 'half-down'];

/** Where the number lay before it was rounded. */
export type UnroundedRange = {
  readonly low: number;
  readonly high: number;
  /** Whether the end itself may have been the number. */
  readonly includesLow: boolean;
  readonly includesHigh: boolean;
};

/** The same in whole steps of 1 / `scale`, so that nothing is lost to binary fractions. */
export type ExactRange = UnroundedRange & { readonly scale: number };

/** Steps in one unit of the last printed digit: ends lie at halves, and at twentieths where it was rounded twice. */
const STEPS = 20;
const MOST_DECIMALS = 12;

/**
 * All numbers that print as the given one, by any of the roundings.
 * @param roundings one at least
 * @throws RangeError when the value has more decimals than it says, or too many digits to be exact
 */
export function unroundedRange(
  printed: Printed,
  roundings: readonly Rounding[] = NEAREST,
): UnroundedRange {
  const { low, high, scale, ...ends } = exactRange(printed, roundings);
  return { low: low / scale, high: high / scale, ...ends };
}

export function exactRange(printed: Printed, roundings: readonly Rounding[]): ExactRange {
  if (roundings.length === 0) throw new RangeError('no rounding given');
  const digits = digitsOf(printed);
  const ranges = roundings.map((rounding) => aroundDigits(Math.abs(digits), rounding));
  const range = ranges.reduce(united);
  const turned = digits < 0 ? mirrored(range) : range;
  const middle = digits * STEPS;
  return {
    ...turned,
    low: middle + turned.low,
    high: middle + turned.high,
    scale: STEPS * 10 ** printed.decimals,
  };
}

/** The printed number without its decimal point. */
export function digitsOf({ value, decimals }: Printed): number {
  if (!(Number.isInteger(decimals) && decimals >= 0 && decimals <= MOST_DECIMALS)) {
    throw new RangeError(`not a number of decimals: ${decimals}`);
  }
  const exact = value * 10 ** decimals;
  const digits = Math.round(exact);
  if (!Number.isSafeInteger(digits * STEPS)) throw new RangeError(`too many digits: ${value}`);
  // 0.05 + 0.01 still is 0.06.
  if (Math.abs(exact - digits) > 1e-6) {
    throw new RangeError(`${value} has more than ${decimals} decimals`);
  }
  return digits;
}

/** In steps from `digits`, which is not negative. */
function aroundDigits(digits: number, rounding: Rounding): UnroundedRange {
  const isZero = digits === 0;
  switch (rounding) {
    case 'half-up':
      return range(-10, 10, { includesLow: !isZero, includesHigh: false });
    case 'half-down':
      return range(-10, 10, { includesLow: isZero, includesHigh: true });
    case 'half-even': {
      const isEven = digits % 2 === 0;
      return range(-10, 10, { includesLow: isEven, includesHigh: isEven });
    }
    case 'up':
      return range(isZero ? 0 : -20, 0, { includesLow: isZero, includesHigh: true });
    case 'down':
      return range(isZero ? -20 : 0, 20, { includesLow: !isZero, includesHigh: false });
    case 'twice':
      return range(isZero ? -9 : -11, 9, { includesLow: !isZero, includesHigh: false });
  }
}

function range(
  low: number,
  high: number,
  ends: Pick<UnroundedRange, 'includesLow' | 'includesHigh'>,
): UnroundedRange {
  return { low, high, ...ends };
}

/** Every rounding's range reaches the printed number or ends at it, so that two of them have no gap between. */
function united(one: UnroundedRange, other: UnroundedRange): UnroundedRange {
  const low = Math.min(one.low, other.low);
  const high = Math.max(one.high, other.high);
  const reaches = (end: 'low' | 'high', includes: 'includesLow' | 'includesHigh', at: number) =>
    [one, other].some((each) => each[end] === at && each[includes]);
  return {
    low,
    high,
    includesLow: reaches('low', 'includesLow', low),
    includesHigh: reaches('high', 'includesHigh', high),
  };
}

function mirrored({ low, high, includesLow, includesHigh }: UnroundedRange): UnroundedRange {
  return { low: -high, high: -low, includesLow: includesHigh, includesHigh: includesLow };
}
