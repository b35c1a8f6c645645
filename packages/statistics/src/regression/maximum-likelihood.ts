import { sumOf } from '../values.ts';
import { backSubstitute, inverseOfR } from './householder.ts';
import type { OutcomeFamily } from './outcome-family.ts';
import { isSingular, type Triangle, triangleOf } from './triangle.ts';

const MOST_STEPS = 100;
const SETTLED = 1e-9;
/** Where a direction in which the likelihood may rise for ever is looked for. */
const FIRST_LOOK = 8;
const ALONG = 1e-6;

/** Outcomes, the columns that explain them (none given by others) and what is added to the predictor. */
export type LikelihoodTask = {
  readonly columns: readonly Float64Array[];
  readonly outcome: Float64Array;
  readonly offset: Float64Array | null;
  readonly family: OutcomeFamily;
};

/** The maximum, with the expected information there. */
export type LikelihoodMaximum = {
  readonly kind: 'fitted';
  readonly estimates: Float64Array;
  readonly predictor: Float64Array;
  readonly weights: Float64Array;
  readonly pulls: Float64Array;
  readonly rInverse: readonly Float64Array[];
  readonly logLikelihood: number;
};

/** No maximum: the likelihood rises for ever along `direction`, or no step helps (`null`). */
export type Unsettled = { readonly kind: 'unsettled'; readonly direction: Float64Array | null };

/**
 * Maximum likelihood by Newton's method, each step a weighted least squares problem solved by QR, halved until
 * the likelihood does not fall.
 *
 * Without a maximum (A. Albert and J. A. Anderson, Biometrika 71, 1984) the steps settle on a direction along
 * which no case becomes less likely and some become ever more so; that direction itself is the proof.
 * @param start estimates to start from
 */
export function maximiseLikelihood(
  task: LikelihoodTask,
  start?: Float64Array,
): LikelihoodMaximum | Unsettled {
  const { columns, outcome, family } = task;
  let estimates = start ?? firstEstimates(task);
  let predictor = predictorOf(task, estimates);
  let logLikelihood = likelihoodOf(task, predictor);
  for (let step = 0; step < MOST_STEPS; step += 1) {
    const triangle = stepAt(task, predictor);
    if (isSingular(triangle)) return { kind: 'unsettled', direction: null };
    const move = backSubstitute(triangle, triangle.effects);
    const shift = linearPredictor(columns, move, outcome.length);
    const size = largest(shift);
    if (!Number.isFinite(size)) return { kind: 'unsettled', direction: null };
    if (step >= FIRST_LOOK && size > 0.1) {
      const falls = outcome.some((y, i) => family.fallAlong(y, shift[i] as number) > ALONG * size);
      if (!falls) return { kind: 'unsettled', direction: move };
    }
    const next = halved(task, { estimates, move, logLikelihood });
    if (next) ({ estimates, predictor, logLikelihood } = next);
    if (size < SETTLED || (!next && size < 1e-6)) return finished(task, estimates);
    if (!next) return { kind: 'unsettled', direction: null };
  }
  return { kind: 'unsettled', direction: null };
}

function finished(task: LikelihoodTask, estimates: Float64Array): LikelihoodMaximum {
  const predictor = predictorOf(task, estimates);
  const { columns, outcome, family } = task;
  const weights = predictor.map((eta) => family.weightAt(eta));
  const information = triangleOf(columns, outcome.length, {
    rootAt: (i) => Math.sqrt(weights[i] as number),
    wantedAt: () => 0,
  });
  return {
    kind: 'fitted',
    estimates,
    predictor,
    weights,
    pulls: predictor.map((eta, i) => family.pullAt(outcome[i] as number, eta)),
    rInverse: inverseOfR(information),
    logLikelihood: likelihoodOf(task, predictor),
  };
}

/** Least squares towards a predictor near each outcome. */
function firstEstimates({ columns, outcome, offset, family }: LikelihoodTask): Float64Array {
  const triangle = triangleOf(columns, outcome.length, {
    rootAt: () => 1,
    wantedAt: (i) => family.startFor(outcome[i] as number) - (offset?.[i] ?? 0),
  });
  return backSubstitute(triangle, triangle.effects);
}

/** The weighted least squares problem of one step. */
function stepAt({ columns, outcome, family }: LikelihoodTask, predictor: Float64Array): Triangle {
  return triangleOf(columns, outcome.length, {
    rootAt: (i) => Math.sqrt(family.curvatureAt(outcome[i] as number, predictor[i] as number)),
    wantedAt: (i, root) => family.pullAt(outcome[i] as number, predictor[i] as number) / root,
  });
}

type Place = { estimates: Float64Array; predictor: Float64Array; logLikelihood: number };

function halved(
  task: LikelihoodTask,
  {
    estimates,
    move,
    logLikelihood,
  }: { estimates: Float64Array; move: Float64Array; logLikelihood: number },
): Place | null {
  for (let length = 1; length > 1e-9; length /= 2) {
    const next = estimates.map((value, j) => value + length * (move[j] as number));
    const predictor = predictorOf(task, next);
    const reached = likelihoodOf(task, predictor);
    if (isNoWorse(reached, logLikelihood)) {
      return { estimates: next, predictor, logLikelihood: reached };
    }
  }
  return null;
}

/** Whether a likelihood did not fall, but for rounding. */
export function isNoWorse(reached: number, before: number): boolean {
  return reached >= before - 1e-13 * (1 + Math.abs(before));
}

/** The columns times the estimates, for `n` cases. */
export function linearPredictor(
  columns: readonly Float64Array[],
  estimates: Float64Array,
  n: number,
): Float64Array {
  const sum = new Float64Array(n);
  columns.forEach((column, j) => {
    const estimate = estimates[j] as number;
    for (let i = 0; i < n; i += 1) {
      sum[i] = (sum[i] as number) + estimate * (column[i] as number);
    }
  });
  return sum;
}

function predictorOf(
  { columns, outcome, offset }: LikelihoodTask,
  estimates: Float64Array,
): Float64Array {
  const predictor = linearPredictor(columns, estimates, outcome.length);
  return offset ? predictor.map((value, i) => value + (offset[i] as number)) : predictor;
}

/** Log-likelihood at these linear predictors. */
export function likelihoodOf(
  { family, outcome }: Pick<LikelihoodTask, 'family' | 'outcome'>,
  predictor: Float64Array,
): number {
  return sumOf(predictor.map((eta, i) => family.logLikelihoodAt(outcome[i] as number, eta)));
}

/** Deviance at these linear predictors. */
export function devianceOf(
  { family, outcome }: Pick<LikelihoodTask, 'family' | 'outcome'>,
  predictor: Float64Array,
): number {
  return sumOf(predictor.map((eta, i) => family.devianceAt(outcome[i] as number, eta)));
}

/** Largest size of any entry. */
export function largest(values: Float64Array): number {
  let most = 0;
  for (const value of values) {
    // A NaN must not pass unseen.
    if (!(Math.abs(value) <= most)) most = Math.abs(value);
  }
  return most;
}
