import { copyRows, emptyRows, type LinearProgram, maximise, pivot } from './linear-program.ts';
import {
  type Change,
  isIndistinguishable,
  movedBy,
  type Statement,
  type System,
} from './system.ts';

/**
 * All changes of the counts that somebody who is told `told` cannot exclude, as a linear program
 * whose told sums have been worked in: only free kinds are left as columns.
 */
export type PossibleChanges = {
  readonly system: System;
  readonly told: ReadonlySet<number>;
  readonly program: LinearProgram;
};

export function possibleChanges(system: System, told: ReadonlySet<number>): PossibleChanges {
  const { counts, impossible, statements } = system;
  const kinds = counts.flatMap((_, kind) => (impossible.has(kind) ? [] : [kind]));
  // A told sum is a variable that must not move; once it stands at a column, the column is dropped.
  const variables = counts.length + told.size;
  const value = new Float64Array(variables);
  const low = new Float64Array(variables);
  const high = new Float64Array(variables);
  for (const kind of kinds) {
    low[kind] = -counts[kind]!;
    high[kind] = Number.POSITIVE_INFINITY;
  }
  const place = new Map(kinds.map((kind, j) => [kind, j]));
  const rows = emptyRows(told.size, kinds.length);
  const list = [...told];
  list.forEach((index, i) => {
    for (const [kind, weight] of statements[index]!.terms) {
      const j = place.get(kind);
      if (j !== undefined) rows[i]![j]! += weight;
    }
  });
  const program = {
    value,
    low,
    high,
    rows,
    basic: Int32Array.from(list, (_, i) => counts.length + i),
    nonbasic: Int32Array.from(kinds),
  };
  return { system, told, program: solveForTold(program, counts.length) };
}

/** The same when one statement more is told. */
export function withTold(changes: PossibleChanges, index: number): PossibleChanges {
  const { system, told, program } = changes;
  const row = rowOf(program, system.statements[index]!);
  const column = largest(row);
  const next = new Set(told).add(index);
  if (column < 0) return { system, told: next, program };
  // The new sum stands for itself only until it is worked in, so any number beyond the kinds will do.
  const name = system.counts.length;
  const grown = withRow(program, row, { variable: name, low: 0, high: 0 });
  return { system, told: next, program: solveForTold(grown, name) };
}

/**
 * The change in which a statement rises (`direction` 1) or falls (-1) furthest, at most by `most`.
 * `by` is what the linear program reaches, which whole numbers may not; `change` is in whole numbers
 * and checked, null where none was found.
 */
export function furthest(
  changes: PossibleChanges,
  statement: Statement,
  { direction, most }: { direction: 1 | -1; most: number },
): { by: number; change: Change | null } {
  const { system, told, program } = changes;
  const row = rowOf(program, statement);
  if (largest(row) < 0) return { by: 0, change: null };
  const aim = system.counts.length;
  const low = program.low.slice();
  const high = program.high.slice();
  let by: number | null = null;
  let best: Change | null = null;
  // Where the program ends between whole numbers, a kind that does is held nearer to the truth, and the
  // program, for which the truth stays possible, goes another way.
  for (let dive = 0; dive <= MOST_DIVES; dive += 1) {
    const aimed = withRow({ ...program, low, high }, row, {
      variable: aim,
      low: -most,
      high: most,
    });
    maximise(aimed, new Map([[aim, direction]]));
    const reached = Math.abs(aimed.value[aim]!);
    by ??= reached;
    const change = wholeChange(aimed.value, system, told);
    if (change && reachOf(statement, change) > reachOf(statement, best)) best = change;
    if (reachOf(statement, best) >= Math.floor(reached + 1e-6)) break;
    const between = system.counts.findIndex((_, kind) => !isWhole(aimed.value[kind]!));
    if (between < 0) break;
    const value = aimed.value[between]!;
    if (value > 0) high[between] = Math.floor(value);
    else low[between] = Math.ceil(value);
  }
  return { by: by ?? 0, change: best };
}

/** Most tables need none; those with means end between whole numbers more often. */
const MOST_DIVES = 30;

function reachOf(statement: Statement, change: Change | null): number {
  return change ? Math.abs(movedBy(statement, change)) : 0;
}

/**
 * The change in whole numbers along the direction that the program found, as far as it goes or one step
 * of it; null when that does not pass the exact check.
 */
export function wholeChange(
  values: Float64Array,
  system: System,
  told: Iterable<number>,
): Change | null {
  const moved: [number, number][] = [];
  for (let kind = 0; kind < system.counts.length; kind += 1) {
    if (Math.abs(values[kind]!) > 1e-7) moved.push([kind, values[kind]!]);
  }
  if (moved.length === 0) return null;
  const denominator = MULTIPLES.find((q) => moved.every(([, by]) => isWhole(by * q)));
  if (denominator === undefined) return null;
  const steps = moved.map(([kind, by]) => [kind, Math.round(by * denominator)] as const);
  const divisor = steps.reduce((d, [, by]) => commonDivisor(d, Math.abs(by)), 0);
  // Up to where the program went everything stays possible in steps of the direction. Where not even the
  // first step ends there, it may still be possible, which the exact check decides.
  const times = Math.max(1, Math.floor(divisor / denominator + 1e-9));
  const change = new Map(steps.map(([kind, by]) => [kind, (by / divisor) * times]));
  return isIndistinguishable(system, change, told) ? change : null;
}

const MULTIPLES = Array.from({ length: 60 }, (_, i) => i + 1);

const isWhole = (x: number) => Math.abs(x - Math.round(x)) < 1e-6;

function commonDivisor(a: number, b: number): number {
  return b === 0 ? a : commonDivisor(b, a % b);
}

/** A statement as a sum of the program's columns. */
export function rowOf(
  { basic, nonbasic, rows }: LinearProgram,
  { terms }: Statement,
): Float64Array {
  const weights = new Map(terms);
  const row = new Float64Array(nonbasic.length);
  nonbasic.forEach((variable, j) => {
    row[j] = weights.get(variable) ?? 0;
  });
  basic.forEach((variable, i) => {
    const weight = weights.get(variable);
    if (weight === undefined) return;
    const source = rows[i]!;
    for (let j = 0; j < row.length; j += 1) row[j]! += weight * source[j]!;
  });
  for (let j = 0; j < row.length; j += 1) if (Math.abs(row[j]!) < 1e-9) row[j] = 0;
  return row;
}

/** Works every variable from `first` on, all of which stand still, out of the program. */
function solveForTold(program: LinearProgram, first: number): LinearProgram {
  const { rows, basic, nonbasic } = program;
  const isGone = new Uint8Array(nonbasic.length);
  const isRedundant = new Uint8Array(rows.length);
  basic.forEach((variable, i) => {
    if (variable < first) return;
    const column = largest(rows[i]!, isGone);
    if (column < 0) {
      isRedundant[i] = 1;
      return;
    }
    pivot(program, i, column);
    isGone[column] = 1;
    // What stands still adds nothing to any other sum.
    for (const row of rows) row[column] = 0;
  });
  const columns = [...nonbasic.keys()].filter((j) => !isGone[j]);
  const kept = [...rows.keys()].filter((i) => !isRedundant[i]);
  const left = emptyRows(kept.length, columns.length);
  kept.forEach((i, to) => {
    columns.forEach((j, at) => {
      left[to]![at] = rows[i]![j]!;
    });
  });
  return {
    value: program.value.slice(0, first),
    low: program.low.slice(0, first),
    high: program.high.slice(0, first),
    rows: left,
    basic: Int32Array.from(kept, (i) => basic[i]!),
    nonbasic: Int32Array.from(columns, (j) => nonbasic[j]!),
  };
}

function largest(row: Float64Array, isGone?: Uint8Array): number {
  let best = -1;
  let size = 1e-9;
  for (let j = 0; j < row.length; j += 1) {
    if (isGone?.[j] || Math.abs(row[j]!) <= size) continue;
    best = j;
    size = Math.abs(row[j]!);
  }
  return best;
}

/** A copy of the program with one sum more, which stands at 0. */
function withRow(
  program: LinearProgram,
  row: Float64Array,
  { variable, low, high }: { variable: number; low: number; high: number },
): LinearProgram {
  const rows = copyRows(program.rows, { count: program.rows.length + 1, width: row.length });
  rows.at(-1)!.set(row);
  return {
    value: grown(program.value, variable, 0),
    low: grown(program.low, variable, low),
    high: grown(program.high, variable, high),
    rows,
    basic: Int32Array.from([...program.basic, variable]),
    nonbasic: program.nonbasic.slice(),
  };
}

function grown(numbers: Float64Array, at: number, value: number): Float64Array {
  const longer = new Float64Array(at + 1);
  longer.set(numbers);
  longer[at] = value;
  return longer;
}
