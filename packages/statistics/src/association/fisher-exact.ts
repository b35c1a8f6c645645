import { hypergeometricProbability, hypergeometricRange } from '../distributions/hypergeometric.ts';
import { increasingRoot } from '../distributions/root.ts';
import type { Tails } from '../distributions/tails.ts';
import { requireLevel } from '../level.ts';
import type { NotEstimable } from '../values.ts';
import { countMatrix, fourCells } from './count-matrix.ts';

export type FisherExact =
  | {
      readonly kind: 'estimated';
      /** Two-sided: all tables at most as probable as the observed one. */
      readonly p: number;
      /** Conditional maximum likelihood estimate; 0 or Infinity when a count is at its end. */
      readonly oddsRatio: number;
      /** Exact interval of the odds ratio: from 0, and to Infinity, at the ends. */
      readonly low: number;
      readonly high: number;
      readonly level: number;
      readonly n: number;
    }
  | NotEstimable<'empty-row-or-column'>;

/** Tables as probable as the observed one count although rounding sets them a hair above it. */
const SAME = 1 + 1e-7;

/**
 * Fisher's exact test of a table of two by two, with the conditional odds ratio and its exact interval
 * (noncentral hypergeometric distribution), as `fisher.test`.
 * @param counts a b / c d
 * @throws RangeError when it is no table of two by two whole numbers from 0 up
 */
export function fisherExact(counts: ReadonlyArray<readonly number[]>, level = 0.95): FisherExact {
  requireLevel(level);
  const table = countMatrix(counts);
  const [a, b, c, d] = fourCells(table);
  const n = table.n;
  if ([a + b, c + d, a + c, b + d].includes(0)) {
    return { kind: 'not-estimable', reason: 'empty-row-or-column', n };
  }
  const draw = { marked: a + b, unmarked: c + d, drawn: a + c };
  const [lowest, highest] = hypergeometricRange(draw);
  const chances = Float64Array.from({ length: highest - lowest + 1 }, (_, i) =>
    hypergeometricProbability(lowest + i, draw),
  );
  const place = a - lowest;
  const last = highest - lowest;
  const tail = (1 - level) / 2;
  return {
    kind: 'estimated',
    p: pointP(chances, place),
    oddsRatio: ends(place, last) ?? oddsWhere(chances, (at) => at.mean - place),
    low: place === 0 ? 0 : oddsWhere(chances, (at) => logOf(at.tails(place - 1).upper / tail)),
    high:
      place === last
        ? Number.POSITIVE_INFINITY
        : oddsWhere(chances, (at) => -logOf(at.tails(place).lower / tail)),
    level,
    n,
  };
}

function pointP(chances: Float64Array, place: number): number {
  const bound = (chances[place] as number) * SAME;
  return Math.min(
    1,
    chances.reduce((sum, chance) => sum + (chance <= bound ? chance : 0), 0),
  );
}

function ends(place: number, last: number): number | null {
  if (place === 0) return 0;
  return place === last ? Number.POSITIVE_INFINITY : null;
}

/** The distribution of the first cell under one odds ratio. */
type Tilted = { readonly mean: number; readonly tails: (place: number) => Tails };

/** The odds ratio at which an increasing function of the tilted distribution passes zero. */
function oddsWhere(chances: Float64Array, distance: (at: Tilted) => number): number {
  return Math.exp(increasingRoot((logOdds) => distance(tilted(chances, logOdds)), 0));
}

/** Each chance times odds^place, made to add up to one; on logarithms, so that none is lost. */
function tilted(chances: Float64Array, logOdds: number): Tilted {
  const logs = chances.map((chance, place) => Math.log(chance) + place * logOdds);
  const largest = logs.reduce((most, log) => Math.max(most, log), Number.NEGATIVE_INFINITY);
  const weights = logs.map((log) => Math.exp(log - largest));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const share = (from: number, to: number) =>
    weights.subarray(from, to).reduce((sum, weight) => sum + weight, 0) / total;
  return {
    mean: weights.reduce((sum, weight, place) => sum + weight * place, 0) / total,
    tails: (place) => ({ lower: share(0, place + 1), upper: share(place + 1, weights.length) }),
  };
}

/** A tail that has underflown is far off, not infinitely far. */
const logOf = (ratio: number) => Math.log(Math.max(ratio, Number.MIN_VALUE));
