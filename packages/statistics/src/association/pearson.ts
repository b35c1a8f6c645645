import { normalQuantile } from '../distributions/normal.ts';
import { studentTTails } from '../distributions/student-t.ts';
import { twoSided } from '../distributions/tails.ts';
import { requireLevel } from '../level.ts';
import { completePairs, type Pairs, varies } from '../pairs.ts';
import { meanOf, type NotEstimable, squaresAround, sumOf, type Values } from '../values.ts';

/** A correlation with its test and interval. */
export type Correlation<Method extends string> =
  | {
      readonly kind: 'estimated';
      /** Between -1 and 1. */
      readonly coefficient: number;
      /** Two-sided p of no correlation; `null` for fewer than three cases. */
      readonly p: number | null;
      /** How p was found. */
      readonly method: Method;
      /** What p was read from: t, z or S; `null` where there is no test. */
      readonly statistic: number | null;
      readonly low: number | null;
      /** Interval by Fisher's z; `null` for too few cases (four; five for Kendall's tau). */
      readonly high: number | null;
      readonly level: number;
      /** Cases with both values. */
      readonly n: number;
      readonly missing: number;
    }
  | NotEstimable<'fewer-than-two-cases' | 'does-not-vary'>;

/**
 * Pearson's product-moment correlation, its t test with n - 2 degrees of freedom and Fisher's interval,
 * as `cor.test`. With a correlation of exactly 1 or -1 the statistic is infinite and p is 0.
 *
 * Cases where either value is missing are left out.
 * @param level strictly between 0 and 1, 0.95 unless told otherwise
 * @throws RangeError when the lengths differ or a value is infinite
 */
export function pearson(x: Values, y: Values, level = 0.95): Correlation<'t'> {
  requireLevel(level);
  const pairs = completePairs(x, y);
  const { n, missing } = pairs;
  const reason = whyNotCorrelated(pairs);
  if (reason) return { kind: 'not-estimable', reason, n };
  const coefficient = productMoment(pairs);
  const { statistic, p } = tTest(coefficient, n);
  const interval = fisherInterval(coefficient, { standardError: 1 / Math.sqrt(n - 3), n, level });
  const shared = { method: 't' as const, ...interval, level, n, missing };
  return { kind: 'estimated', coefficient, statistic, p, ...shared };
}

export function whyNotCorrelated({ x, y, n }: Pairs) {
  if (n < 2) return 'fewer-than-two-cases' as const;
  return varies(x) && varies(y) ? null : ('does-not-vary' as const);
}

/** The correlation of two variables that both vary. */
export function productMoment({ x, y }: Pick<Pairs, 'x' | 'y'>): number {
  const centreX = meanOf(x);
  const centreY = meanOf(y);
  const products = new Float64Array(x.length);
  for (let i = 0; i < x.length; i += 1) {
    products[i] = ((x[i] as number) - centreX) * ((y[i] as number) - centreY);
  }
  const squaresX = squaresAround(x, centreX);
  const squaresY = squaresAround(y, centreY);
  // One root, so that a perfect correlation of whole numbers is exactly 1; two where that overflows.
  const product = squaresX * squaresY;
  const isHeld = product > 1e-300 && Number.isFinite(product);
  const spread = isHeld ? Math.sqrt(product) : Math.sqrt(squaresX) * Math.sqrt(squaresY);
  return Math.max(-1, Math.min(1, sumOf(products) / spread));
}

/** Of a correlation of n cases. */
export function tTest(r: number, n: number): { statistic: number | null; p: number | null } {
  if (n < 3) return { statistic: null, p: null };
  const statistic = (r * Math.sqrt(n - 2)) / Math.sqrt((1 - r) * (1 + r));
  return { statistic, p: twoSided(studentTTails(statistic, n - 2)) };
}

/** R. A. Fisher, Metron 1 (1921): symmetric around atanh(r). */
export function fisherInterval(
  r: number,
  { standardError, n, level }: { standardError: number; n: number; level: number },
): { low: number | null; high: number | null } {
  if (n < 4 || !Number.isFinite(standardError)) return { low: null, high: null };
  const reach = normalQuantile({ upper: (1 - level) / 2 }) * standardError;
  const z = Math.atanh(r);
  return { low: Math.tanh(z - reach), high: Math.tanh(z + reach) };
}
