import { adjustP, chiSquareTails, type OrdinalModel, ordinalLogit } from '@tirek/statistics';
import type { WaveResponse } from './facts.ts';
import type { Observation } from './observations.ts';
import type { ScaleItems } from './scale-items.ts';
import { type ScaleMatrix, scaleMatrix } from './scale-matrix.ts';

/** How one statement works in two languages, people with the same sum of the other statements compared. */
export type ItemEquivalence = {
  readonly id: string;
  readonly n: number;
  /** Odds of a higher answer in the second language against the first; null where they cannot be told. */
  readonly oddsRatio: {
    readonly estimate: number;
    readonly low: number;
    readonly high: number;
  } | null;
  readonly uniform: Step | null;
  readonly nonUniform: Step | null;
};

export type Step = {
  /** Likelihood ratio. */
  readonly chiSquare: number;
  readonly p: number;
  /** Benjamini and Hochberg's over the statements. */
  readonly adjusted: number;
  /** What Nagelkerke's R squared gains. */
  readonly gain: number;
};

/** More respondents make nothing clearer: of more, every second, third or later one is taken. */
export const MOST_CASES = 1000;

export type Languages = readonly [reference: string, other: string];

/**
 * Differential item functioning by ordinal logistic regression: the answer by the sum of the others; then
 * the language as well (uniform); then language times sum (non-uniform). B. D. Zumbo, A Handbook on the
 * Theory and Methods of Differential Item Functioning, 1999. Of a roster the first rows only, so that cases are
 * independent.
 */
export function languageEquivalence(
  responses: readonly WaveResponse[],
  scale: ScaleItems,
  languages: Languages,
): ItemEquivalence[] {
  const places = responses.flatMap(({ language }, i) => (languages.includes(language) ? [i] : []));
  const step = Math.ceil(places.length / MOST_CASES);
  const taken = new Set(places.filter((_, i) => i % step === 0));
  const isKept = ({ row, respondent }: Observation) =>
    (row === null || row === 0) && taken.has(respondent);
  const matrix = scaleMatrix(scale, isKept);
  const language = (scale.items[0]?.observations ?? [])
    .filter(isKept)
    .map(({ respondent }) => responses[respondent]?.language ?? null);
  const found = scale.items.map((item, i) => ({
    id: item.variable.linkId,
    ...fitsOf(matrix, i, { language, languages }),
  }));
  const adjusted = {
    uniform: adjustP(
      found.map(({ uniform }) => uniform?.p),
      'benjamini-hochberg',
    ),
    nonUniform: adjustP(
      found.map(({ nonUniform }) => nonUniform?.p),
      'benjamini-hochberg',
    ),
  };
  const withAdjusted = (step: Omit<Step, 'adjusted'> | null, p: number | null | undefined) =>
    step && { ...step, adjusted: p ?? step.p };
  return found.map(({ uniform, nonUniform, ...item }, i) => ({
    ...item,
    uniform: withAdjusted(uniform, adjusted.uniform[i]),
    nonUniform: withAdjusted(nonUniform, adjusted.nonUniform[i]),
  }));
}

function fitsOf(
  matrix: ScaleMatrix,
  place: number,
  { language, languages }: { language: readonly (string | null)[]; languages: Languages },
) {
  const own = matrix[place] ?? [];
  const rest = own.map((_, i) => restOf(matrix, place, i));
  const outcome = own.map((points, i) =>
    rest[i] === null || points === null ? null : `${points}`,
  );
  const levels = [...new Set(own.flatMap((points) => points ?? []))]
    .sort((a, b) => a - b)
    .map(String);
  const fit = (terms: readonly (readonly string[])[]) => {
    const model = ordinalLogit({
      outcome,
      levels,
      predictors: [
        { kind: 'numeric', name: 'rest', values: rest },
        { kind: 'factor', name: 'language', values: language, levels: languages },
      ],
      terms,
    });
    return model.kind === 'estimated' ? model : null;
  };
  const plain = fit([['rest']]);
  const shifted = plain && fit([['rest'], ['language']]);
  const crossed = shifted && fit([['rest'], ['language'], ['rest', 'language']]);
  const coefficient = shifted?.coefficients.find(({ term }) => term === 'language');
  return {
    n: outcome.filter((level) => level !== null).length,
    oddsRatio: coefficient
      ? { estimate: coefficient.ratio, low: coefficient.ratioLow, high: coefficient.ratioHigh }
      : null,
    uniform: stepOf(plain, shifted),
    nonUniform: stepOf(shifted, crossed),
  };
}

/** Sum of the other statements; null when one of them is missing. */
function restOf(matrix: ScaleMatrix, place: number, i: number): number | null {
  let sum = 0;
  for (const [j, item] of matrix.entries()) {
    const points = item[i] ?? null;
    if (j === place) continue;
    if (points === null) return null;
    sum += points;
  }
  return sum;
}

function stepOf(
  before: OrdinalModel | null,
  after: OrdinalModel | null,
): Omit<Step, 'adjusted'> | null {
  if (!before || !after) return null;
  const chiSquare = Math.max(0, 2 * (after.logLikelihood - before.logLikelihood));
  return {
    chiSquare,
    p: chiSquareTails(chiSquare, 1).upper,
    gain: nagelkerke(after) - nagelkerke(before),
  };
}

/** N. J. D. Nagelkerke, Biometrika 78 (1991). */
function nagelkerke({ logLikelihood, nullLogLikelihood, n }: OrdinalModel): number {
  const reached = 1 - Math.exp((2 * (nullLogLikelihood - logLikelihood)) / n);
  return reached / (1 - Math.exp((2 * nullLogLikelihood) / n));
}
