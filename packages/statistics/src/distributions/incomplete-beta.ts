import { binomialTerm } from './binomial-term.ts';

/** Both tails of the regularised incomplete beta function; the smaller one keeps its full precision. */
export type Tails = { readonly lower: number; readonly upper: number };

/**
 * Regularised incomplete beta function I_x(a, b) and its complement.
 *
 * Continued fraction DLMF 8.17.22 by the modified Lentz method, its leading factor through Loader's
 * saddle-point form, which keeps its digits for large shapes where logarithms of gamma cancel.
 * @param x between 0 and 1
 * @param y 1 - x, given apart so that neither end loses digits
 * @param shape a and b, both positive
 * @throws RangeError outside these, or when the fraction does not settle
 */
export function incompleteBeta(
  { x, y }: { x: number; y: number },
  { a, b }: { a: number; b: number },
): Tails {
  if (!(a > 0 && b > 0)) throw new RangeError(`shapes must be positive: ${a}, ${b}`);
  if (!(x >= 0 && y >= 0 && Math.abs(x + y - 1) < 1e-12)) {
    throw new RangeError(`not a point between 0 and 1: ${x}, ${y}`);
  }
  if (x === 0) return { lower: 0, upper: 1 };
  if (y === 0) return { lower: 1, upper: 0 };
  if (x > (a + 1) / (a + b + 2)) {
    const upper = lowerTail({ x: y, y: x }, { a: b, b: a });
    return { lower: 1 - upper, upper };
  }
  const lower = lowerTail({ x, y }, { a, b });
  return { lower, upper: 1 - lower };
}

const SETTLED = 1e-16;
const STEPS = 1_000_000;
const TINY = 1e-300;

function lowerTail({ x, y }: { x: number; y: number }, { a, b }: { a: number; b: number }): number {
  // x^a y^b / (a B(a, b)), written through the binomial term of a "successes" in a + b.
  const leading = (binomialTerm({ successes: a, failures: b }, { p: x, q: y }) * b) / (a + b);
  let c = 1;
  let d = 1 / notZero(1 - ((a + b) * x) / (a + 1));
  let fraction = d;
  for (let m = 1; m < STEPS; m += 1) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / notZero(1 + even * d);
    c = notZero(1 + even / c);
    fraction *= d * c;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / notZero(1 + odd * d);
    c = notZero(1 + odd / c);
    const step = d * c;
    fraction *= step;
    if (Math.abs(step - 1) <= SETTLED) return leading * fraction;
  }
  throw new RangeError(`incomplete beta does not settle at x=${x}, a=${a}, b=${b}`);
}

const notZero = (value: number) => (Math.abs(value) < TINY ? TINY : value);
