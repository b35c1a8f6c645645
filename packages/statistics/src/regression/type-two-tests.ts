import { CholeskyDecomposition } from 'ml-matrix';
import { chiSquareTails } from '../distributions/chi-square.ts';
import { fTails } from '../distributions/f.ts';
import type { DesignTerm } from './design-plan.ts';
import { type FittedModel, placesByTerm } from './fitted-model.ts';
import { type NoRobustCovariance, type RobustErrors, robustCovariance } from './robust-errors.ts';
import { correlations } from './variance-inflation.ts';

/** Share of an error that others do not give, below which there is none. */
const SINGULAR = 1e-7;

export type TermTest = {
  readonly term: string;
  /** Its columns that were estimated. */
  readonly df: number;
  /** F, or chi-square where the model is judged by the normal distribution; `null` if it cannot be had. */
  readonly statistic: number | null;
  readonly p: number | null;
};

export type TypeTwoTests = {
  readonly kind: 'estimated';
  readonly terms: readonly TermTest[];
  /** Of F's denominator; `null` with chi-squares. */
  readonly residualDf: number | null;
  readonly n: number;
};

/**
 * Each term against the model with all terms that do not contain it, as `car::Anova(type = 2)`: by F in a
 * linear model, by Wald's chi-square in others, with robust errors if asked for (J. Fox, Applied Regression
 * Analysis and Generalized Linear Models, 2016, section 8.2.5). A term has no statistic when all of its
 * columns are aliased, when there are too few clusters for its columns, or when nothing is left to judge by.
 * @throws RangeError as `robustCovariance`
 */
export function typeTwoTests(
  model: FittedModel,
  errors?: RobustErrors,
): TypeTwoTests | NoRobustCovariance {
  const judged = errors
    ? robustCovariance(model, errors)
    : ({ kind: 'estimated', covariance: model.covariance, df: model.basis.df } as const);
  if (judged.kind === 'not-estimable') return judged;
  const { covariance, df: residualDf } = judged;
  const { terms } = model.basis.design.plan;
  const places = placesByTerm(model.basis);
  return {
    kind: 'estimated',
    residualDf,
    n: model.n,
    terms: terms.map((term, i) => {
      const own = places[i] ?? [];
      const containing = places.filter((_, j) => j !== i && contains(terms[j], term)).flat();
      const wald = waldOf(model.basis.estimates, covariance, { known: containing, own });
      return { term: term.name, df: own.length, ...tested(wald, own.length, residualDf) };
    }),
  };
}

function contains(whole: DesignTerm | undefined, part: DesignTerm): boolean {
  return part.predictors.every((name) => whole?.predictors.includes(name));
}

/**
 * What a term's coefficients say beyond those of the terms that contain it: the last entries of the
 * estimates turned so that they do not correlate, squared and added up.
 */
function waldOf(
  estimates: Float64Array,
  covariance: readonly Float64Array[],
  { known, own }: { known: readonly number[]; own: readonly number[] },
): number | null {
  const places = [...known, ...own];
  const errorOf = (place: number) =>
    Math.sqrt((covariance[place] as Float64Array)[place] as number);
  if (places.some((place) => errorOf(place) === 0)) return null;
  const decomposition = new CholeskyDecomposition(correlations(covariance, places));
  if (own.length === 0 || !decomposition.isPositiveDefinite()) return null;
  const lower = decomposition.lowerTriangularMatrix;
  // Fewer clusters than columns: what is left of the last ones is rounding.
  if (lower.diagonal().some((left) => left < SINGULAR)) return null;
  const turned: number[] = [];
  places.forEach((place, i) => {
    const explained = turned.reduce((sum, value, j) => sum + lower.get(i, j) * value, 0);
    turned.push(((estimates[place] as number) / errorOf(place) - explained) / lower.get(i, i));
  });
  return turned.slice(known.length).reduce((sum, value) => sum + value * value, 0);
}

function tested(
  wald: number | null,
  df: number,
  residualDf: number | null,
): Pick<TermTest, 'statistic' | 'p'> {
  if (wald === null) return { statistic: null, p: null };
  if (residualDf === null) return { statistic: wald, p: chiSquareTails(wald, df).upper };
  const statistic = wald / df;
  return { statistic, p: fTails(statistic, { df1: df, df2: residualDf }).upper };
}
