import { Matrix } from 'ml-matrix';
import {
  choleskyOf,
  discrepancyAt,
  type Likelihood,
  likelihoodAt,
  type OneFactor,
} from './one-factor-likelihood.ts';

const STEPS = 2000;
const SETTLED = 1e-12;

export type FittedFactor = OneFactor & Pick<Likelihood, 'discrepancy' | 'expected'>;

/**
 * One factor by maximum likelihood, uniquenesses free to fall below 0 as in lavaan.
 *
 * Newton's steps where the Hessian is positive definite, Fisher's scoring where it is not, each shortened
 * until the discrepancy falls.
 * @param correlations positive definite
 * @returns `null` when it does not settle
 */
export function fitOneFactor(correlations: Matrix): FittedFactor | null {
  let model = startOf(correlations);
  let at = likelihoodAt(correlations, model);
  for (let step = 0; at !== null && step < STEPS; step += 1) {
    const size = at.gradient.reduce((most, entry) => Math.max(most, Math.abs(entry)), 0);
    if (size < SETTLED) break;
    const next = better(correlations, model, at);
    // No step falls any more: at the bottom as far as doubles go, or stuck far from it.
    if (!next) return size < 1e-6 ? finished(model, at) : null;
    model = next;
    at = likelihoodAt(correlations, model);
  }
  return at && finished(model, at);
}

function finished(model: OneFactor, { discrepancy, expected }: Likelihood): FittedFactor {
  const sum = model.loadings.reduce((total, loading) => total + loading, 0);
  const loadings = sum < 0 ? model.loadings.map((loading) => -loading) : model.loadings;
  return {
    loadings,
    uniquenesses: model.uniquenesses,
    discrepancy: Math.max(0, discrepancy),
    expected,
  };
}

/** K. G. Joereskog's start for uniquenesses, the centroid for loadings. */
function startOf(correlations: Matrix): OneFactor {
  const k = correlations.rows;
  const inverse = choleskyOf(correlations)?.solve(Matrix.eye(k)) ?? Matrix.eye(k);
  const uniquenesses = Float64Array.from(
    { length: k },
    (_, i) => (1 - 0.5 / k) / inverse.get(i, i),
  );
  const loadings = Float64Array.from({ length: k }, (_, i) => {
    const sign = Math.sign(correlations.getRow(i).reduce((sum, r) => sum + r, 0)) || 1;
    return sign * Math.sqrt(Math.max(0.01, 1 - (uniquenesses[i] as number)));
  });
  return { loadings, uniquenesses };
}

function better(correlations: Matrix, model: OneFactor, at: Likelihood): OneFactor | null {
  const gradient = Matrix.columnVector([...at.gradient]);
  for (const hessian of [at.observed, at.expected]) {
    const direction = choleskyOf(hessian)?.solve(gradient);
    if (!direction) continue;
    for (let length = 1; length > 1e-10; length /= 2) {
      const next = moved(model, direction, length);
      const discrepancy = discrepancyAt(correlations, next);
      if (discrepancy !== null && discrepancy < at.discrepancy) return next;
    }
  }
  return null;
}

function moved(
  { loadings, uniquenesses }: OneFactor,
  direction: Matrix,
  length: number,
): OneFactor {
  const k = loadings.length;
  return {
    loadings: loadings.map((value, i) => value - length * direction.get(i, 0)),
    uniquenesses: uniquenesses.map((value, i) => value - length * direction.get(k + i, 0)),
  };
}
