import { binomialTerm } from './saddle-point.ts';
import type { Tails } from './tails.ts';

/**
 * Regularised incomplete beta function I_x(a, b) and its complement.
 *
 * The continued fraction of A. R. DiDonato and A. H. Morris, "Algorithm 708", ACM TOMS 18 (1992),
 * section 3 (the even part of DLMF 8.17.22, which subtracts nearly equal numbers for large shapes), by
 * the modified Lentz method; its leading factor in Loader's saddle-point form, which keeps its digits
 * where logarithms of gamma cancel.
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

const SETTLED = Number.EPSILON;
const STEPS = 1_000_000;
const TINY = 1e-300;

function lowerTail({ x, y }: { x: number; y: number }, { a, b }: { a: number; b: number }): number {
  // x^a y^b / B(a, b), written through the binomial term of a "successes" in a + b.
  const leading = (binomialTerm({ successes: a, failures: b }, { p: x, q: y }) * a * b) / (a + b);
  // a - (a + b) x, from the shape that is smaller: its rounding would be multiplied by the larger.
  const distance = b < a ? (a + b) * y - b : a - (a + b) * x;
  let bottom = (a / (a + 1)) * (distance + 1);
  let c = Number.POSITIVE_INFINITY;
  let d = 1 / notZero(bottom);
  let fraction = d;
  for (let n = 1; n < STEPS; n += 1) {
    const odd = a + 2 * n - 1;
    const top = ((a + n - 1) * (a + b + n - 1) * n * (b - n) * x * x) / (odd * odd);
    bottom = n + (n * (b - n) * x) / odd + ((a + n) / (odd + 2)) * (distance + 1 + n * (1 + y));
    d = 1 / notZero(bottom + top * d);
    c = notZero(bottom + top / c);
    const step = c * d;
    fraction *= step;
    if (Math.abs(step - 1) <= SETTLED) return leading * fraction;
  }
  throw new RangeError(`incomplete beta does not settle at x=${x}, a=${a}, b=${b}`);
}

const notZero = (value: number) => (Math.abs(value) < TINY ? TINY : value);
