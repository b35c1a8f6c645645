import { chiSquareTails } from '../distributions/chi-square.ts';
import { midranks, overTies } from '../ranks.ts';
import { isMissing, type NotEstimable, type Values } from '../values.ts';

export type Friedman =
  | {
      readonly kind: 'estimated';
      readonly chiSquare: number;
      readonly df: number;
      readonly p: number;
      /** Kendall's coefficient of concordance, 0 (ranks like chance) to 1 (everybody's the same). */
      readonly kendallW: number;
      /** Mean rank of each occasion, 1 to their number. */
      readonly meanRanks: readonly number[];
      /** People with a value on every occasion: what all of this is computed from. */
      readonly n: number;
      readonly missing: number;
    }
  | NotEstimable<'fewer-than-two-occasions' | 'no-complete-cases' | 'nobody-differs'>;

/**
 * Friedman's test: whether the same people's values shift between several occasions, by their ranks within
 * each person, with the correction for ties, as `stats::friedman.test` (M. Friedman, Journal of the American
 * Statistical Association 32, 1937; W. J. Conover, Practical Nonparametric Statistics, 1999, 5.8). The
 * chi-square is an approximation: with a handful of people read it as one.
 * @param occasions one array an occasion, a person at the same place in each; who lacks one is left out
 * @throws RangeError when the lengths differ or a value is infinite
 */
export function friedman(occasions: readonly Values[]): Friedman {
  const cases = occasions[0]?.length ?? 0;
  if (occasions.some((values) => values.length !== cases)) {
    throw new RangeError('occasions differ in length');
  }
  const people = completePeople(occasions, cases);
  const n = people.length;
  const k = occasions.length;
  if (k < 2) return { kind: 'not-estimable', reason: 'fewer-than-two-occasions', n };
  if (n === 0) return { kind: 'not-estimable', reason: 'no-complete-cases', n };
  const ranked = people.map(midranks);
  const tied = ranked.reduce((sum, { ties }) => sum + overTies(ties, (t) => t ** 3 - t), 0);
  const spread = n * k * (k + 1) - tied / (k - 1);
  if (!(spread > 0)) return { kind: 'not-estimable', reason: 'nobody-differs', n };
  const sums = occasions.map((_, j) =>
    ranked.reduce((sum, { ranks }) => sum + (ranks[j] as number), 0),
  );
  const between = sums.reduce((sum, each) => sum + (each - (n * (k + 1)) / 2) ** 2, 0);
  const chiSquare = (12 * between) / spread;
  const df = k - 1;
  return {
    kind: 'estimated',
    chiSquare,
    df,
    p: chiSquareTails(chiSquare, df).upper,
    kendallW: chiSquare / (n * df),
    meanRanks: sums.map((sum) => sum / n),
    n,
    missing: cases - n,
  };
}

/** Each person's values on all occasions; whoever lacks one is left out. */
function completePeople(occasions: readonly Values[], cases: number): Float64Array[] {
  const people: Float64Array[] = [];
  for (let i = 0; i < cases; i += 1) {
    const values = occasions.map((occasion) => occasion[i]);
    for (const value of values) {
      if (!isMissing(value) && !Number.isFinite(value)) {
        throw new RangeError(`case ${i} is not finite: ${value}`);
      }
    }
    if (values.every((value) => !isMissing(value))) {
      people.push(Float64Array.from(values as number[]));
    }
  }
  return people;
}
