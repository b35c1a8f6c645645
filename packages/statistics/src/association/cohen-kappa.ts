import { normalQuantile, normalTails } from '../distributions/normal.ts';
import { twoSided } from '../distributions/tails.ts';
import { requireLevel } from '../level.ts';
import { type NotEstimable, sumOf } from '../values.ts';
import { agreementTable } from './agreement-table.ts';
import type { CountMatrix } from './count-matrix.ts';

/** How much a disagreement counts: all alike, by its distance, or by the square of it. */
export type KappaWeights = 'none' | 'linear' | 'quadratic';

export type CohenKappa =
  | {
      readonly kind: 'estimated';
      /** 1 for full agreement, 0 for as much as by chance. */
      readonly kappa: number;
      readonly standardError: number;
      readonly low: number;
      readonly high: number;
      readonly level: number;
      /** Against no agreement beyond chance, with the standard error that holds then. */
      readonly z: number;
      readonly p: number;
      /** Share of cases sorted alike (weighted), and the share expected by chance; 0 to 1. */
      readonly agreement: number;
      readonly chanceAgreement: number;
      readonly weights: KappaWeights;
      readonly n: number;
      readonly missing: number;
    }
  | NotEstimable<'no-cases' | 'one-category-only' | 'agreement-fixed-by-totals'>;

/**
 * Cohen's kappa of two raters, plain or weighted (J. Cohen, Educational and Psychological Measurement
 * 20, 1960, and Psychological Bulletin 70, 1968), with the standard errors of J. L. Fleiss, J. Cohen and
 * B. S. Everitt, Psychological Bulletin 72 (1969), as `vcd::Kappa`.
 *
 * Cases that one of the two did not rate are left out. Where one rater gave the same category to every
 * case, or the two never used a category in common, the totals of the table leave one agreement only, the
 * one by chance: kappa would be 0 whatever the other did, with an error of 0 and a z of 0 / 0.
 * @param categories in their order, which the weights need
 * @throws RangeError when the lengths differ, a rating is none of the categories, or one is named twice
 */
export function cohenKappa<Code extends string | number>(
  first: ArrayLike<Code | null | undefined>,
  second: ArrayLike<Code | null | undefined>,
  {
    categories,
    weights = 'none',
    level = 0.95,
  }: { categories: readonly Code[]; weights?: KappaWeights; level?: number },
): CohenKappa {
  requireLevel(level);
  const table = agreementTable(first, second, categories);
  const { n, missing } = table;
  if (n === 0) return { kind: 'not-estimable', reason: 'no-cases', n };
  const shares = sharesOf(table, weights);
  const { agreement, chanceAgreement } = shares;
  if (chanceAgreement === 1) return { kind: 'not-estimable', reason: 'one-category-only', n };
  if (isFixedByTotals(table, weights)) {
    return { kind: 'not-estimable', reason: 'agreement-fixed-by-totals', n };
  }
  const kappa = (agreement - chanceAgreement) / (1 - chanceAgreement);
  const standardError = Math.sqrt(Math.max(0, varianceAt(shares)) / n) / (1 - chanceAgreement) ** 2;
  const nullError = Math.sqrt(Math.max(0, varianceUnderChance(shares)) / n) / (1 - chanceAgreement);
  const reach = normalQuantile({ upper: (1 - level) / 2 }) * standardError;
  const z = kappa / nullError;
  return {
    kind: 'estimated',
    kappa,
    standardError,
    low: kappa - reach,
    high: kappa + reach,
    level,
    z,
    p: twoSided(normalTails(z)),
    agreement,
    chanceAgreement,
    weights,
    n,
    missing,
  };
}

type Shares = {
  readonly cells: ReadonlyArray<readonly number[]>;
  readonly rows: readonly number[];
  readonly columns: readonly number[];
  /** 1 on the diagonal, less the farther from it. */
  readonly weightOf: (i: number, j: number) => number;
  readonly agreement: number;
  readonly chanceAgreement: number;
};

/** Whole numbers, so that what is nothing is nothing to the last digit. */
function disagreement(weights: KappaWeights, i: number, j: number): number {
  if (weights === 'none') return i === j ? 0 : 1;
  return weights === 'linear' ? Math.abs(i - j) : (i - j) ** 2;
}

/** Whether the weights of the categories in use are a part of the row plus a part of the column. */
function isFixedByTotals(table: CountMatrix, weights: KappaWeights): boolean {
  const used = (totals: readonly number[]) => totals.flatMap((total, i) => (total > 0 ? [i] : []));
  const [row = 0, ...rows] = used(table.rowTotals);
  const [column = 0, ...columns] = used(table.columnTotals);
  const apart = (i: number, j: number) =>
    disagreement(weights, i, j) - disagreement(weights, i, column);
  return rows.every((i) => columns.every((j) => apart(i, j) === apart(row, j)));
}

function sharesOf(table: CountMatrix, weights: KappaWeights): Shares {
  const { n } = table;
  const farthest = Math.max(1, disagreement(weights, 0, table.counts.length - 1));
  const weightOf = (i: number, j: number) => 1 - disagreement(weights, i, j) / farthest;
  const cells = table.counts.map((row) => row.map((count) => count / n));
  const rows = table.rowTotals.map((total) => total / n);
  const columns = table.columnTotals.map((total) => total / n);
  const agreement = sumOf(cells.flatMap((row, i) => row.map((share, j) => weightOf(i, j) * share)));
  const chanceAgreement = sumOf(
    rows.flatMap((row, i) => columns.map((column, j) => weightOf(i, j) * row * column)),
  );
  return { cells, rows, columns, weightOf, agreement, chanceAgreement };
}

/** Mean weight of a category of the first and of the second rater. */
function meanWeights({ rows, columns, weightOf }: Shares) {
  return {
    ofRow: rows.map((_, i) => sumOf(columns.map((share, j) => share * weightOf(i, j)))),
    ofColumn: columns.map((_, j) => sumOf(rows.map((share, i) => share * weightOf(i, j)))),
  };
}

/** n (1 - pe)^4 times the variance of kappa, as it is. */
function varianceAt(shares: Shares): number {
  const { cells, weightOf, agreement, chanceAgreement } = shares;
  const { ofRow, ofColumn } = meanWeights(shares);
  const sum = sumOf(
    cells.flatMap((row, i) =>
      row.map((share, j) => {
        const means = (ofRow[i] as number) + (ofColumn[j] as number);
        return share * (weightOf(i, j) * (1 - chanceAgreement) - means * (1 - agreement)) ** 2;
      }),
    ),
  );
  return sum - (agreement * chanceAgreement - 2 * chanceAgreement + agreement) ** 2;
}

/** n (1 - pe)^2 times the variance of kappa if the raters agree by chance only. */
function varianceUnderChance(shares: Shares): number {
  const { rows, columns, weightOf, chanceAgreement } = shares;
  const { ofRow, ofColumn } = meanWeights(shares);
  const sum = sumOf(
    rows.flatMap((row, i) =>
      columns.map((column, j) => {
        const means = (ofRow[i] as number) + (ofColumn[j] as number);
        return row * column * (weightOf(i, j) - means) ** 2;
      }),
    ),
  );
  return sum - chanceAgreement ** 2;
}
