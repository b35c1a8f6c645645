import { proportionInterval } from '../describe/proportion-interval.ts';
import { logGamma } from '../distributions/log-gamma.ts';
import { seededChance } from '../imputation/seeded-chance.ts';
import { requireLevel } from '../level.ts';
import type { NotEstimable } from '../values.ts';
import { countMatrix } from './count-matrix.ts';

export type FisherMonteCarlo =
  | {
      readonly kind: 'estimated';
      /** Never 0: the observed table is one of those that could be drawn. */
      readonly p: number;
      /** Interval of the exact p (Clopper and Pearson), as far as so many draws tell it. */
      readonly low: number;
      readonly high: number;
      readonly level: number;
      readonly draws: number;
      readonly n: number;
    }
  | NotEstimable<'fewer-than-two-rows-or-columns'>;

/** Tables as probable as the observed one count although rounding sets them a hair above it. */
const SAME = 1e-7;

/**
 * Fisher's exact test of a table too large to be walked, by simulation: the share of tables, drawn with the margins of the
 * observed one, that are at most as probable as it; (hits + 1) / (draws + 1), as `fisher.test(simulate.p.value = TRUE)`
 * (A. C. A. Hope, Journal of the Royal Statistical Society B 30, 1968).
 * @param options `seed`: the same seed, the same p; `draws` 9999; `level` of the interval 0.95
 * @throws RangeError when the rows differ in length, a cell is not a whole number from 0 up, or draws are no positive whole
 * number
 */
export function fisherMonteCarlo(
  counts: ReadonlyArray<readonly number[]>,
  { seed, draws = 9999, level = 0.95 }: { seed: number; draws?: number; level?: number },
): FisherMonteCarlo {
  requireLevel(level);
  if (!(Number.isSafeInteger(draws) && draws > 0)) {
    throw new RangeError(`not a positive whole number: ${draws}`);
  }
  const { rowTotals, columnTotals, n } = countMatrix(counts);
  if (rowTotals.filter(isFilled).length < 2 || columnTotals.filter(isFilled).length < 2) {
    return { kind: 'not-estimable', reason: 'fewer-than-two-rows-or-columns', n };
  }
  const logFactorials = Float64Array.from({ length: n + 1 }, (_, k) => logGamma(k + 1));
  const logOf = (cells: ArrayLike<number>) => {
    let sum = 0;
    for (let i = 0; i < cells.length; i += 1) sum += logFactorials[cells[i] as number] as number;
    return sum;
  };
  // A table is the less probable, the larger the product of its cells' factorials.
  const observed = logOf(counts.flat()) - SAME;
  const draw = tableDrawer({ rowTotals, columnTotals }, seed);
  let hits = 0;
  for (let i = 0; i < draws; i += 1) if (logOf(draw()) >= observed) hits += 1;
  const interval = proportionInterval({ count: hits, n: draws, level, method: 'clopper-pearson' });
  if (interval.kind === 'not-estimable') throw new Error('no draws');
  const { low, high } = interval;
  return { kind: 'estimated', p: (hits + 1) / (draws + 1), low, high, level, draws, n };
}

const isFilled = (total: number) => total > 0;

/** Deals the cases of the columns out to the rows, shuffled anew each time; the cells row by row. */
function tableDrawer(
  { rowTotals, columnTotals }: { rowTotals: readonly number[]; columnTotals: readonly number[] },
  seed: number,
): () => Uint32Array {
  const { below } = seededChance(seed);
  const width = columnTotals.length;
  const deck = Uint32Array.from(
    columnTotals.flatMap((total, column) => new Array<number>(total).fill(column)),
  );
  const cells = new Uint32Array(rowTotals.length * width);
  return () => {
    cells.fill(0);
    let at = 0;
    for (const [row, total] of rowTotals.entries()) {
      for (const end = at + total; at < end; at += 1) {
        const other = at + below(deck.length - at);
        const column = deck[other] as number;
        deck[other] = deck[at] as number;
        deck[at] = column;
        (cells[row * width + column] as number) += 1;
      }
    }
    return cells;
  };
}
