import { type Probability, type Tails, tailOf } from './tails.ts';

/**
 * Probabilities below and above a standard normal deviate.
 *
 * W. J. Cody, "Rational Chebyshev Approximations for the Error Function", Mathematics of
 * Computation 23 (1969), in the arrangement of his Algorithm 715 (ACM TOMS 19, 1993): three
 * intervals, relative accuracy about 1e-15 down to the smallest double (z = 38.4).
 * @throws RangeError when z is NaN
 */
export function normalTails(z: number): Tails {
  if (Number.isNaN(z)) throw new RangeError('not a deviate: NaN');
  if (!Number.isFinite(z)) return z > 0 ? { lower: 1, upper: 0 } : { lower: 0, upper: 1 };
  const size = Math.abs(z);
  if (size <= 0.67448975) {
    const square = size * size;
    const half = (z * polynomial(CENTRE, square)) / polynomial(CENTRE_BELOW, square);
    return { lower: 0.5 + half, upper: 0.5 - half };
  }
  const tail = density(size) * (size <= Math.sqrt(32) ? middle(size) : far(size));
  return z > 0 ? { lower: 1 - tail, upper: tail } : { lower: tail, upper: 1 - tail };
}

function middle(size: number): number {
  return polynomial(MIDDLE, size) / polynomial(MIDDLE_BELOW, size);
}

function far(size: number): number {
  const inverse = 1 / (size * size);
  const correction = (inverse * polynomial(FAR, inverse)) / polynomial(FAR_BELOW, inverse);
  return (ONE_BY_SQRT_TWO_PI - correction) / size;
}

/** exp(-size^2 / 2), split at a sixteenth so that the square keeps its digits. */
function density(size: number): number {
  const coarse = Math.trunc(size * 16) / 16;
  const rest = (size - coarse) * (size + coarse);
  return Math.exp((-coarse * coarse) / 2) * Math.exp(-rest / 2);
}

/** Density of the standard normal distribution. */
export function normalDensity(z: number): number {
  return ONE_BY_SQRT_TWO_PI * density(Math.abs(z));
}

/**
 * The standard normal deviate with probability `p` below it (or `{ upper: p }` above it).
 *
 * M. J. Wichura, "Algorithm AS 241: The Percentage Points of the Normal Distribution", Applied
 * Statistics 37 (1988), procedure PPND16, relative accuracy about 1e-16.
 * @param probability strictly between 0 and 1
 * @throws RangeError otherwise
 */
export function normalQuantile(probability: Probability): number {
  const { side, p } = tailOf(probability);
  const sign = side === 'lower' ? -1 : 1;
  const q = 0.5 - p;
  if (q <= 0.425) {
    const r = 0.180625 - q * q;
    return (sign * q * polynomial(A, r)) / polynomial(B, r);
  }
  const r = Math.sqrt(-Math.log(p));
  const z =
    r <= 5
      ? polynomial(C, r - 1.6) / polynomial(D, r - 1.6)
      : polynomial(E, r - 5) / polynomial(F, r - 5);
  return sign * z;
}

/** Coefficients from the constant term up. */
function polynomial(coefficients: readonly number[], x: number): number {
  let sum = 0;
  for (let i = coefficients.length - 1; i >= 0; i -= 1) sum = sum * x + (coefficients[i] ?? 0);
  return sum;
}

const ONE_BY_SQRT_TWO_PI = 0.3989422804014327;

const CENTRE = [
  18154.98125334356, 1067.6894854603709, 161.02823106855587, 2.2352520354606837,
  0.06568233791820745,
];
const CENTRE_BELOW = [
  45507.78933502673, 10260.932208618979, 976.0985517377767, 47.202581904688245, 1,
];
const MIDDLE = [
  9842.714838383978, 11602.65143764735, 6848.190450536283, 2494.5375852903726, 597.2702763948002,
  93.50665613217785, 8.883149794388377, 0.39894151208813466, 1.0765576773720192e-8,
];
const MIDDLE_BELOW = [
  19685.429676859992, 38912.00328609327, 34900.95272114598, 18615.571640885097, 6485.558298266761,
  1519.3775994075547, 235.387901782625, 22.266688044328117, 1,
];
const FAR = [
  2.9112874951168793e-5, 0.0014216191932278934, 0.022235277870649807, 0.12740116116024736,
  0.215898534057957, 0.023073441764940174,
];
const FAR_BELOW = [
  7.297515550839662e-5, 0.0037823963320275824, 0.06598813786892856, 0.4682382124808651,
  1.284260096144911, 1,
];

const A = [
  3.3871328727963665, 133.14166789178438, 1971.5909503065513, 13731.69376550946, 45921.95393154987,
  67265.7709270087, 33430.57558358813, 2509.0809287301227,
];
const B = [
  1, 42.31333070160091, 687.1870074920579, 5394.196021424751, 21213.794301586597, 39307.89580009271,
  28729.085735721943, 5226.495278852854,
];
const C = [
  1.4234371107496835, 4.630337846156546, 5.769497221460691, 3.6478483247632045, 1.2704582524523684,
  0.2417807251774506, 0.022723844989269184, 0.0007745450142783414,
];
const D = [
  1, 2.053191626637759, 1.6763848301838038, 0.6897673349851, 0.14810397642748008,
  0.015198666563616457, 0.0005475938084995345, 1.0507500716444169e-9,
];
const E = [
  6.657904643501103, 5.463784911164114, 1.7848265399172913, 0.29656057182850487,
  0.026532189526576124, 0.0012426609473880784, 2.7115555687434876e-5, 2.0103343992922881e-7,
];
const F = [
  1, 0.599832206555888, 0.1369298809227358, 0.014875361290850615, 0.0007868691311456133,
  1.8463183175100548e-5, 1.421511758316446e-7, 2.0442631033899397e-15,
];
