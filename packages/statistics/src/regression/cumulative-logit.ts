import { CholeskyDecomposition, Matrix } from 'ml-matrix';
import { meanOf, sumOf } from '../values.ts';
import { isNoWorse, largest, linearPredictor } from './maximum-likelihood.ts';
import { logistic, logLogistic } from './outcome-family.ts';

const MOST_STEPS = 100;
const SETTLED = 1e-9;
const FIRST_LOOK = 8;
const ALONG = 1e-6;

export type CumulativeFit = {
  readonly kind: 'fitted';
  readonly estimates: Float64Array;
  /** One fewer than levels, rising. */
  readonly thresholds: Float64Array;
  /** Of the estimates, then the thresholds. */
  readonly covariance: readonly Float64Array[];
  readonly logLikelihood: number;
};

/** No maximum; `isEndless` where the likelihood rises for ever along a direction. */
export type UnsettledCumulative = { readonly kind: 'unsettled'; readonly isEndless: boolean };

/**
 * Maximum likelihood of the thresholds and coefficients of a cumulative logit model by Newton's method with the
 * observed information, in standardised columns. The log-likelihood of a case at `upper` and `lower` threshold
 * less its predictor is log F(upper) + log (1 - F(lower)) + log (1 - exp(lower - upper)), F being the logistic
 * distribution: each part is concave, so that there is one maximum (J. W. Pratt, Journal of the American
 * Statistical Association 76, 1981).
 * @param columns none given by others and the constant
 * @param outcome places of the levels from 0; every level has a case
 */
export function fitCumulativeLogit(
  columns: readonly Float64Array[],
  outcome: Int32Array,
  levels: number,
): CumulativeFit | UnsettledCumulative {
  const centres = columns.map(meanOf);
  const centred = columns.map((column, j) => column.map((value) => value - (centres[j] as number)));
  const spreads = centred.map((column) =>
    Math.sqrt(sumOf(column.map((value) => value ** 2)) / column.length),
  );
  const task: Task = {
    columns: centred.map((column, j) => column.map((value) => value / (spreads[j] as number))),
    outcome,
    levels,
  };
  let parameters = startOf(task);
  let at = sumsAt(task, parameters);
  for (let step = 0; at !== null && step < MOST_STEPS; step += 1) {
    const move = stepOf(at);
    if (!move) return { kind: 'unsettled', isEndless: false };
    const size = shiftsAlong(task, move).size;
    if (step >= FIRST_LOOK && size > 0.1 && isEndless(task, move)) {
      return { kind: 'unsettled', isEndless: true };
    }
    const next: { parameters: Float64Array; at: Sums } | null = halved(task, {
      parameters,
      move,
      reach: at.logLikelihood,
    });
    if (next) ({ parameters, at } = next);
    if (size < SETTLED || (!next && size < 1e-6)) {
      return finished(at, { parameters, centres, spreads });
    }
    if (!next) return { kind: 'unsettled', isEndless: false };
  }
  return { kind: 'unsettled', isEndless: false };
}

/** Parameters: coefficients of the standardised columns, then thresholds. */
type Task = {
  readonly columns: readonly Float64Array[];
  readonly outcome: Int32Array;
  readonly levels: number;
};

type Sums = {
  readonly logLikelihood: number;
  readonly gradient: Float64Array;
  /** Less the second derivatives. */
  readonly information: Matrix;
};

function startOf({ columns, outcome, levels }: Task): Float64Array {
  const counts = new Float64Array(levels);
  for (const place of outcome) counts[place] = (counts[place] as number) + 1;
  const parameters = new Float64Array(columns.length + levels - 1);
  let below = 0;
  for (let k = 0; k < levels - 1; k += 1) {
    below += counts[k] as number;
    parameters[columns.length + k] = Math.log(below / (outcome.length - below));
  }
  return parameters;
}

/** `null` where the thresholds are not in order. */
function sumsAt({ columns, outcome, levels }: Task, parameters: Float64Array): Sums | null {
  const p = columns.length;
  const predictor = linearPredictor(columns, parameters, outcome.length);
  const thresholds = parameters.subarray(p);
  for (let k = 1; k < thresholds.length; k += 1) {
    if (!((thresholds[k] as number) > (thresholds[k - 1] as number))) return null;
  }
  const sums = emptySums(parameters.length);
  const row = new Float64Array(p);
  const logs = new Float64Array(outcome.length);
  for (let i = 0; i < outcome.length; i += 1) {
    const place = outcome[i] as number;
    const eta = predictor[i] as number;
    const own = caseAt(
      place < levels - 1 ? (thresholds[place] as number) - eta : Number.POSITIVE_INFINITY,
      place > 0 ? (thresholds[place - 1] as number) - eta : Number.NEGATIVE_INFINITY,
    );
    logs[i] = own.logLikelihood;
    for (let j = 0; j < p; j += 1) row[j] = -((columns[j] as Float64Array)[i] as number);
    addCase(sums, row, { own, place });
  }
  return {
    logLikelihood: sumOf(logs),
    gradient: sums.gradient,
    information: new Matrix(sums.information.map((line) => [...line])),
  };
}

type Case = {
  readonly logLikelihood: number;
  /** First derivatives by the upper and the lower bound. */
  readonly up: number;
  readonly down: number;
  /** Less the second ones: by the upper twice, the lower twice, and what both have in common. */
  readonly upUp: number;
  readonly downDown: number;
  readonly common: number;
};

/** For the lowest level the lower bound is infinite and has no part, for the highest the upper one. */
function caseAt(upper: number, lower: number): Case {
  const gap = upper - lower;
  const ratio = Number.isFinite(gap) ? 1 / Math.expm1(gap) : 0;
  const common = ratio * (1 + ratio);
  const above = logistic(-upper);
  const below = logistic(lower);
  return {
    logLikelihood:
      (upper === Infinity ? 0 : logLogistic(upper)) +
      (lower === -Infinity ? 0 : logLogistic(-lower)) +
      (Number.isFinite(gap) ? Math.log(-Math.expm1(-gap)) : 0),
    up: upper === Infinity ? 0 : above + ratio,
    down: lower === -Infinity ? 0 : -below - ratio,
    upUp: upper === Infinity ? 0 : above * (1 - above) + common,
    downDown: lower === -Infinity ? 0 : below * (1 - below) + common,
    common,
  };
}

/** Plain numbers: this is done for every case in every step. */
type Adding = {
  readonly gradient: Float64Array;
  readonly information: readonly Float64Array[];
};

function emptySums(size: number): Adding {
  return {
    gradient: new Float64Array(size),
    information: Array.from({ length: size }, () => new Float64Array(size)),
  };
}

/** The bounds of a case depend on a threshold each (infinite ones on none), and both on the row. */
function addCase(
  sums: Adding,
  row: Float64Array,
  { own, place }: { own: Case; place: number },
): void {
  const p = row.length;
  const { up, down, upUp, downDown, common } = own;
  const whole = upUp + downDown - 2 * common;
  for (let i = 0; i < p; i += 1) {
    const x = row[i] as number;
    (sums.gradient[i] as number) += (up + down) * x;
    const line = sums.information[i] as Float64Array;
    for (let j = 0; j < p; j += 1) (line[j] as number) += whole * (x * (row[j] as number));
  }
  const upper = p + place;
  const hasUpper = upper < sums.gradient.length;
  const hasLower = place > 0;
  if (hasUpper) addBound(sums, row, { at: upper, first: up, second: upUp, common });
  if (hasLower) addBound(sums, row, { at: upper - 1, first: down, second: downDown, common });
  if (hasUpper && hasLower) {
    ((sums.information[upper] as Float64Array)[upper - 1] as number) -= common;
    ((sums.information[upper - 1] as Float64Array)[upper] as number) -= common;
  }
}

function addBound(
  { gradient, information }: Adding,
  row: Float64Array,
  bound: { at: number; first: number; second: number; common: number },
): void {
  const { at, first, second, common } = bound;
  const own = information[at] as Float64Array;
  (gradient[at] as number) += first;
  (own[at] as number) += second;
  for (let i = 0; i < row.length; i += 1) {
    const value = (second - common) * (row[i] as number);
    ((information[i] as Float64Array)[at] as number) += value;
    (own[i] as number) += value;
  }
}

function stepOf({ gradient, information }: Sums): Float64Array | null {
  const decomposition = new CholeskyDecomposition(information);
  if (!decomposition.isPositiveDefinite()) return null;
  return Float64Array.from(decomposition.solve(Matrix.columnVector([...gradient])).to1DArray());
}

function halved(
  task: Task,
  { parameters, move, reach }: { parameters: Float64Array; move: Float64Array; reach: number },
): { parameters: Float64Array; at: Sums } | null {
  for (let length = 1; length > 1e-9; length /= 2) {
    const next = parameters.map((value, j) => value + length * (move[j] as number));
    const at = sumsAt(task, next);
    if (at && isNoWorse(at.logLikelihood, reach)) return { parameters: next, at };
  }
  return null;
}

/** By how much each case's upper and lower bound move, 0 for infinite ones, and by how much at most. */
function shiftsAlong(
  { columns, outcome, levels }: Task,
  move: Float64Array,
): { up: Float64Array; down: Float64Array; size: number } {
  const predictor = linearPredictor(columns, move, outcome.length);
  const thresholds = move.subarray(columns.length);
  const up = Float64Array.from(outcome, (place, i) =>
    place < levels - 1 ? (thresholds[place] as number) - (predictor[i] as number) : 0,
  );
  const down = Float64Array.from(outcome, (place, i) =>
    place > 0 ? (thresholds[place - 1] as number) - (predictor[i] as number) : 0,
  );
  return { up, down, size: Math.max(largest(up), largest(down)) };
}

/** Whether no case becomes less likely along the way. */
function isEndless(task: Task, move: Float64Array): boolean {
  const { up, down, size } = shiftsAlong(task, move);
  const slack = ALONG * size;
  return up.every((value) => value >= -slack) && down.every((value) => value <= slack);
}

/** Back to the columns as they were: slopes by the spreads, thresholds by what the centres add. */
function finished(
  { information, logLikelihood }: Sums,
  {
    parameters,
    centres,
    spreads,
  }: { parameters: Float64Array; centres: readonly number[]; spreads: readonly number[] },
): CumulativeFit {
  const p = centres.length;
  const size = parameters.length;
  const back = Matrix.eye(size);
  spreads.forEach((spread, j) => {
    back.set(j, j, 1 / spread);
    for (let k = p; k < size; k += 1) back.set(k, j, (centres[j] as number) / spread);
  });
  const values = back.mmul(Matrix.columnVector([...parameters])).to1DArray();
  const inverse = new CholeskyDecomposition(information).solve(Matrix.eye(size));
  const covariance = back.mmul(inverse).mmul(back.transpose());
  return {
    kind: 'fitted',
    estimates: Float64Array.from(values.slice(0, p)),
    thresholds: Float64Array.from(values.slice(p)),
    covariance: covariance.to2DArray().map((row) => Float64Array.from(row)),
    logLikelihood,
  };
}
