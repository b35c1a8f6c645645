import { exactRange, NEAREST, type Printed, type Rounding } from './printed.ts';
import { requireCount, type WholeNumbers, wholeNumbersIn } from './whole-numbers.ts';

/** A number of cases that explains every one of some percentages. */
export type ExplainingBase = {
  readonly n: number;
  /** For each percentage, in their order, the counts that print as it. */
  readonly counts: readonly WholeNumbers[];
};

/**
 * The bases that can be behind percentages which are printed as of the same cases.
 *
 * Percentages to one decimal tell nothing about a base of some hundreds and everything about a small one;
 * each further percentage sifts again.
 * @param from smallest base to try, 1 unless told otherwise
 * @param to largest
 * @param parts `all-of-the-base` when each case is counted in exactly one of the percentages, so that the
 * counts must add up to the base; `any` (the default) when not, as with several answers a person
 * @returns in rising order; empty when no base explains them, everything when there are no percentages
 * @throws RangeError when the bases are no positive whole numbers in their order, or a percentage is no
 * number of its decimals
 */
export function basesBehind(
  percentages: readonly Printed[],
  given: {
    from?: number;
    to: number;
    parts?: 'any' | 'all-of-the-base';
    roundings?: readonly Rounding[];
  },
): ExplainingBase[] {
  const { from = 1, to, parts = 'any', roundings = NEAREST } = given;
  requireCount(from, 'cases');
  requireCount(to, 'cases');
  if (from > to) throw new RangeError(`no bases from ${from} to ${to}`);
  const ranges = percentages.map((percentage) => exactRange(percentage, roundings));
  const bases: ExplainingBase[] = [];
  for (let n = from; n <= to; n += 1) {
    const counts: WholeNumbers[] = [];
    for (const range of ranges) {
      const found = wholeNumbersIn(range, { base: n, factor: 100, within: { from: 0, to: n } });
      if (!found) break;
      counts.push(found);
    }
    const isExplained = counts.length === ranges.length;
    if (isExplained && (parts === 'any' || addsUpTo(counts, n))) bases.push({ n, counts });
  }
  return bases;
}

function addsUpTo(counts: readonly WholeNumbers[], n: number): boolean {
  const least = counts.reduce((sum, { from }) => sum + from, 0);
  const most = counts.reduce((sum, { to }) => sum + to, 0);
  return least <= n && n <= most;
}
