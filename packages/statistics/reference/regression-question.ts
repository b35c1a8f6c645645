import type { Coefficient, Explanation, Predictor } from '../src/index.ts';
import { largestError } from './largest-error.ts';

/** What R's formula and data frame said. */
export type Question = {
  readonly predictors: ReadonlyArray<{
    readonly name: string;
    readonly values: (number | string | null)[];
    readonly levels?: string[];
  }>;
  readonly terms: string[][];
  readonly intercept: 'fitted' | 'none';
};

/** The same explanation as R's formula. */
export function explanationOf({ predictors, terms, intercept }: Question): Explanation {
  return {
    terms,
    intercept,
    predictors: predictors.map(
      ({ name, levels, values }): Predictor =>
        levels === undefined
          ? { kind: 'numeric', name, values: values as (number | null)[] }
          : { kind: 'factor', name, levels, values: values as (string | null)[] },
    ),
  };
}

/** Estimates and their bounds may be nearly nothing: measured against the error of their coefficient. */
export function coefficientError(
  actual: ReadonlyArray<Pick<Coefficient, 'standardError'>>,
  expected: readonly object[],
): number {
  if (actual.length !== expected.length) return Number.POSITIVE_INFINITY;
  const errors = expected.map((row, i) => {
    const { standardError, p, statistic, estimate, low, high, ...rest } =
      row as Partial<Coefficient>;
    return Math.max(
      largestError(actual[i], given({ standardError, p, ...rest })),
      largestError(actual[i], given({ statistic }), 1),
      largestError(actual[i], given({ estimate, low, high }), standardError),
    );
  });
  return Math.max(0, ...errors);
}

/** What the reference names. */
function given(values: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
}

/** The entries of a reference that have something. */
export function where<Entry>(
  entries: Readonly<Record<string, Entry>>,
  has: (entry: Entry) => unknown,
): Record<string, Entry> {
  return Object.fromEntries(Object.entries(entries).filter(([, entry]) => has(entry)));
}
