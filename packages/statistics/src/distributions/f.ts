import { betaLogOdds } from './beta.ts';
import { incompleteBeta } from './incomplete-beta.ts';
import type { Probability, Tails } from './tails.ts';

/** Degrees of freedom above and below the line; positive, need not be whole. */
export type FDegrees = { readonly df1: number; readonly df2: number };

/**
 * Probabilities below and above `f` of Fisher's F distribution (Abramowitz and Stegun 26.6.2).
 * @param f from 0 up
 * @throws RangeError outside these
 */
export function fTails(f: number, { df1, df2 }: FDegrees): Tails {
  requireDegrees({ df1, df2 });
  if (!(f >= 0)) throw new RangeError(`not a value of F: ${f}`);
  if (f === Number.POSITIVE_INFINITY) return { lower: 1, upper: 0 };
  const odds = (df1 / df2) * f;
  const point = { x: odds / (1 + odds), y: 1 / (1 + odds) };
  return incompleteBeta(point, { a: df1 / 2, b: df2 / 2 });
}

/**
 * The F with probability `p` below it (or `{ upper: p }` above it).
 * @param probability strictly between 0 and 1
 */
export function fQuantile(probability: Probability, { df1, df2 }: FDegrees): number {
  requireDegrees({ df1, df2 });
  return (df2 / df1) * Math.exp(betaLogOdds(probability, { a: df1 / 2, b: df2 / 2 }));
}

function requireDegrees({ df1, df2 }: FDegrees): void {
  if (!(df1 > 0 && df2 > 0 && Number.isFinite(df1) && Number.isFinite(df2))) {
    throw new RangeError(`degrees of freedom: ${df1}, ${df2}`);
  }
}
