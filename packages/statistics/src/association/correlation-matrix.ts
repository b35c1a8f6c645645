import type { Values } from '../values.ts';
import { kendall } from './kendall.ts';
import { pearson } from './pearson.ts';
import { spearman } from './spearman.ts';

export type CorrelationMethod = 'pearson' | 'spearman' | 'kendall';

/** One pair of variables; `null` where it cannot be estimated. */
export type CorrelationCell = {
  readonly coefficient: number | null;
  readonly p: number | null;
  readonly low: number | null;
  readonly high: number | null;
  /** Cases with both values: each pair has its own. */
  readonly n: number;
};

const METHODS = { pearson, spearman, kendall };

/**
 * Correlations of every variable with every other over the cases that have both (pairwise). p-values
 * are as they come: adjust them with `adjustP`.
 * @param variables arrays of the same length, a case at the same place in each
 * @returns symmetric; on the diagonal 1 without p and interval
 * @throws RangeError when the lengths differ or a value is infinite
 */
export function correlationMatrix(
  variables: readonly Values[],
  { method = 'pearson', level = 0.95 }: { method?: CorrelationMethod; level?: number } = {},
): CorrelationCell[][] {
  const cells: CorrelationCell[][] = variables.map(() => []);
  variables.forEach((one, i) => {
    variables.slice(0, i + 1).forEach((other, j) => {
      const found = METHODS[method](one, other, level);
      const cell =
        found.kind === 'not-estimable'
          ? { coefficient: null, p: null, low: null, high: null, n: found.n }
          : i === j
            ? { coefficient: 1, p: null, low: null, high: null, n: found.n }
            : pick(found);
      (cells[i] as CorrelationCell[])[j] = cell;
      (cells[j] as CorrelationCell[])[i] = cell;
    });
  });
  return cells;
}

function pick({ coefficient, p, low, high, n }: CorrelationCell): CorrelationCell {
  return { coefficient, p, low, high, n };
}
