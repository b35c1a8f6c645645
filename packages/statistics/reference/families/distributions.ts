import {
  betaQuantile,
  binomialProbability,
  binomialTails,
  chiSquareNoncentralityLimits,
  chiSquareQuantile,
  chiSquareTails,
  fNoncentralityLimits,
  fQuantile,
  fTails,
  hypergeometricProbability,
  hypergeometricTails,
  incompleteBeta,
  incompleteGamma,
  logGamma,
  mannWhitneyTails,
  noncentralChiSquareTails,
  noncentralFTails,
  noncentralTTails,
  normalDensity,
  normalQuantile,
  normalTails,
  signedRankTails,
  studentTQuantile,
  studentTTails,
  tNoncentralityLimits,
} from '../../src/index.ts';
import { type Comparison, comparison } from '../comparison.ts';
import reference from '../expected/distributions.json' with { type: 'json' };
import { CLOSED_FORMULA, largestError } from '../largest-error.ts';

const about = (name: string, against: string) => ({ name, against, tolerance: CLOSED_FORMULA });

export const DISTRIBUTIONS: readonly Comparison[] = [
  comparison(about('normalTails', 'stats::pnorm'), reference.normalTails, ({ z, ...tails }) =>
    largestError(normalTails(z), tails),
  ),
  comparison(about('normalQuantile', 'stats::qnorm'), reference.normalQuantile, ({ p, expected }) =>
    Math.max(
      largestError(normalQuantile(p), expected, 1),
      largestError(normalQuantile({ upper: p }), -expected, 1),
    ),
  ),
  comparison(
    about('studentTTails', 'stats::pt'),
    reference.studentTTails,
    ({ t, df, lower, upper }) => largestError(studentTTails(t, df), { lower, upper }),
  ),
  comparison(
    about('studentTQuantile', 'stats::qt'),
    reference.studentTQuantile,
    ({ p, df, expected }) =>
      Math.max(
        largestError(studentTQuantile(p, df), expected, 1e-3),
        largestError(studentTQuantile({ upper: p }, df), -expected, 1e-3),
      ),
  ),
  comparison(
    about('chiSquareTails', 'stats::pchisq'),
    reference.chiSquareTails,
    ({ x, df, lower, upper }) => largestError(chiSquareTails(x, df), { lower, upper }),
  ),
  comparison(
    about('chiSquareQuantile', 'stats::qchisq'),
    reference.chiSquareQuantile,
    ({ p, df, below, above }) =>
      largestError([chiSquareQuantile(p, df), chiSquareQuantile({ upper: p }, df)], [below, above]),
  ),
  comparison(about('fTails', 'stats::pf'), reference.fTails, ({ f, df1, df2, lower, upper }) =>
    largestError(fTails(f, { df1, df2 }), { lower, upper }),
  ),
  comparison(
    about('fQuantile', 'stats::qf'),
    reference.fQuantile,
    ({ p, df1, df2, below, above }) =>
      largestError(
        [fQuantile(p, { df1, df2 }), fQuantile({ upper: p }, { df1, df2 })],
        [below, above],
      ),
  ),
  comparison(
    about('incompleteBeta', 'stats::pbeta'),
    reference.incompleteBeta,
    ({ a, b, x, lower, upper }) =>
      largestError(incompleteBeta({ x, y: 1 - x }, { a, b }), { lower, upper }),
  ),
  comparison(about('betaQuantile', 'stats::qbeta'), reference.betaQuantile, ({ p, a, b, below }) =>
    largestError(betaQuantile(p, { a, b }), below),
  ),
  comparison(
    about('incompleteGamma', 'stats::pgamma'),
    reference.incompleteGamma,
    ({ x, shape, lower, upper }) => largestError(incompleteGamma(x, shape), { lower, upper }),
  ),
  comparison(about('logGamma', 'stats::lgamma'), reference.logGamma, ({ x, expected }) =>
    largestError(logGamma(x), expected, 1e-2),
  ),
  comparison(
    about('binomialProbability', 'stats::dbinom'),
    reference.binomialProbability,
    ({ k, n, p, expected }) => largestError(binomialProbability(k, { n, p }), expected),
  ),
  comparison(
    about('binomialTails', 'stats::pbinom'),
    reference.binomialTails,
    ({ k, n, p, lower, upper }) => largestError(binomialTails(k, { n, p }), { lower, upper }),
  ),
  comparison(
    about('hypergeometricProbability', 'stats::dhyper'),
    reference.hypergeometricProbability,
    ({ k, expected, ...draw }) => largestError(hypergeometricProbability(k, draw), expected),
  ),
  comparison(
    about('hypergeometricTails', 'stats::phyper'),
    reference.hypergeometricTails,
    ({ k, lower, upper, ...draw }) => largestError(hypergeometricTails(k, draw), { lower, upper }),
  ),
  comparison(
    about('mannWhitneyTails', 'stats::pwilcox'),
    reference.mannWhitneyTails,
    ({ u, n1, n2, lower, upper }) =>
      largestError(mannWhitneyTails(u, { n1, n2 }), { lower, upper }),
  ),
  comparison(
    about('signedRankTails', 'stats::psignrank'),
    reference.signedRankTails,
    ({ v, n, lower, upper }) => largestError(signedRankTails(v, n), { lower, upper }),
  ),
  comparison(
    about('noncentralChiSquareTails', 'Poisson mixture of stats::pchisq'),
    reference.noncentralChiSquareTails,
    ({ x, lower, upper, ...under }) =>
      largestError(noncentralChiSquareTails(x, under), { lower, upper }),
  ),
  comparison(
    about('noncentralFTails', 'Poisson mixture of stats::pbeta'),
    reference.noncentralFTails,
    ({ f, lower, upper, ...under }) => largestError(noncentralFTails(f, under), { lower, upper }),
  ),
  comparison(
    about('noncentralTTails', 'Poisson mixtures of stats::pbeta'),
    reference.noncentralTTails,
    ({ t, lower, upper, ...under }) =>
      Math.max(
        largestError(noncentralTTails(t, under), { lower, upper }),
        largestError(noncentralTTails(-t, { ...under, noncentrality: -under.noncentrality }), {
          lower: upper,
          upper: lower,
        }),
      ),
  ),
  comparison(
    about('noncentralTTails', 'stats::pt (signs that differ; absolute)'),
    reference.noncentralTTailsOpposite,
    ({ t, lower, ...under }) => largestError(noncentralTTails(t, under).lower, lower, 1),
  ),
  comparison(about('normalDensity', 'stats::dnorm'), reference.normalDensity, ({ z, density }) =>
    largestError(normalDensity(z), density),
  ),
  // Limits near 0 are measured against 1.
  comparison(
    about('tNoncentralityLimits', 'roots over Poisson mixtures'),
    reference.tNoncentralityLimits,
    ({ t, df, level, low, high }) =>
      largestError(tNoncentralityLimits(t, df, level), { low, high }, 1),
  ),
  comparison(
    about('fNoncentralityLimits', 'roots over Poisson mixtures'),
    reference.fNoncentralityLimits,
    ({ f, df1, df2, level, low, high }) =>
      largestError(fNoncentralityLimits(f, { df1, df2 }, level), { low, high }, 1),
  ),
  comparison(
    about('chiSquareNoncentralityLimits', 'roots over Poisson mixtures'),
    reference.chiSquareNoncentralityLimits,
    ({ x, df, level, low, high }) =>
      largestError(chiSquareNoncentralityLimits(x, df, level), { low, high }, 1),
  ),
];
