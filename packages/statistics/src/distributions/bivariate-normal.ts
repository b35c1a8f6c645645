import { integral } from './gauss-legendre.ts';
import { normalTails } from './normal.ts';

/**
 * Probability that two standard normal variables with correlation rho both lie below their bounds.
 *
 * R. L. Plackett's identity (Biometrika 41, 1954): the product of the two margins and the integral of the
 * density over the correlation from 0 to rho, with the sine of an angle for the correlation. Panels end
 * where the cosine halves, since the density narrows there. Absolute error about 1e-15.
 * @param x any number, the infinities included; so y
 * @param rho strictly between -1 and 1
 * @throws RangeError outside these
 */
export function bivariateNormalLower(x: number, y: number, rho: number): number {
  requireCorrelation(x, y, rho);
  if (x === Number.NEGATIVE_INFINITY || y === Number.NEGATIVE_INFINITY) return 0;
  const [left, right] = [normalTails(x).lower, normalTails(y).lower];
  if (!Number.isFinite(x) || !Number.isFinite(y)) return left * right;
  const whole = Math.asin(Math.abs(rho));
  const sign = Math.sign(rho);
  const densityAt = (angle: number) => {
    const cosine = Math.cos(angle);
    const distance = x * x + y * y - 2 * x * y * sign * Math.sin(angle);
    return Math.exp(-distance / (2 * cosine * cosine));
  };
  let sum = 0;
  for (let from = 0, cosine = 0.5; from < whole; cosine /= 2) {
    const to = Math.min(whole, Math.acos(cosine));
    sum += integral(densityAt, from, to);
    from = to;
  }
  return Math.min(1, Math.max(0, left * right + (sign * sum) / (2 * Math.PI)));
}

/** Density of two standard normal variables with correlation rho; 0 at the infinities. */
export function bivariateNormalDensity(x: number, y: number, rho: number): number {
  requireCorrelation(x, y, rho);
  if (!Number.isFinite(x) || !Number.isFinite(y)) return 0;
  const rest = (1 - rho) * (1 + rho);
  const distance = (x * x - 2 * rho * x * y + y * y) / rest;
  return Math.exp(-distance / 2) / (2 * Math.PI * Math.sqrt(rest));
}

function requireCorrelation(x: number, y: number, rho: number): void {
  if (Number.isNaN(x) || Number.isNaN(y)) throw new RangeError(`not bounds: ${x}, ${y}`);
  if (!(rho > -1 && rho < 1)) throw new RangeError(`not a correlation between -1 and 1: ${rho}`);
}
