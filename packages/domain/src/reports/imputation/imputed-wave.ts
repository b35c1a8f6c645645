import {
  type CompletedVariable,
  type IncompleteVariable,
  imputeChained,
  type Predictor,
} from '@tirek/statistics';
import type { NamedPredictor, PlannedModel } from '../regression/planned-model.ts';
import type { ScoreVariable } from '../score-variables.ts';

/**
 * Fixed before anybody looks at results, so that the same answers give the same report. Twenty filled data sets serve
 * up to a fifth of missing information (I. R. White, P. Royston and A. M. Wood, Statistics in Medicine 30, 2011).
 */
export const IMPUTATION = { seed: 20221122, imputations: 20, iterations: 5, donors: 5 } as const;

/** Of more respondents the chains would take longer than a report may: a minute for ten thousand. */
export const MOST_FILLED = 2000;

/** One variable of the planned models, and how much of it is filled in. */
export type FilledVariable = {
  readonly name: string;
  readonly label: string;
  /** Of a scale: the score itself is filled in, not the answers behind it. */
  readonly score: ScoreVariable | null;
  readonly missing: number;
  /** Places of the respondents whose value is missing. */
  readonly holes: readonly number[];
};

export type ImputedWave =
  | {
      readonly kind: 'imputed';
      readonly variables: readonly FilledVariable[];
      /** Respondents. */
      readonly n: number;
      /** Complete columns by the variable's name, once for each imputation. */
      readonly dataSets: ReadonlyArray<ReadonlyMap<string, CompletedVariable>>;
    }
  | {
      readonly kind: 'not-imputed';
      readonly reason: 'nothing-missing' | 'too-many' | 'empty-variable';
    };

/** Fills in what the planned models miss, every variable of theirs from all others. */
export function imputeWave(planned: readonly PlannedModel[]): ImputedWave {
  const columns = columnsOf(planned);
  const variables = columns.map(({ column, label, score }): FilledVariable => {
    const holes = Array.from<unknown>(column.values).flatMap((value, i) =>
      isHole(value) ? [i] : [],
    );
    return { name: column.name, label, score, missing: holes.length, holes };
  });
  if (variables.every(({ missing }) => missing === 0)) {
    return { kind: 'not-imputed', reason: 'nothing-missing' };
  }
  if (planned.some(({ outcome }) => outcome.values.length > MOST_FILLED)) {
    return { kind: 'not-imputed', reason: 'too-many' };
  }
  const { seed, ...options } = IMPUTATION;
  const imputed = imputeChained(
    columns.map(({ column }) => column),
    { seed, ...options },
  );
  if (imputed.kind === 'not-estimable') return { kind: 'not-imputed', reason: 'empty-variable' };
  return {
    kind: 'imputed',
    variables,
    n: imputed.n,
    dataSets: imputed.dataSets.map(
      (filled) => new Map(filled.map((variable) => [variable.name, variable])),
    ),
  };
}

/** Whether the model lacks nothing: then there is nothing to fill in. */
export function isWhole({ outcome, predictors }: PlannedModel, imputed: readonly FilledVariable[]) {
  const names = [outcome.id, ...predictors.map(({ predictor }) => predictor.name)];
  return imputed.every(({ name, missing }) => missing === 0 || !names.includes(name));
}

/** The same model over one filled data set. */
export function filledModel(
  planned: PlannedModel,
  filled: ReadonlyMap<string, CompletedVariable>,
): PlannedModel {
  const numbers = filled.get(planned.outcome.id);
  if (numbers?.kind !== 'numeric') throw new Error(`${planned.outcome.id} was not filled in`);
  return {
    ...planned,
    outcome: { ...planned.outcome, values: [...numbers.values] },
    predictors: planned.predictors.map((named) => filledPredictor(named, filled)),
  };
}

function filledPredictor(
  named: NamedPredictor,
  filled: ReadonlyMap<string, CompletedVariable>,
): NamedPredictor {
  const column = filled.get(named.predictor.name);
  if (!column) throw new Error(`${named.predictor.name} was not filled in`);
  return { ...named, predictor: { ...named.predictor, values: column.values } as Predictor };
}

type Column = {
  readonly column: IncompleteVariable;
  readonly label: string;
  readonly score: ScoreVariable | null;
};

/** Every variable of the models once: what is explained in one explains in another. */
function columnsOf(planned: readonly PlannedModel[]): Column[] {
  const outcomes = planned.map(({ outcome }): Column => {
    const column = { kind: 'numeric', name: outcome.id, values: outcome.values } as const;
    return { column, label: outcome.title, score: outcome };
  });
  const predictors = planned.flatMap((model) =>
    model.predictors.map(({ predictor, label, score }): Column => {
      const { kind, name, values } = predictor;
      return { column: { kind, name, values } as IncompleteVariable, label, score };
    }),
  );
  const all = new Map<string, Column>();
  for (const each of [...outcomes, ...predictors]) {
    if (!all.has(each.column.name)) all.set(each.column.name, each);
  }
  return [...all.values()];
}

const isHole = (value: unknown) => value === null || value === undefined || Number.isNaN(value);
