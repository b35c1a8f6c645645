import { increasingRoot } from '../distributions/root.ts';
import type { Tails } from '../distributions/tails.ts';

const SETTLED = 1e-12;
const FINEST = 1 / 1024;

/**
 * Probabilities that a sum of squared independent standard normal deviates, each times its factor, lies below
 * and above 0. Each tail keeps its digits.
 *
 * The moment generating function is inverted along the line parallel to the imaginary axis through the
 * saddle point, where nothing cancels (S. O. Rice, SIAM Journal on Scientific and Statistical Computing 1,
 * 1980), by the trapezoidal rule over a hyperbolic sine.
 * @param factors finite; at least one is not 0
 */
export function quadraticFormTails(factors: readonly number[]): Tails {
  return {
    lower: massAbove(factors.map((factor) => -factor)),
    upper: massAbove(factors),
  };
}

function massAbove(factors: readonly number[]): number {
  const largest = Math.max(...factors);
  if (largest <= 0) return 0;
  const saddle = saddleBelow(1 / (2 * largest), factors);
  const width = 1 / Math.sqrt(curvature(factors, saddle));
  let before = Number.NaN;
  for (let step = 0.25; step >= FINEST; step /= 2) {
    const sum = alongTheLine(factors, { saddle, width, step });
    if (Math.abs(sum - before) <= SETTLED * sum) return Math.min(1, sum);
    before = sum;
  }
  return Math.min(1, before);
}

/** Where the logarithm of the integrand is lowest on the real axis, between 0 and the first pole. */
function saddleBelow(pole: number, factors: readonly number[]): number {
  const at = (t: number) => pole / (1 + Math.exp(-t));
  const slope = (s: number) =>
    factors.reduce((sum, factor) => sum + factor / (1 - 2 * factor * s), 0) - 1 / s;
  // Multiplied by what goes to 0 at the ends, so that it stays finite there.
  return at(increasingRoot((t) => slope(at(t)) * at(t) * (1 - at(t) / pole), 0));
}

function curvature(factors: readonly number[], s: number): number {
  return factors.reduce(
    (sum, factor) => sum + 2 * (factor / (1 - 2 * factor * s)) ** 2,
    1 / s ** 2,
  );
}

function alongTheLine(
  factors: readonly number[],
  { saddle, width, step }: { saddle: number; width: number; step: number },
): number {
  let sum = integrand(factors, saddle, 0) / 2;
  for (let i = 1; i * step < 60; i += 1) {
    const t = i * step;
    const y = width * Math.sinh(t);
    const size = magnitude(factors, saddle, y) * Math.cosh(t);
    sum += integrand(factors, saddle, y) * Math.cosh(t);
    if (size < 1e-18 * sum) break;
  }
  return (sum * step * width) / Math.PI;
}

/** Real part of the moment generating function by s, at s = saddle + iy. */
function integrand(factors: readonly number[], saddle: number, y: number): number {
  let phase = -Math.atan2(y, saddle);
  for (const factor of factors) phase += Math.atan2(2 * factor * y, 1 - 2 * factor * saddle) / 2;
  return magnitude(factors, saddle, y) * Math.cos(phase);
}

function magnitude(factors: readonly number[], saddle: number, y: number): number {
  let log = -Math.log(Math.hypot(saddle, y));
  for (const factor of factors) {
    log -= Math.log(Math.hypot(1 - 2 * factor * saddle, 2 * factor * y)) / 2;
  }
  return Math.exp(log);
}
