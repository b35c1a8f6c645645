import { isMissing, type Values } from '../values.ts';

/** A variable with holes. A factor's values are the names of its levels. */
export type IncompleteVariable = {
  readonly name: string;
  /** Names of the variables it is imputed from; all others unless told otherwise. */
  readonly predictedBy?: readonly string[];
} & (
  | { readonly kind: 'numeric'; readonly values: Values }
  | { readonly kind: 'factor'; readonly values: ArrayLike<string | null | undefined> }
);

/** The same variable without holes. */
export type CompletedVariable = { readonly name: string } & (
  | { readonly kind: 'numeric'; readonly values: Float64Array }
  | { readonly kind: 'factor'; readonly values: readonly string[] }
);

/** A variable as the chain works on it. */
export type CodedVariable = {
  readonly name: string;
  /** Values; of a factor, places in `levels`. NaN where missing. */
  readonly codes: Float64Array;
  /** `null` for numbers. In alphabetical order of their code units. */
  readonly levels: readonly string[] | null;
  readonly observed: Uint32Array;
  readonly missing: Uint32Array;
  /** Places of its predictors among the variables. */
  readonly predictors: readonly number[];
};

/**
 * @throws RangeError when lengths differ, a value is infinite, a name occurs twice or a predictor is none of
 * the others
 */
export function codeVariables(variables: readonly IncompleteVariable[]): CodedVariable[] {
  const names = variables.map(({ name }) => name);
  const twice = names.find((name, i) => names.indexOf(name) !== i);
  if (twice !== undefined) throw new RangeError(`two variables are named ${twice}`);
  const n = variables[0]?.values.length ?? 0;
  return variables.map((variable, place) => {
    if (variable.values.length !== n) throw new RangeError('variables differ in length');
    const { codes, levels } = codesOf(variable);
    const places = Uint32Array.from(codes.keys());
    const predictors = predictorsOf(variable, names).filter((other) => other !== place);
    return {
      name: variable.name,
      codes,
      levels,
      observed: places.filter((i) => !Number.isNaN(codes[i])),
      missing: places.filter((i) => Number.isNaN(codes[i])),
      predictors,
    };
  });
}

/** With its holes filled. */
export function decoded(variable: CodedVariable, codes: Float64Array): CompletedVariable {
  const { name, levels } = variable;
  if (!levels) return { name, kind: 'numeric', values: codes.slice() };
  return { name, kind: 'factor', values: Array.from(codes, (code) => levels[code] as string) };
}

function codesOf(variable: IncompleteVariable) {
  if (variable.kind === 'numeric') {
    const codes = Float64Array.from({ length: variable.values.length }, (_, i) => {
      const value = variable.values[i];
      if (isMissing(value)) return Number.NaN;
      if (!Number.isFinite(value)) throw new RangeError(`value ${i} is not finite: ${value}`);
      return value;
    });
    return { codes, levels: null };
  }
  const values = Array.from(variable.values);
  const levels = [...new Set(values.filter((value) => typeof value === 'string'))].toSorted();
  const places = new Map(levels.map((level, place) => [level, place]));
  const codes = Float64Array.from(values, (value) => places.get(value as string) ?? Number.NaN);
  return { codes, levels };
}

function predictorsOf(variable: IncompleteVariable, names: readonly string[]): number[] {
  return (variable.predictedBy ?? names).map((name) => {
    const place = names.indexOf(name);
    const isItself = variable.predictedBy && name === variable.name;
    if (place < 0 || isItself) {
      throw new RangeError(`${variable.name} cannot be predicted by ${name}`);
    }
    return place;
  });
}
