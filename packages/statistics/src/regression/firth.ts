import { sumOf } from '../values.ts';
import { rowLength } from './fitted-model.ts';
import { backSubstitute, effectsOf, factorise, inverseOfR } from './householder.ts';
import {
  isNoWorse,
  type LikelihoodMaximum,
  largest,
  likelihoodOf,
  linearPredictor,
} from './maximum-likelihood.ts';
import { BINARY } from './outcome-family.ts';

const MOST_STEPS = 2000;
const SETTLED = 1e-11;

/** A maximum of the penalised likelihood. */
export type FirthFit = LikelihoodMaximum & {
  /** Log-likelihood plus half the logarithm of the determinant of the information. */
  readonly penalised: number;
};

/**
 * Logistic regression by D. Firth's penalised likelihood (Biometrika 80, 1993), which has a maximum also where
 * the likelihood has none (G. Heinze and M. Schemper, Statistics in Medicine 21, 2002): each case pulls by
 * outcome - mean + leverage (1/2 - mean).
 *
 * Where only some columns are free, the penalty still is that of all of them, as in `logistf`.
 * @param start estimates to start from; those of the columns that are not free stay
 * @returns `null` when it does not settle
 */
export function fitFirth(
  columns: readonly Float64Array[],
  outcome: Float64Array,
  {
    start = new Float64Array(columns.length),
    free = columns.map((_, j) => j),
  }: { start?: Float64Array; free?: readonly number[] } = {},
): FirthFit | null {
  const freeColumns = free.map((j) => columns[j] as Float64Array);
  let estimates = start;
  let at = penalisedAt(columns, outcome, estimates);
  for (let step = 0; at !== null && step < MOST_STEPS; step += 1) {
    // The leverages pull as if they were cases: counted in, a step does not overshoot.
    const { leverages } = at;
    const roots = at.weights.map((weight, i) => Math.sqrt(weight * (1 + (leverages[i] as number))));
    const wanted = at.pulls.map((pull, i) => pull / (roots[i] as number));
    const factorisation = factorise(freeColumns, { roots, tolerance: 0 });
    const move = backSubstitute(factorisation, effectsOf(factorisation, wanted));
    const size = largest(linearPredictor(freeColumns, move, outcome.length));
    if (Number.isNaN(size)) return null;
    if (size < SETTLED) return { ...at, kind: 'fitted', estimates };
    const next: { estimates: Float64Array; at: Penalised } | null = better(columns, outcome, {
      estimates,
      free,
      move,
      reach: at.penalised,
    });
    if (!next) return size < 1e-6 ? { ...at, kind: 'fitted', estimates } : null;
    ({ estimates, at } = next);
  }
  return null;
}

type Penalised = Omit<FirthFit, 'kind' | 'estimates'> & { readonly leverages: Float64Array };

function better(
  columns: readonly Float64Array[],
  outcome: Float64Array,
  {
    estimates,
    free,
    move,
    reach,
  }: { estimates: Float64Array; free: readonly number[]; move: Float64Array; reach: number },
): { estimates: Float64Array; at: Penalised } | null {
  for (let length = 1; length > 1e-9; length /= 2) {
    const next = estimates.slice();
    free.forEach((place, j) => {
      next[place] = (next[place] as number) + length * (move[j] as number);
    });
    const at = penalisedAt(columns, outcome, next);
    if (at && isNoWorse(at.penalised, reach)) return { estimates: next, at };
  }
  return null;
}

/** `null` where the information has no inverse. */
function penalisedAt(
  columns: readonly Float64Array[],
  outcome: Float64Array,
  estimates: Float64Array,
): Penalised | null {
  const predictor = linearPredictor(columns, estimates, outcome.length);
  const weights = predictor.map((eta) => BINARY.weightAt(eta));
  const factorisation = factorise(columns, { roots: weights.map(Math.sqrt), tolerance: 0 });
  if (factorisation.aliased.length > 0) return null;
  const rInverse = inverseOfR(factorisation);
  const logLikelihood = likelihoodOf({ family: BINARY, outcome }, predictor);
  const halfLogDeterminant = sumOf(
    factorisation.r.map((column, j) => Math.log(Math.abs(column[j] as number))),
  );
  const leverages = weights.map((weight, i) => {
    const x = columns.map((column) => column[i] as number);
    return weight * rowLength(rInverse, x) ** 2;
  });
  const pulls = predictor.map((eta, i) => {
    const extra = (leverages[i] as number) * (0.5 - BINARY.meanAt(eta));
    return BINARY.pullAt(outcome[i] as number, eta) + extra;
  });
  return {
    predictor,
    weights,
    pulls,
    leverages,
    rInverse,
    logLikelihood,
    penalised: logLikelihood + halfLogDeterminant,
  };
}
