import { isMissing, type Values } from '../values.ts';
import { type ColumnPart, type DesignPlan, type Explanation, planDesign } from './design-plan.ts';
import { codesOf } from './predictors.ts';

/** The columns of a model over the complete cases. */
export type Design = {
  readonly plan: DesignPlan;
  /** One array a column of the plan, `n` long. */
  readonly columns: readonly Float64Array[];
  /** Places of the complete cases among those handed in. */
  readonly rows: Int32Array;
  readonly n: number;
  /** Cases left out because something is missing in them. */
  readonly missing: number;
};

/** A design with the other variables of the same cases (the outcome, weights, exposures). */
export type DesignWith<Name extends string> = Design & {
  readonly others: Readonly<Record<Name, Float64Array>>;
};

/**
 * Columns for the cases in which every predictor and every other variable is there.
 * @param others at least one variable, the outcome, which says how many cases there are
 * @throws RangeError when lengths differ, a value is infinite, or the explanation is wrong in itself
 */
export function buildDesign<Name extends string>(
  explanation: Explanation,
  others: Readonly<Record<Name, Values>>,
): DesignWith<Name> {
  const plan = planDesign(explanation);
  const used = new Set(plan.terms.flatMap((term) => term.predictors));
  const codes = new Map<string, Float64Array>();
  for (const { name, values } of explanation.predictors) {
    if (used.has(name)) codes.set(name, codesOf(name, plan.levels.get(name) ?? null, values));
  }
  const extra = Object.entries<Values>(others).map(
    ([name, values]) => [name, numbersOf(name, values)] as const,
  );
  const all = [...codes.values(), ...extra.map(([, values]) => values)];
  const cases = extra[0]?.[1].length ?? 0;
  if (all.some((values) => values.length !== cases))
    throw new RangeError('variables differ in length');
  const rows = completeRows(all, cases);
  const kept = Object.fromEntries(extra.map(([name, values]) => [name, at(values, rows)]));
  return {
    plan,
    columns: columnsAt(plan, codes, rows),
    rows,
    n: rows.length,
    missing: cases - rows.length,
    others: kept as Record<Name, Float64Array>,
  };
}

/** The columns of a plan from coded predictors, at the given cases. */
export function columnsAt(
  plan: DesignPlan,
  codes: ReadonlyMap<string, Float64Array>,
  rows: Int32Array,
): Float64Array[] {
  return plan.columns.map(({ parts }) => {
    const column = new Float64Array(rows.length).fill(1);
    for (const part of parts) multiply(column, part, { plan, codes, rows });
    return column;
  });
}

function multiply(
  column: Float64Array,
  { predictor, level }: ColumnPart,
  {
    plan,
    codes,
    rows,
  }: { plan: DesignPlan; codes: ReadonlyMap<string, Float64Array>; rows: Int32Array },
): void {
  const values = codes.get(predictor) as Float64Array;
  const wanted = level === null ? null : (plan.levels.get(predictor) ?? []).indexOf(level);
  for (let i = 0; i < rows.length; i += 1) {
    const value = values[rows[i] as number] as number;
    column[i] = (column[i] as number) * (wanted === null ? value : value === wanted ? 1 : 0);
  }
}

/** Cases in which nothing is missing. */
export function completeRows(variables: readonly Float64Array[], cases: number): Int32Array {
  const rows = new Int32Array(cases);
  let n = 0;
  for (let i = 0; i < cases; i += 1) {
    if (variables.some((values) => Number.isNaN(values[i]))) continue;
    rows[n] = i;
    n += 1;
  }
  return rows.subarray(0, n);
}

function numbersOf(name: string, values: Values): Float64Array {
  const numbers = new Float64Array(values.length);
  for (let i = 0; i < values.length; i += 1) {
    const value = values[i];
    numbers[i] = isMissing(value) ? Number.NaN : value;
    if (Math.abs(numbers[i] as number) === Number.POSITIVE_INFINITY) {
      throw new RangeError(`${name}, case ${i}: not finite: ${value}`);
    }
  }
  return numbers;
}

function at(values: Float64Array, rows: Int32Array): Float64Array {
  if (rows.length === values.length) return values;
  const kept = new Float64Array(rows.length);
  for (let i = 0; i < rows.length; i += 1) kept[i] = values[rows[i] as number] as number;
  return kept;
}
