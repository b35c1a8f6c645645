import { binomialTails } from '../distributions/binomial.ts';
import { chiSquareTails } from '../distributions/chi-square.ts';
import type { NotEstimable } from '../values.ts';
import { countMatrix, requireSquare } from './count-matrix.ts';

export type Mcnemar =
  | {
      readonly kind: 'estimated';
      readonly chiSquare: number;
      readonly df: number;
      readonly p: number;
      readonly isCorrected: boolean;
      /** Two by two only: two-sided binomial p of the pairs that changed. */
      readonly exactP: number | null;
      /** Pairs that differ. */
      readonly discordant: number;
      readonly n: number;
    }
  | NotEstimable<'no-discordant-pairs'>;

/**
 * McNemar's test of paired answers, Bowker's of more than two categories, as `mcnemar.test`.
 * @param counts square: rows the first answer, columns the second, in the same order
 * @param options `corrected`: the continuity correction of two by two (A. L. Edwards, Psychometrika 13,
 * 1948), on unless turned off
 * @throws RangeError when the table is not square or a cell is not a whole number from 0 up
 */
export function mcnemar(
  counts: ReadonlyArray<readonly number[]>,
  { corrected = true }: { corrected?: boolean } = {},
): Mcnemar {
  const table = countMatrix(counts);
  requireSquare(table);
  const { n } = table;
  const isCorrected = corrected && counts.length === 2;
  const pairs = counts.flatMap((row, i) =>
    row.slice(0, i).map((below, j) => ({ below, above: counts[j]?.[i] ?? 0 })),
  );
  const informative = pairs.filter(({ below, above }) => below + above > 0);
  const discordant = informative.reduce((sum, { below, above }) => sum + below + above, 0);
  if (discordant === 0) return { kind: 'not-estimable', reason: 'no-discordant-pairs', n };
  const chiSquare = informative.reduce((sum, { below, above }) => {
    const gap = Math.abs(below - above);
    return sum + (isCorrected && gap > 0 ? gap - 1 : gap) ** 2 / (below + above);
  }, 0);
  const df = informative.length;
  const [pair] = informative;
  const smaller = Math.min(pair?.below ?? 0, pair?.above ?? 0);
  const exactP =
    counts.length === 2
      ? Math.min(1, 2 * binomialTails(smaller, { n: discordant, p: 0.5 }).lower)
      : null;
  const p = chiSquareTails(chiSquare, df).upper;
  return { kind: 'estimated', chiSquare, df, p, isCorrected, exactP, discordant, n };
}
