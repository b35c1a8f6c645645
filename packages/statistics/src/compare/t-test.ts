import { studentTQuantile, studentTTails } from '../distributions/student-t.ts';
import { twoSided } from '../distributions/tails.ts';
import { requireLevel } from '../level.ts';
import { completePairs } from '../pairs.ts';
import { meanOf, type NotEstimable, presentValues, squaresAround, type Values } from '../values.ts';

export type TTest =
  | {
      readonly kind: 'estimated';
      /** Mean of the first less mean of the second (paired: mean of the differences). */
      readonly difference: number;
      readonly standardError: number;
      readonly t: number;
      readonly df: number;
      /** Two-sided. */
      readonly p: number;
      /** Interval of the difference. */
      readonly low: number;
      readonly high: number;
      readonly level: number;
      /** Cases in all (paired: pairs). */
      readonly n: number;
      /** Cases (pairs) left out because a value is missing. */
      readonly missing: number;
    }
  | NotEstimable<'fewer-than-two-cases' | 'does-not-vary'>;

/**
 * Student's t test of two independent groups with equal variances, as `t.test(var.equal = TRUE)`.
 * @param level strictly between 0 and 1, 0.95 unless told otherwise
 * @throws RangeError on an infinite value
 */
export function studentTTest(first: Values, second: Values, level = 0.95): TTest {
  const [one, two] = [momentsOf(first), momentsOf(second)];
  const n = one.n + two.n;
  if (one.n < 1 || two.n < 1 || n < 3) return { kind: 'not-estimable', reason: TOO_FEW, n };
  const pooled = (one.squares + two.squares) / (n - 2);
  const standardError = Math.sqrt(pooled * (1 / one.n + 1 / two.n));
  return tested({ one, two, standardError, df: n - 2, level });
}

/**
 * Welch's t test of two independent groups whose variances may differ (B. L. Welch, Biometrika 34,
 * 1947), as `t.test`.
 * @param level strictly between 0 and 1, 0.95 unless told otherwise
 * @throws RangeError on an infinite value
 */
export function welchTTest(first: Values, second: Values, level = 0.95): TTest {
  const [one, two] = [momentsOf(first), momentsOf(second)];
  const n = one.n + two.n;
  if (one.n < 2 || two.n < 2) return { kind: 'not-estimable', reason: TOO_FEW, n };
  const share = ({ squares, n: cases }: Moments) => squares / (cases - 1) / cases;
  const [a, b] = [share(one), share(two)];
  const df = (a + b) ** 2 / (a ** 2 / (one.n - 1) + b ** 2 / (two.n - 1));
  return tested({ one, two, standardError: Math.sqrt(a + b), df, level });
}

/**
 * Paired t test: of the differences first less second, over the pairs that are complete, as
 * `t.test(paired = TRUE)`.
 * @throws RangeError when the lengths differ or a value is infinite
 */
export function pairedTTest(first: Values, second: Values, level = 0.95): TTest {
  const { x, y, missing } = completePairs(first, second);
  const test = oneSampleTTest(
    x.map((value, i) => value - (y[i] as number)),
    0,
    level,
  );
  return test.kind === 'estimated' ? { ...test, missing } : test;
}

/**
 * t test of a mean against a given one; `difference` is from that one.
 * @throws RangeError on an infinite value
 */
export function oneSampleTTest(values: Values, against = 0, level = 0.95): TTest {
  const one = momentsOf(values);
  if (one.n < 2) return { kind: 'not-estimable', reason: TOO_FEW, n: one.n };
  const standardError = Math.sqrt(one.squares / (one.n - 1) / one.n);
  const two = { n: 0, missing: 0, mean: against, squares: 0 };
  return tested({ one, two, standardError, df: one.n - 1, level });
}

const TOO_FEW = 'fewer-than-two-cases';

export type Moments = {
  readonly n: number;
  readonly missing: number;
  readonly mean: number;
  /** Sum of squared distances from the mean. */
  readonly squares: number;
};

export function momentsOf(values: Values): Moments {
  const present = presentValues(values);
  const n = present.length;
  const mean = meanOf(present);
  return { n, missing: values.length - n, mean, squares: squaresAround(present, mean) };
}

function tested(given: {
  one: Moments;
  two: Moments;
  standardError: number;
  df: number;
  level: number;
}): TTest {
  const { one, two, standardError, df, level } = given;
  requireLevel(level);
  const n = one.n + two.n;
  // As R: rounding dust around a constant is no variation.
  const dust = 10 * Number.EPSILON * Math.max(Math.abs(one.mean), Math.abs(two.mean));
  if (standardError <= dust) return { kind: 'not-estimable', reason: 'does-not-vary', n };
  const difference = one.mean - two.mean;
  const t = difference / standardError;
  const reach = studentTQuantile({ upper: (1 - level) / 2 }, df) * standardError;
  return {
    kind: 'estimated',
    difference,
    standardError,
    t,
    df,
    p: twoSided(studentTTails(t, df)),
    low: difference - reach,
    high: difference + reach,
    level,
    n,
    missing: one.missing + two.missing,
  };
}
