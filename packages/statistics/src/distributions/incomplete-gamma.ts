import { poissonTerm } from './saddle-point.ts';
import type { Tails } from './tails.ts';

/**
 * Regularised incomplete gamma functions P(shape, x) and Q(shape, x).
 *
 * Series DLMF 8.11.4 below, continued fraction DLMF 8.9.2 by the modified Lentz method above; the
 * leading factor in Loader's form keeps its digits for large shapes.
 * @param x from 0 up
 * @param shape positive
 * @throws RangeError outside these, or when neither settles
 */
export function incompleteGamma(x: number, shape: number): Tails {
  if (!(shape > 0 && Number.isFinite(shape))) throw new RangeError(`not a shape: ${shape}`);
  if (!(x >= 0)) throw new RangeError(`not a number from 0 up: ${x}`);
  if (x === 0) return { lower: 0, upper: 1 };
  if (x === Number.POSITIVE_INFINITY) return { lower: 1, upper: 0 };
  const leading = poissonTerm(shape, x);
  if (x < shape + 1) {
    const lower = leading * series(x, shape);
    return { lower, upper: 1 - lower };
  }
  const upper = leading * shape * fraction(x, shape);
  return { lower: 1 - upper, upper };
}

const STEPS = 1_000_000;
const SETTLED = Number.EPSILON;

/** Sum of x^k / ((shape + 1) ... (shape + k)). */
function series(x: number, shape: number): number {
  let sum = 1;
  let term = 1;
  for (let k = 1; k < STEPS; k += 1) {
    term *= x / (shape + k);
    sum += term;
    if (term <= SETTLED * sum) return sum;
  }
  throw new RangeError(`incomplete gamma does not settle at x=${x}, shape=${shape}`);
}

function fraction(x: number, shape: number): number {
  let b = x + 1 - shape;
  let c = Number.POSITIVE_INFINITY;
  let d = 1 / b;
  let value = d;
  for (let k = 1; k < STEPS; k += 1) {
    const a = k * (shape - k);
    b += 2;
    d = 1 / (b + a * d);
    c = b + a / c;
    const step = c * d;
    value *= step;
    if (Math.abs(step - 1) <= SETTLED) return value;
  }
  throw new RangeError(`incomplete gamma does not settle at x=${x}, shape=${shape}`);
}
