/**
 * A linear program over changes of a table: some variables (`basic`) are sums of the others, and
 * every variable stays between two bounds. It starts from a point that is known to be possible (the
 * true table, where nothing has changed), so that no first phase is needed.
 */
export type LinearProgram = {
  readonly value: Float64Array;
  readonly low: Float64Array;
  readonly high: Float64Array;
  /** Variable that each row defines. */
  readonly basic: Int32Array;
  /** Variable that stands at each column. */
  readonly nonbasic: Int32Array;
  /** `basic[i] = sum over j of rows[i][j] * nonbasic[j]`. */
  readonly rows: Float64Array[];
};

/** Below this a coefficient is what rounding left of a zero; all true ones are small fractions. */
const ZERO = 1e-9;
/** After so many steps without gain, columns are taken in their order (Bland 1977), which cannot cycle. */
const PATIENCE = 40;

/** Rows of zeros that lie one behind the other in memory, so that a copy is a single stroke. */
export function emptyRows(count: number, width: number): Float64Array[] {
  const all = new Float64Array(count * width);
  return Array.from({ length: count }, (_, i) => all.subarray(i * width, (i + 1) * width));
}

/** Copies of rows with room for further rows and columns, which are zero. */
export function copyRows(
  rows: readonly Float64Array[],
  { count = rows.length, width = rows[0]?.length ?? 0 }: { count?: number; width?: number } = {},
): Float64Array[] {
  const copy = emptyRows(count, width);
  rows.forEach((row, i) => {
    copy[i]!.set(row);
  });
  return copy;
}

/**
 * Moves the program to a point where `objective` (one weight for each variable) is greatest, by the
 * simplex method for bounded variables (Dantzig 1963, chapter 18). Works in place.
 *
 * @returns `unfinished` when the objective has no bound or the steps ran out; the point is possible all the same
 */
export function maximise(
  program: LinearProgram,
  objective: ReadonlyMap<number, number>,
): 'greatest' | 'unfinished' {
  const { basic, nonbasic, rows, value, low, high } = program;
  const gain = gainOf(program, objective);
  const mostSteps = 50 * (rows.length + nonbasic.length) + 200;
  let idle = 0;
  for (let step = 0; step < mostSteps; step += 1) {
    const column = enteringColumn(program, gain, idle > PATIENCE);
    if (column < 0) return 'greatest';
    const entering = nonbasic[column]!;
    const direction = gain[column]! > 0 ? 1 : -1;
    let room =
      direction > 0 ? high[entering]! - value[entering]! : value[entering]! - low[entering]!;
    let leaving = -1;
    let steepest = 0;
    for (let i = 0; i < rows.length; i += 1) {
      const rate = direction * rows[i]![column]!;
      if (rate > -ZERO && rate < ZERO) continue;
      const b = basic[i]!;
      const limit = rate > 0 ? (high[b]! - value[b]!) / rate : (low[b]! - value[b]!) / rate;
      const here = Math.max(limit, 0);
      const size = Math.abs(rate);
      const isTie = here < room + ZERO && leaving >= 0;
      const isBetter = idle > PATIENCE ? b < (basic[leaving] ?? 0) : size > steepest;
      if (here < room - ZERO || (isTie && isBetter)) {
        room = Math.min(room, here);
        leaving = i;
        steepest = size;
      }
    }
    if (room === Number.POSITIVE_INFINITY) return 'unfinished';
    idle = room * Math.abs(gain[column]!) > ZERO ? 0 : idle + 1;
    move(program, column, direction * room);
    if (leaving < 0) continue;
    pivot(program, leaving, column);
    carryOver(gain, rows[leaving]!, column);
  }
  return 'unfinished';
}

/**
 * Swaps the variable of a row with that of a column.
 * @param column one where the row is not zero
 */
export function pivot({ rows, basic, nonbasic }: LinearProgram, row: number, column: number): void {
  const pivotRow = rows[row]!;
  const inverse = 1 / pivotRow[column]!;
  const filled: number[] = [];
  for (let k = 0; k < pivotRow.length; k += 1) {
    if (k === column || pivotRow[k] === 0) continue;
    const scaled = -pivotRow[k]! * inverse;
    pivotRow[k] = Math.abs(scaled) < 1e-11 ? 0 : scaled;
    if (pivotRow[k] !== 0) filled.push(k);
  }
  pivotRow[column] = inverse;
  for (let i = 0; i < rows.length; i += 1) {
    const other = rows[i]!;
    const factor = other[column]!;
    if (i === row || factor === 0) continue;
    for (const k of filled) {
      const sum = other[k]! + factor * pivotRow[k]!;
      other[k] = Math.abs(sum) < 1e-11 ? 0 : sum;
    }
    other[column] = factor * inverse;
  }
  const leaving = basic[row]!;
  basic[row] = nonbasic[column]!;
  nonbasic[column] = leaving;
}

function gainOf(
  { basic, nonbasic, rows }: LinearProgram,
  objective: ReadonlyMap<number, number>,
): Float64Array {
  const gain = new Float64Array(nonbasic.length);
  nonbasic.forEach((variable, j) => {
    gain[j] = objective.get(variable) ?? 0;
  });
  basic.forEach((variable, i) => {
    const weight = objective.get(variable);
    if (weight === undefined) return;
    const row = rows[i]!;
    for (let j = 0; j < row.length; j += 1) gain[j]! += weight * row[j]!;
  });
  return gain;
}

function enteringColumn(
  { nonbasic, value, low, high }: LinearProgram,
  gain: Float64Array,
  inOrder: boolean,
): number {
  let best = -1;
  let most = 1e-7;
  for (let j = 0; j < nonbasic.length; j += 1) {
    const variable = nonbasic[j]!;
    const size = Math.abs(gain[j]!);
    if (size <= most && !(inOrder && size > 1e-7)) continue;
    const canMove =
      gain[j]! > 0
        ? value[variable]! < high[variable]! - ZERO
        : value[variable]! > low[variable]! + ZERO;
    if (!canMove) continue;
    if (inOrder) {
      if (best < 0 || variable < nonbasic[best]!) best = j;
    } else {
      best = j;
      most = size;
    }
  }
  return best;
}

function move({ nonbasic, basic, rows, value }: LinearProgram, column: number, by: number): void {
  if (by === 0) return;
  value[nonbasic[column]!]! += by;
  for (let i = 0; i < rows.length; i += 1) {
    const rate = rows[i]![column]!;
    if (rate !== 0) value[basic[i]!]! += rate * by;
  }
}

/** The gains after a pivot; the pivoted row is already turned around. */
function carryOver(gain: Float64Array, pivotRow: Float64Array, column: number): void {
  const factor = gain[column]!;
  if (factor === 0) return;
  for (let k = 0; k < gain.length; k += 1) {
    if (k !== column) gain[k]! += factor * pivotRow[k]!;
  }
  gain[column] = factor * pivotRow[column]!;
}
