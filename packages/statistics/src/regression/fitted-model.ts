import type { Coefficient } from './coefficients.ts';
import type { Design } from './design.ts';

/** What every fitted model holds, whatever its likelihood. */
export type FittedModel = {
  readonly coefficients: readonly Coefficient[];
  /** Names of the columns that say nothing beyond those before them; R prints NA for these. */
  readonly aliased: readonly string[];
  /** Of the coefficients, in their order. */
  readonly covariance: readonly Float64Array[];
  /** Of the intervals. */
  readonly level: number;
  readonly n: number;
  /** Cases left out because something is missing in them. */
  readonly missing: number;
  readonly basis: ModelBasis;
};

/** What later questions about a model are answered from: robust errors, influence, predictions. */
export type ModelBasis = {
  readonly design: Design;
  /** Places of the estimated columns in the plan. */
  readonly kept: readonly number[];
  readonly estimates: Float64Array;
  /** Inverse of R in the factorisation of the columns times the roots of the weights. */
  readonly rInverse: readonly Float64Array[];
  /** Weight of each case in the last step of the fit; `null` where all are 1. */
  readonly weights: Float64Array | null;
  /** What each case pulls at its linear predictor: times its row of the design, its share of the score. */
  readonly pulls: Float64Array;
  /** Of Student's t; `null` where the normal distribution judges. */
  readonly df: number | null;
};

/** The columns that were estimated. */
export function keptColumns({ design, kept }: ModelBasis): Float64Array[] {
  return kept.map((place) => design.columns[place] as Float64Array);
}

/** Places among the coefficients of those that belong to each term of the plan. */
export function placesByTerm({ design, kept }: ModelBasis): number[][] {
  return design.plan.terms.map((_, term) =>
    kept.flatMap((place, i) => (design.plan.columns[place]?.term === term ? [i] : [])),
  );
}

/**
 * Visits the cases one by one with their row of the design in the coordinates in which the weighted cross
 * product is 1: the squares of the row times the weight add up to the leverage.
 * @param visit must not keep the row: it is one array, filled anew for each case
 */
export function eachCase(basis: ModelBasis, visit: (row: Float64Array, i: number) => void): void {
  const columns = keptColumns(basis);
  const row = new Float64Array(columns.length);
  for (let i = 0; i < basis.design.n; i += 1) {
    for (let j = 0; j < row.length; j += 1) {
      const inverse = basis.rInverse[j] as Float64Array;
      let sum = 0;
      for (let k = 0; k <= j; k += 1) {
        sum += (inverse[k] as number) * ((columns[k] as Float64Array)[i] as number);
      }
      row[j] = sum;
    }
    visit(row, i);
  }
}

/** Length of any row of the design in those coordinates: times the residual deviation, the error of its prediction. */
export function rowLength(rInverse: readonly Float64Array[], x: readonly number[]): number {
  const squares = rInverse.reduce((sum, column) => {
    const turned = column.reduce((total, entry, j) => total + entry * (x[j] as number), 0);
    return sum + turned * turned;
  }, 0);
  return Math.sqrt(squares);
}

/** How much each case has to say about its own fitted value, 0 to 1: the diagonal of the hat matrix. */
export function leveragesOf(basis: ModelBasis): Float64Array {
  const leverages = new Float64Array(basis.design.n);
  eachCase(basis, (row, i) => {
    leverages[i] = leverageOf(row, basis.weights?.[i] ?? 1);
  });
  return leverages;
}

/** Of one visited case; 1 where rounding is all that keeps it from 1, as R. */
export function leverageOf(row: Float64Array, weight: number): number {
  const leverage = weight * row.reduce((sum, entry) => sum + entry * entry, 0);
  return leverage > 1 - 10 * Number.EPSILON ? 1 : leverage;
}
