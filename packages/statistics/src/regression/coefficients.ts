import { normalQuantile, normalTails } from '../distributions/normal.ts';
import { studentTQuantile, studentTTails } from '../distributions/student-t.ts';
import { twoSided } from '../distributions/tails.ts';
import { requireLevel } from '../level.ts';
import type { Design } from './design.ts';
import type { DesignColumn } from './design-plan.ts';

/** One estimated parameter of a model. */
export type Coefficient = Pick<DesignColumn, 'name' | 'parts'> & {
  /** Name of its term; `null` for the intercept. */
  readonly term: string | null;
  readonly estimate: number;
  readonly standardError: number;
  /** Estimate by standard error: Student's t, or the normal deviate where the model has no residual variance. */
  readonly statistic: number;
  /** Two-sided. */
  readonly p: number;
  readonly low: number;
  readonly high: number;
};

/** How estimates are judged: by Student's t with `df`, by the normal distribution where it is `null`. */
export type Judgement = { readonly df: number | null; readonly level: number };

/**
 * @param standardError 0 for what fits perfectly: then the statistic is infinite, or 0 for an estimate of 0
 */
export function judged(
  estimate: number,
  standardError: number,
  { df, level }: Judgement,
): Pick<Coefficient, 'estimate' | 'standardError' | 'statistic' | 'p' | 'low' | 'high'> {
  const statistic = estimate === 0 ? 0 : estimate / standardError;
  const reach = criticalValue({ df, level }) * standardError;
  return {
    estimate,
    standardError,
    statistic,
    p: twoSided(df === null ? normalTails(statistic) : studentTTails(statistic, df)),
    low: estimate - reach,
    high: estimate + reach,
  };
}

/** Standard errors from an estimate to the end of its interval. */
export function criticalValue({ df, level }: Judgement): number {
  requireLevel(level);
  const tail = { upper: (1 - level) / 2 };
  return df === null ? normalQuantile(tail) : studentTQuantile(tail, df);
}

/** Every kept column with its estimate, judged by the diagonal of a covariance matrix. */
export function coefficientTable(
  { plan }: Pick<Design, 'plan'>,
  {
    kept,
    estimates,
    covariance,
  }: {
    readonly kept: readonly number[];
    readonly estimates: Float64Array;
    readonly covariance: readonly Float64Array[];
  },
  judgement: Judgement,
): Coefficient[] {
  return kept.map((place, i) => {
    const { name, parts, term } = plan.columns[place] as DesignColumn;
    const variance = (covariance[i] as Float64Array)[i] as number;
    return {
      name,
      parts,
      term: term === null ? null : (plan.terms[term]?.name ?? null),
      ...judged(estimates[i] as number, Math.sqrt(variance), judgement),
    };
  });
}
