import type { CodedVariable } from './incomplete-variables.ts';

/**
 * Columns of a regression: the constant, each number in standard deviations from its mean, each factor as
 * columns of 0 and 1 for all its levels but the first.
 * @param codes of every variable, without holes
 */
export function predictorColumns(
  variables: readonly CodedVariable[],
  codes: readonly Float64Array[],
  predictors: readonly number[],
): Float64Array[] {
  const n = codes[0]?.length ?? 0;
  const columns = predictors.flatMap((place) => {
    const { levels } = variables[place] as CodedVariable;
    const column = codes[place] as Float64Array;
    return levels ? indicators(column, levels.length) : [standardised(column)];
  });
  return [new Float64Array(n).fill(1), ...columns];
}

/** One column for each level but the first. */
export function indicators(codes: Float64Array, levels: number): Float64Array[] {
  return Array.from({ length: levels - 1 }, (_, level) =>
    codes.map((code) => (code === level + 1 ? 1 : 0)),
  );
}

function standardised(column: Float64Array): Float64Array {
  const mean = column.reduce((sum, value) => sum + value, 0) / column.length;
  const squares = column.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  const deviation = Math.sqrt(squares / column.length) || 1;
  return column.map((value) => (value - mean) / deviation);
}
