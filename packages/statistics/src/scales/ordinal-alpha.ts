import type { NotEstimable, Values } from '../values.ts';
import { averageCorrelationOf, steppedUp } from './covariance-sums.ts';
import { polychoric } from './polychoric.ts';
import type { Reversal } from './reversal.ts';
import { reverseAnswers } from './reverse-answers.ts';

export type PolychoricMatrix =
  | {
      readonly kind: 'estimated';
      /** Symmetric, 1 on the diagonal. */
      readonly correlations: ReadonlyArray<readonly number[]>;
      /** Cases behind the poorest pair. */
      readonly n: number;
    }
  | NotEstimable<'fewer-than-two-items' | 'an-item-does-not-vary' | 'a-pair-at-its-bound'>;

type PolychoricOptions = { emptyCells?: 0 | 0.5; reversed?: Reversal };

/**
 * Polychoric correlations of all pairs of items, each over the cases that answered both.
 * @param items one array an item, all of the same length, a case at the same place in each
 * @param options reversed items; `emptyCells` as for `polychoric`, 0 unless told otherwise
 * @throws RangeError when the lengths differ, an answer is infinite or a reversed item's range is left
 */
export function polychoricMatrix(
  items: readonly Values[],
  { emptyCells = 0, reversed }: PolychoricOptions = {},
): PolychoricMatrix {
  const columns = items.map((item, i) =>
    reversed?.items.includes(i) ? reverseAnswers(item, reversed) : item,
  );
  const correlations = columns.map(() => columns.map(() => 1));
  let fewest = columns[0]?.length ?? 0;
  if (items.length < 2) return { kind: 'not-estimable', reason: 'fewer-than-two-items', n: fewest };
  for (const [i, one] of columns.entries()) {
    for (const [j, other] of columns.slice(0, i).entries()) {
      const found = polychoric(one, other, { emptyCells });
      fewest = Math.min(fewest, found.n);
      if (found.kind === 'not-estimable') {
        const isBound = found.reason === 'at-its-bound';
        const reason = isBound ? 'a-pair-at-its-bound' : 'an-item-does-not-vary';
        return { kind: 'not-estimable', reason, n: found.n };
      }
      (correlations[i] as number[])[j] = found.rho;
      (correlations[j] as number[])[i] = found.rho;
    }
  }
  return { kind: 'estimated', correlations, n: fewest };
}

export type OrdinalAlpha =
  | {
      readonly kind: 'estimated';
      readonly alpha: number;
      readonly averageCorrelation: number;
      readonly items: number;
      /** Cases behind the poorest pair. */
      readonly n: number;
    }
  | Exclude<PolychoricMatrix, { kind: 'estimated' }>;

/**
 * Ordinal alpha: Cronbach's formula on polychoric correlations (B. D. Zumbo, A. M. Gadermann and C.
 * Zeisser, Journal of Modern Applied Statistical Methods 6, 2007). It tells of the variables behind the
 * answers, not of the answers' own sum.
 * @throws RangeError when the lengths differ, an answer is infinite or a reversed item's range is left
 */
export function ordinalAlpha(
  items: readonly Values[],
  options: PolychoricOptions = {},
): OrdinalAlpha {
  const matrix = polychoricMatrix(items, options);
  if (matrix.kind === 'not-estimable') return matrix;
  const all = items.map((_, i) => i);
  const averageCorrelation = averageCorrelationOf(matrix.correlations, all);
  const alpha = steppedUp(averageCorrelation, items.length);
  return { kind: 'estimated', alpha, averageCorrelation, items: items.length, n: matrix.n };
}
