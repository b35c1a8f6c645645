const STEPS = 200;

/**
 * The place where an increasing continuous function passes zero.
 *
 * Walks outward from `start` until the sign changes, then Brent's combination of bisection,
 * secant and inverse quadratic steps (R. P. Brent, Algorithms for Minimization without
 * Derivatives, 1973, chapter 4) down to neighbouring doubles.
 * @throws RangeError when no change of sign is found
 */
export function increasingRoot(f: (x: number) => number, start: number): number {
  const [low, high] = bracket(f, start);
  return brent(f, low, high);
}

function bracket(f: (x: number) => number, start: number): [low: number, high: number] {
  let step = 0.1 * Math.max(1, Math.abs(start));
  const isBelow = f(start) < 0;
  let near = start;
  for (let i = 0; i < STEPS; i += 1) {
    const far = isBelow ? near + step : near - step;
    const value = f(far);
    if (isBelow ? value >= 0 : value <= 0) return isBelow ? [near, far] : [far, near];
    near = far;
    step *= 2;
  }
  throw new RangeError('no change of sign found');
}

function brent(f: (x: number) => number, low: number, high: number): number {
  let a = low;
  let b = high;
  let fa = f(a);
  let fb = f(b);
  let c = a;
  let fc = fa;
  let previous = b - a;
  let last = previous;
  for (let i = 0; i < STEPS; i += 1) {
    if (fb > 0 === fc > 0) {
      c = a;
      fc = fa;
      last = b - a;
      previous = last;
    }
    if (Math.abs(fc) < Math.abs(fb)) {
      [a, b, c] = [b, c, b];
      [fa, fb, fc] = [fb, fc, fb];
    }
    const tolerance = 2 * Number.EPSILON * Math.abs(b) + Number.MIN_VALUE;
    const middle = (c - b) / 2;
    if (Math.abs(middle) <= tolerance || fb === 0) return b;
    if (Math.abs(previous) >= tolerance && Math.abs(fa) > Math.abs(fb)) {
      const step = interpolation({ a, b, c, fa, fb, fc });
      const isSafe =
        step * middle > 0 &&
        Math.abs(step) < Math.min(1.5 * Math.abs(middle), Math.abs(previous / 2));
      if (isSafe) {
        previous = last;
        last = step;
      } else {
        last = middle;
        previous = middle;
      }
    } else {
      last = middle;
      previous = middle;
    }
    a = b;
    fa = fb;
    b += Math.abs(last) > tolerance ? last : Math.sign(middle) * tolerance;
    fb = f(b);
  }
  return b;
}

function interpolation(at: Record<'a' | 'b' | 'c' | 'fa' | 'fb' | 'fc', number>): number {
  const { a, b, c, fa, fb, fc } = at;
  const s = fb / fa;
  if (a === c) return ((c - b) * s) / (s - 1);
  const q = fa / fc;
  const r = fb / fc;
  const p = s * ((c - b) * q * (q - r) - (b - a) * (r - 1));
  return -p / ((q - 1) * (r - 1) * (s - 1));
}
