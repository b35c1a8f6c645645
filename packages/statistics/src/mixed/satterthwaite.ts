import { Matrix } from 'ml-matrix';
import type { GroupedCases } from './grouped-cases.ts';
import { type LikelihoodMethod, type Profile, pulledProducts, traceOf } from './profile.ts';

/**
 * Degrees of freedom of each coefficient by F. E. Satterthwaite (Biometrics Bulletin 2, 1946): twice its
 * squared variance over the variance of that variance, as in A. H. Fai and P. L. Cornelius (Journal of
 * Statistical Computation and Simulation 54, 1996) and `lmerTest`.
 *
 * The two unknown variances have twice the inverse Hessian of the deviance as their covariance; here by the
 * ratio and the variance within, in closed form. Where the variance between is 0 only the other is uncertain.
 */
export function satterthwaite(
  cases: GroupedCases,
  profile: Profile,
  method: LikelihoodMethod,
): number[] {
  const { ratio, inverse, squares, squaresSlope, df } = profile;
  const p = inverse.rows;
  if (ratio === 0) return Array.from({ length: p }, () => df);
  const variance = squares / df;
  const curvature = curvatureOf(cases, profile, method);
  const cross = -squaresSlope / variance ** 2;
  const ofVariance = df / variance ** 2;
  const determinant = curvature * ofVariance - cross ** 2;
  const products = pulledProducts(cases, profile.pulls, 2);
  const slopes = inverse.mmul(products).mmul(inverse);
  return Array.from({ length: p }, (_, j) => {
    const size = inverse.get(j, j);
    const byRatio = variance * slopes.get(j, j);
    // Gradient' x adjugate of the Hessian x gradient.
    const spread = byRatio ** 2 * ofVariance - 2 * byRatio * size * cross + size ** 2 * curvature;
    return ((variance * size) ** 2 * determinant) / spread;
  });
}

/** Second derivative of the deviance by the ratio, the variance within held. */
function curvatureOf(cases: GroupedCases, profile: Profile, method: LikelihoodMethod): number {
  const { pulls, residuals, inverse, squares, df } = profile;
  const p = inverse.rows;
  const pulled = Matrix.zeros(p, 1);
  for (const [i, residual] of residuals.entries()) {
    const weight = residual * (pulls[i] as number);
    for (let j = 0; j < p; j += 1) {
      pulled.set(j, 0, pulled.get(j, 0) + weight * cases.means.get(i, j));
    }
  }
  const own = residuals.reduce((sum, residual, i) => sum + (pulls[i] as number) * residual ** 2, 0);
  const explained = pulled.transpose().mmul(inverse).mmul(pulled).get(0, 0);
  let determinantCurvature = -pulls.reduce((sum, pull) => sum + pull ** 2, 0);
  if (method === 'reml') {
    const products = inverse.mmul(pulledProducts(cases, pulls, 2));
    determinantCurvature += 2 * traceOf(inverse.mmul(pulledProducts(cases, pulls, 3)));
    determinantCurvature -= traceOf(products.mmul(products));
  }
  return determinantCurvature + (2 * (own - explained) * df) / squares;
}
