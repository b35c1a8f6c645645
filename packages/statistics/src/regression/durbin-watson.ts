import { EigenvalueDecomposition, Matrix } from 'ml-matrix';
import { normalTails } from '../distributions/normal.ts';
import { type Tails, twoSided } from '../distributions/tails.ts';
import { type NotEstimable, sumOf } from '../values.ts';
import { keptColumns } from './fitted-model.ts';
import { type Factorisation, factorise, rotateBack } from './householder.ts';
import type { LinearModel } from './linear-model.ts';
import { quadraticFormTails } from './quadratic-form.ts';

/** From this many cases on the normal approximation serves, as in R. */
const MANY = 100;

export type DurbinWatson =
  | {
      readonly kind: 'estimated';
      /** 0 to 4; about 2 when neighbours have nothing in common. */
      readonly statistic: number;
      /** Against neighbours that are alike, the usual question. */
      readonly pPositive: number;
      /** Against neighbours that differ. */
      readonly pNegative: number;
      /** Two-sided. */
      readonly p: number;
      /** `exact` below 100 cases. */
      readonly method: 'exact' | 'normal';
      readonly n: number;
    }
  | NotEstimable<'weighted' | 'residuals-are-nothing'>;

/**
 * Whether neighbouring residuals go together, the cases being in order of time or place, as
 * `lmtest::dwtest`: J. Durbin and G. S. Watson, Biometrika 37 (1950), 38 (1951) and 58 (1971).
 */
export function durbinWatson(model: LinearModel): DurbinWatson {
  const { n, residuals, basis } = model;
  if (basis.weights) return { kind: 'not-estimable', reason: 'weighted', n };
  const below = sumOf(residuals.map((residual) => residual * residual));
  if (model.isPerfectFit || !(below > 0)) {
    return { kind: 'not-estimable', reason: 'residuals-are-nothing', n };
  }
  const steps = residuals.slice(1).map((residual, i) => residual - (residuals[i] as number));
  const statistic = sumOf(steps.map((step) => step * step)) / below;
  const factorisation = factorise(keptColumns(basis), { tolerance: 0 });
  const method = n < MANY ? 'exact' : 'normal';
  const tailsOf = method === 'exact' ? exactTails : normalApproximation;
  const tails = tailsOf(factorisation, n, statistic);
  return {
    kind: 'estimated',
    statistic,
    pPositive: tails.lower,
    pNegative: tails.upper,
    p: twoSided(tails),
    method,
    n,
  };
}

/** The statistic is a ratio of quadratic forms, below a value when their difference is below 0. */
function exactTails(factorisation: Factorisation, n: number, statistic: number): Tails {
  const rest = Array.from({ length: n - factorisation.r.length }, (_, i) =>
    axis(factorisation, n, factorisation.r.length + i),
  );
  const differenced = rest.map((column) => secondDifferences(column));
  const form = new Matrix(rest.map((x) => differenced.map((y) => product(x, y))));
  const { realEigenvalues } = new EigenvalueDecomposition(form, { assumeSymmetric: true });
  return quadraticFormTails(realEigenvalues.map((eigenvalue) => eigenvalue - statistic));
}

/** First two moments under independence: Durbin and Watson 1951, section 4. */
function normalApproximation(factorisation: Factorisation, n: number, statistic: number): Tails {
  const k = factorisation.r.length;
  const own = Array.from({ length: k }, (_, i) => axis(factorisation, n, i));
  const differenced = own.map((column) => secondDifferences(column));
  const inner = own.map((x) => differenced.map((y) => product(x, y)));
  const trace = inner.reduce((sum, row, i) => sum + (row[i] as number), 0);
  const squares = inner.flat().reduce((sum, entry) => sum + entry * entry, 0);
  const twice = differenced.reduce((sum, column) => sum + product(column, column), 0);
  const first = 2 * (n - 1) - trace;
  const second = 2 * (3 * n - 4) - 2 * twice + squares;
  const mean = first / (n - k);
  const variance = (2 / ((n - k) * (n - k + 2))) * (second - first * mean);
  return normalTails((statistic - mean) / Math.sqrt(variance));
}

/** One column of Q. */
function axis(factorisation: Factorisation, n: number, place: number): Float64Array {
  const unit = new Float64Array(n);
  unit[place] = 1;
  return rotateBack(factorisation, unit);
}

/** The matrix with x'Ax = the sum of squared steps of x, times x. */
function secondDifferences(x: Float64Array): Float64Array {
  return x.map((value, i) => {
    const before = i === 0 ? value : (x[i - 1] as number);
    const after = i === x.length - 1 ? value : (x[i + 1] as number);
    return 2 * value - before - after;
  });
}

function product(x: Float64Array, y: Float64Array): number {
  return sumOf(x.map((value, i) => value * (y[i] as number)));
}
