import { chiSquareTails } from '../distributions/chi-square.ts';
import { meanOf, type NotEstimable, sumOf } from '../values.ts';
import { keptColumns } from './fitted-model.ts';
import { effectsOf, factorise } from './householder.ts';
import type { LinearModel } from './linear-model.ts';

export type BreuschPagan =
  | {
      readonly kind: 'estimated';
      /** R. Koenker, Journal of Econometrics 17 (1981): holds without normal errors. */
      readonly studentised: { readonly chiSquare: number; readonly p: number };
      /** T. S. Breusch and A. R. Pagan, Econometrica 47 (1979). */
      readonly original: { readonly chiSquare: number; readonly p: number };
      readonly df: number;
      readonly n: number;
    }
  | NotEstimable<
      'weighted' | 'no-intercept' | 'only-an-intercept' | 'squared-residuals-do-not-vary'
    >;

/** Whether the residual variance depends on the columns of the model, as `lmtest::bptest`. */
export function breuschPagan(model: LinearModel): BreuschPagan {
  const { n, residuals, basis } = model;
  const none = (reason: Extract<BreuschPagan, { kind: 'not-estimable' }>['reason']) =>
    ({ kind: 'not-estimable', reason, n }) as const;
  if (basis.weights) return none('weighted');
  if (!basis.design.plan.hasIntercept) return none('no-intercept');
  const df = basis.kept.length - 1;
  if (df === 0) return none('only-an-intercept');
  const squared = residuals.map((residual) => residual * residual);
  const mean = meanOf(squared);
  const whole = sumOf(squared.map((value) => (value - mean) ** 2));
  // Less than rounding leaves.
  if (!(whole > n * (1e-12 * mean) ** 2)) return none('squared-residuals-do-not-vary');
  const effects = effectsOf(factorise(keptColumns(basis), { tolerance: 0 }), squared);
  const explained = sumOf(effects.subarray(1, df + 1).map((effect) => effect * effect));
  const tested = (chiSquare: number) => ({ chiSquare, p: chiSquareTails(chiSquare, df).upper });
  return {
    kind: 'estimated',
    studentised: tested((n * explained) / whole),
    original: tested(explained / (2 * mean * mean)),
    df,
    n,
  };
}
