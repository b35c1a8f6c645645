import { chiSquareTails } from './chi-square.ts';
import { type FDegrees, fTails } from './f.ts';
import { incompleteBeta } from './incomplete-beta.ts';
import { logGamma } from './log-gamma.ts';
import { normalTails } from './normal.ts';
import { type Parts, poissonMixture, type Reach } from './poisson-mixture.ts';
import { binomialTerm, poissonTerm } from './saddle-point.ts';
import { studentTTails } from './student-t.ts';
import { mirrored, type Tails } from './tails.ts';

/**
 * Probabilities below and above `x` of the noncentral chi-square distribution: a Poisson mixture of
 * central ones (Abramowitz and Stegun 26.4.25).
 * @param x from 0 up
 * @param noncentrality from 0 up
 * @throws RangeError outside these
 */
export function noncentralChiSquareTails(
  x: number,
  { df, noncentrality }: { df: number; noncentrality: number },
  reach?: Reach,
): Tails {
  requireNoncentrality(noncentrality);
  if (noncentrality === 0) return chiSquareTails(x, df);
  if (x === 0) return { lower: 0, upper: 1 };
  const parts: Parts = {
    tailsAt: (j) => chiSquareTails(x, df + 2 * j),
    stepAt: (j) => poissonTerm(df / 2 + j, x / 2),
  };
  return poissonMixture(noncentrality / 2, parts, reach);
}

/**
 * Probabilities below and above `f` of the noncentral F distribution: a Poisson mixture of incomplete
 * beta functions (Abramowitz and Stegun 26.6.18).
 * @param f from 0 up
 * @param noncentrality from 0 up
 * @throws RangeError outside these
 */
export function noncentralFTails(
  f: number,
  { df1, df2, noncentrality }: FDegrees & { noncentrality: number },
  reach?: Reach,
): Tails {
  requireNoncentrality(noncentrality);
  if (!(f >= 0 && Number.isFinite(f))) throw new RangeError(`not a value of F: ${f}`);
  if (noncentrality === 0 || f === 0) return fTails(f, { df1, df2 });
  const odds = (df1 / df2) * f;
  const point = { x: odds / (1 + odds), y: 1 / (1 + odds) };
  return poissonMixture(noncentrality / 2, betaParts(point, { a: df1 / 2, b: df2 / 2 }), reach);
}

/**
 * Probabilities below and above `t` of the noncentral t distribution.
 *
 * R. V. Lenth, "Algorithm AS 243", Applied Statistics 38 (1989), summed from the mode as D. Benton
 * and K. Krishnamoorthy advise (Computational Statistics and Data Analysis 43, 2003). Where t and
 * the noncentrality have the same sign both tails keep their relative precision; where they differ
 * the absolute error is about 1e-15.
 * @param noncentrality any finite number
 * @throws RangeError when an argument is not finite or df is not positive
 */
export function noncentralTTails(
  t: number,
  { df, noncentrality }: { df: number; noncentrality: number },
  reach?: Reach,
): Tails {
  if (!(df > 0 && Number.isFinite(df))) throw new RangeError(`degrees of freedom: ${df}`);
  if (!Number.isFinite(t) || !Number.isFinite(noncentrality)) {
    throw new RangeError(`not finite: t ${t}, noncentrality ${noncentrality}`);
  }
  if (noncentrality === 0) return studentTTails(t, df);
  // Sign and size of t are 0: only the normal deviate above it counts.
  if (t === 0) return normalTails(-noncentrality);
  if (t < 0) return mirrored(noncentralTTails(-t, { df, noncentrality: -noncentrality }, reach));
  const square = t * t;
  const point = { x: square / (df + square), y: df / (df + square) };
  const half = (noncentrality * noncentrality) / 2;
  const even = poissonMixture(half, betaParts(point, { a: 0.5, b: df / 2 }), reach);
  const oddParts: Parts = {
    ...betaParts(point, { a: 1, b: df / 2 }),
    // Makes half^(j + 1/2) e^-half / Gamma(j + 3/2) of the Poisson weight of j.
    factorAt: (j) => Math.sqrt(half) * Math.exp(logGamma(j + 1) - logGamma(j + 1.5)),
  };
  const odd = poissonMixture(half, oddParts, reach);
  const sign = Math.sign(noncentrality);
  return {
    lower: normalTails(-noncentrality).lower + (even.lower + sign * odd.lower) / 2,
    upper: Math.max(0, even.upper + sign * odd.upper) / 2,
  };
}

/** Beta distributions whose first shape grows by one from part to part (DLMF 8.17.20). */
function betaParts(point: { x: number; y: number }, { a, b }: { a: number; b: number }): Parts {
  return {
    tailsAt: (j) => incompleteBeta(point, { a: a + j, b }),
    stepAt: (j) => {
      const term = binomialTerm({ successes: a + j, failures: b }, { p: point.x, q: point.y });
      return (term * b) / (a + j + b);
    },
  };
}

function requireNoncentrality(noncentrality: number): void {
  if (!(noncentrality >= 0 && Number.isFinite(noncentrality))) {
    throw new RangeError(`noncentrality: ${noncentrality}`);
  }
}
