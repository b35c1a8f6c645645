export { betaQuantile } from './beta.ts';
export { binomialProbability, binomialTails, type Trials } from './binomial.ts';
export { bivariateNormalDensity, bivariateNormalLower } from './bivariate-normal.ts';
export { chiSquareQuantile, chiSquareTails } from './chi-square.ts';
export { type FDegrees, fQuantile, fTails } from './f.ts';
export {
  type Draw,
  hypergeometricProbability,
  hypergeometricRange,
  hypergeometricTails,
} from './hypergeometric.ts';
export { incompleteBeta } from './incomplete-beta.ts';
export { incompleteGamma } from './incomplete-gamma.ts';
export { logGamma } from './log-gamma.ts';
export { noncentralChiSquareTails, noncentralFTails, noncentralTTails } from './noncentral.ts';
export {
  chiSquareNoncentralityLimits,
  fNoncentralityLimits,
  type Limits,
  tNoncentralityLimits,
} from './noncentrality-limits.ts';
export { normalDensity, normalQuantile, normalTails } from './normal.ts';
export { mannWhitneyTails, signedRankTails } from './rank-sums.ts';
export { studentTQuantile, studentTTails } from './student-t.ts';
export { type Probability, type Tails, twoSided } from './tails.ts';
