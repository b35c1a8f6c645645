import type { Matrix } from 'ml-matrix';
import type { NotEstimable } from '../values.ts';
import { drawDonors } from './donors.ts';
import { drawnRegression, predicted } from './drawn-regression.ts';
import {
  type CodedVariable,
  type CompletedVariable,
  codeVariables,
  decoded,
  type IncompleteVariable,
} from './incomplete-variables.ts';
import { indicators, predictorColumns } from './predictor-columns.ts';
import { type SeededChance, seededChance } from './seeded-chance.ts';

export type Imputations =
  | {
      readonly kind: 'imputed';
      /** Completed data, one for each imputation; variables in their order. */
      readonly dataSets: readonly (readonly CompletedVariable[])[];
      /**
       * To see whether the chains have mixed: for each imputation and iteration the mean of each variable's
       * imputed values; `null` for factors and where nothing was missing.
       */
      readonly chains: readonly (readonly (readonly (number | null)[])[])[];
      /** Missing values of each variable. */
      readonly missing: readonly number[];
      readonly n: number;
    }
  | NotEstimable<'no-cases' | 'a-variable-without-values'>;

export type ImputationOptions = {
  /** Whole number: the same seed, the same values. */
  readonly seed: number;
  /** Data sets to make; 20 unless told otherwise. */
  readonly imputations?: number;
  /** Rounds over all variables; 10 unless told otherwise. */
  readonly iterations?: number;
  /** Observed cases of which one gives its value; 5 unless told otherwise. */
  readonly donors?: number;
};

/**
 * Multiple imputation by chained equations with predictive mean matching: S. van Buuren and K.
 * Groothuis-Oudshoorn, Journal of Statistical Software 45 (2011); matching as `mice` does by default
 * (predictions of the observed by the fitted coefficients, of the missing by drawn ones).
 *
 * A missing value is always one that somebody gave. A factor is predicted as a whole, all its levels at once,
 * and matched by the distance of R. J. A. Little (Journal of Business and Economic Statistics 6, 1988), in the
 * residual covariance. Random streams of other programs cannot be met: this is checked by distribution.
 * Imputation number i is the same however many are made.
 * @param variables of the same cases, in the order in which they are visited
 * @throws RangeError as `codeVariables`, and when an option is no positive whole number
 */
export function imputeChained(
  variables: readonly IncompleteVariable[],
  { seed, imputations = 20, iterations = 10, donors = 5 }: ImputationOptions,
): Imputations {
  for (const option of [imputations, iterations, donors]) {
    if (!(Number.isSafeInteger(option) && option > 0)) {
      throw new RangeError(`not a positive whole number: ${option}`);
    }
  }
  const coded = codeVariables(variables);
  const n = coded[0]?.codes.length ?? 0;
  if (n === 0) return { kind: 'not-estimable', reason: 'no-cases', n };
  if (coded.some(({ observed }) => observed.length === 0)) {
    return { kind: 'not-estimable', reason: 'a-variable-without-values', n };
  }
  const runs = Array.from({ length: imputations }, (_, i) =>
    runChain(coded, { iterations, donors, chance: seededChance(seed, i) }),
  );
  return {
    kind: 'imputed',
    dataSets: runs.map(({ codes }) =>
      coded.map((variable, place) => decoded(variable, codes[place] as Float64Array)),
    ),
    chains: runs.map(({ means }) => means),
    missing: coded.map(({ missing }) => missing.length),
    n,
  };
}

type ChainOptions = { iterations: number; donors: number; chance: SeededChance };

function runChain(variables: readonly CodedVariable[], options: ChainOptions) {
  const { iterations, chance } = options;
  // To begin with, each hole holds what somebody else answered.
  const codes = variables.map(({ codes: known, observed, missing }) => {
    const filled = known.slice();
    for (const i of missing) filled[i] = known[observed[chance.below(observed.length)] as number]!;
    return filled;
  });
  const means: (number | null)[][] = [];
  for (let iteration = 0; iteration < iterations; iteration += 1) {
    for (const [place, variable] of variables.entries()) {
      if (variable.missing.length === 0) continue;
      const x = predictorColumns(variables, codes, variable.predictors);
      const givers = matched(variable, x, options);
      for (const [j, i] of variable.missing.entries()) {
        (codes[place] as Float64Array)[i] = variable.codes[givers[j] as number] as number;
      }
    }
    means.push(variables.map((variable, place) => meanImputed(variable, codes[place]!)));
  }
  return { codes, means };
}

/** For each missing value, the case that gives it. */
function matched(
  variable: CodedVariable,
  x: readonly Float64Array[],
  { donors, chance }: ChainOptions,
): Uint32Array {
  const { observed, missing } = variable;
  const among = (cases: Uint32Array, column: Float64Array) =>
    Float64Array.from(cases, (i) => column[i] as number);
  const known = x.map((column) => among(observed, column));
  const wanted = x.map((column) => among(missing, column));
  const outcomes = outcomesOf(variable, among(observed, variable.codes));
  if (outcomes.length === 0) return missing.map(() => observed[0] as number);
  const { fitted, drawn, residual } = drawnRegression(known, outcomes, chance);
  const places = drawDonors(
    whitened(predicted(known, fitted), residual),
    whitened(predicted(wanted, drawn), residual),
    { donors, chance },
  );
  return places.map((place) => observed[place] as number);
}

/** Centred, so that no constant is shrunk; a factor with one level leaves none. */
function outcomesOf({ levels }: CodedVariable, codes: Float64Array): Float64Array[] {
  const outcomes = levels ? indicators(codes, levels.length) : [codes];
  return outcomes.map((outcome) => {
    const mean = outcome.reduce((sum, value) => sum + value, 0) / outcome.length;
    return outcome.map((value) => value - mean);
  });
}

/** Predictions in which plain distance is distance in the residual covariance LL': solves L z = prediction. */
function whitened(predictions: readonly Float64Array[], lower: Matrix): Float64Array[] {
  const white: Float64Array[] = [];
  for (const [k, prediction] of predictions.entries()) {
    white.push(
      prediction.map((value, i) => {
        const left = white.reduce(
          (rest, one, j) => rest - lower.get(k, j) * (one[i] as number),
          value,
        );
        return left / lower.get(k, k);
      }),
    );
  }
  return white;
}

function meanImputed(variable: CodedVariable, codes: Float64Array): number | null {
  const { missing, levels } = variable;
  if (levels || missing.length === 0) return null;
  return missing.reduce((sum, i) => sum + (codes[i] as number), 0) / missing.length;
}
