/** Powers of ten that a double holds exactly. */
const POWERS = Array.from({ length: 23 }, (_, exponent) => 10 ** exponent);

const MINUS = 45;
const POINT = 46;
const ZERO = 48;

/** One object for all calls: a million rows make no garbage. */
const found = { value: 0, end: 0, isNumber: false };

/**
 * A plain decimal number (`-12`, `0.75`) written in ASCII at this place, the nearest double to it: digits and power of
 * ten are both held exactly, so one division rounds once (W. D. Clinger, "How to read floating point numbers
 * accurately", 1990). What is longer or written otherwise is not taken for one; the caller reads it as text.
 * @returns the same object each time: read it before the next call
 */
export function parseNumber(bytes: Uint8Array, start: number): Readonly<typeof found> {
  let at = start;
  const isNegative = bytes[at] === MINUS;
  if (isNegative) at += 1;
  let value = 0;
  let digits = 0;
  let decimals = -1;
  for (; at < bytes.length; at += 1) {
    const byte = bytes[at] as number;
    if (byte >= ZERO && byte <= ZERO + 9) {
      value = value * 10 + (byte - ZERO);
      digits += 1;
      if (decimals >= 0) decimals += 1;
    } else if (byte === POINT && decimals < 0) decimals = 0;
    else break;
  }
  found.end = at;
  found.isNumber = digits > 0 && digits <= 15 && decimals !== 0;
  if (decimals > 0 && found.isNumber) value /= POWERS[decimals] as number;
  found.value = isNegative ? -value : value;
  return found;
}
