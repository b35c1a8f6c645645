const POINTS = 20;

/** Abscissae and weights on -1 to 1, by Newton's method on the Legendre polynomial (DLMF 3.5.15). */
const NODES = Array.from({ length: POINTS }, (_, i) => {
  let x = Math.cos((Math.PI * (i + 0.75)) / (POINTS + 0.5));
  let slope = 1;
  for (let step = 0; step < 20; step += 1) {
    let before = 1;
    let value = x;
    for (let n = 2; n <= POINTS; n += 1) {
      [before, value] = [value, ((2 * n - 1) * x * value - (n - 1) * before) / n];
    }
    slope = (POINTS * (x * value - before)) / (x * x - 1);
    x -= value / slope;
  }
  return { x, weight: 2 / ((1 - x * x) * slope * slope) };
});

/** Integral of a smooth function by Gauss and Legendre's rule of twenty points. */
export function integral(f: (x: number) => number, from: number, to: number): number {
  const middle = (from + to) / 2;
  const half = (to - from) / 2;
  return half * NODES.reduce((sum, { x, weight }) => sum + weight * f(middle + half * x), 0);
}
