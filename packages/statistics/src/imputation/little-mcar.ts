import { Matrix } from 'ml-matrix';
import { chiSquareTails } from '../distributions/chi-square.ts';
import type { NotEstimable, Values } from '../values.ts';
import { missingPatterns } from './missing-patterns.ts';
import { inverse, type NoMoments, normalMoments } from './normal-moments.ts';

export type LittleMcar =
  | {
      readonly kind: 'estimated';
      readonly chiSquare: number;
      readonly df: number;
      readonly p: number;
      /** Different sets of missing variables, the empty set among them. */
      readonly patterns: number;
      /** Cases with at least one value. */
      readonly n: number;
    }
  | NotEstimable<NoMoments | 'nothing-missing'>;

/**
 * Whether values are missing completely at random: R. J. A. Little, Journal of the American Statistical
 * Association 83 (1988). The means of each pattern of missing values are held against those of all cases,
 * by the maximum likelihood estimates of `normalMoments`; the covariance is the same for all patterns. A
 * small p speaks against chance; a large one proves nothing, least of all that what is missing does not
 * depend on itself.
 * @param variables values of the same cases, one list a variable; cases without any value are left out
 * @throws RangeError when the lengths differ or a value is infinite
 */
export function littleMcar(variables: readonly Values[]): LittleMcar {
  const patterns = missingPatterns(variables).filter(({ observed }) => observed.length > 0);
  const moments = normalMoments(variables);
  if (moments.kind === 'not-estimable') return moments;
  const { n } = moments;
  // One pattern only: its means are those of all.
  const df = patterns.reduce((sum, { observed }) => sum + observed.length, 0) - variables.length;
  if (df === 0) return { kind: 'not-estimable', reason: 'nothing-missing', n };
  const covariances = new Matrix(moments.covariances.map((line) => [...line]));
  let chiSquare = 0;
  for (const { observed, cases } of patterns) {
    const precision = inverse(covariances.selection([...observed], [...observed]));
    if (!precision) return { kind: 'not-estimable', reason: 'singular', n };
    const gap = Matrix.columnVector(
      observed.map((place) => {
        const sum = cases.reduce((total, i) => total + (variables[place]?.[i] as number), 0);
        return sum / cases.length - (moments.means[place] as number);
      }),
    );
    chiSquare += cases.length * gap.transpose().mmul(precision).mmul(gap).get(0, 0);
  }
  return {
    kind: 'estimated',
    chiSquare,
    df,
    p: chiSquareTails(chiSquare, df).upper,
    patterns: patterns.length,
    n,
  };
}
