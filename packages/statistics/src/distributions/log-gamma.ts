const HALF_LOG_TWO_PI = 0.9189385332046728;

/**
 * Natural logarithm of the gamma function for positive arguments.
 *
 * Stirling's series (DLMF 5.11.1) from 16 up; below, carried there by the recurrence
 * Gamma(x) = Gamma(x + 1) / x.
 * @throws RangeError when x is not positive and finite
 */
export function logGamma(x: number): number {
  if (!(x > 0 && Number.isFinite(x))) throw new RangeError(`not a positive number: ${x}`);
  let product = 1;
  let shifted = x;
  while (shifted < 16) {
    product *= shifted;
    shifted += 1;
  }
  const square = 1 / (shifted * shifted);
  const series =
    (1 / 12 -
      square *
        (1 / 360 -
          square *
            (1 / 1260 - square * (1 / 1680 - square * (1 / 1188 - (square * 691) / 360360))))) /
    shifted;
  return (
    (shifted - 0.5) * Math.log(shifted) - shifted + HALF_LOG_TWO_PI + series - Math.log(product)
  );
}
