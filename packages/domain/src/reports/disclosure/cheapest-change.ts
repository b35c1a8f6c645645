import { copyRows, type LinearProgram, maximise } from './linear-program.ts';
import { type PossibleChanges, rowOf, wholeChange } from './possible-changes.ts';
import type { Change, Statement } from './system.ts';

export type CheapestChange = {
  /** How far the statement can be moved, at most what was asked. */
  readonly by: number;
  /** Statements that move along and so must not be told. */
  readonly moved: readonly number[];
  /** The change in whole numbers, checked against all statements that do not move; null where none was found. */
  readonly change: Change | null;
};

/**
 * Moves a statement as far as wanted while as little as possible of what might be told moves along:
 * the linear form of complementary suppression (Kelly, Golden and Assad 1992 for two dimensions,
 * Massell 2001 for linked tables). Every unit by which a statement moves costs its loss.
 *
 * @param free what holds already, with the known statements told and no others
 * @param might statements that might be told, each moving at the price of its loss
 */
export function cheapestChange(
  free: PossibleChanges,
  might: readonly number[],
  { statement, direction, most }: { statement: Statement; direction: 1 | -1; most: number },
): CheapestChange {
  const { system, program } = free;
  const { statements, counts } = system;
  const columns = program.nonbasic.length;
  // After the kinds: one variable for the rise and one for the fall of each statement, then the aim.
  const first = counts.length;
  const aim = first + 2 * might.length;
  const value = new Float64Array(aim + 1);
  const low = new Float64Array(aim + 1);
  const high = new Float64Array(aim + 1).fill(Number.POSITIVE_INFINITY);
  low.set(program.low);
  high.set(program.high);
  low[aim] = -most;
  high[aim] = most;
  const objective = new Map<number, number>();
  let total = 0;
  const rows = copyRows(program.rows, {
    count: program.rows.length + might.length + 1,
    width: columns + might.length,
  });
  might.forEach((index, i) => {
    const row = rows[program.rows.length + i]!;
    row.set(rowOf(program, statements[index]!));
    row[columns + i] = 1;
    const { loss } = statements[index]!;
    objective.set(first + 2 * i, -loss).set(first + 2 * i + 1, -loss);
    total += loss;
  });
  rows.at(-1)!.set(rowOf(program, statement));
  // Reaching the aim is worth more than anything that could move on the way.
  objective.set(aim, direction * (4 * total + 1));
  const priced: LinearProgram = {
    value,
    low,
    high,
    rows,
    basic: Int32Array.from([...program.basic, ...might.map((_, i) => first + 2 * i), aim]),
    nonbasic: Int32Array.from([...program.nonbasic, ...might.map((_, i) => first + 2 * i + 1)]),
  };
  maximise(priced, objective);
  const moved = might.filter(
    (_, i) => Math.abs(value[first + 2 * i]! - value[first + 2 * i + 1]!) > 1e-6,
  );
  const still = new Set(might);
  for (const index of moved) still.delete(index);
  return {
    by: Math.abs(value[aim]!),
    moved,
    change: wholeChange(value, system, [...free.told, ...still]),
  };
}
