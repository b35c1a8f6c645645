import type { NumberStyle } from '../numbers/number-style.ts';
import { writeNumber } from '../numbers/printed-number.ts';
import { isCount } from '../tables/cell.ts';
import { passageOf } from '../tables/passage.ts';
import type { ShapedRow, ShapedTable } from '../tables/table-shape.ts';
import { isMeasure, isNotAdded, MISSING, TOTAL } from '../words/vocabulary.ts';

import type { SumMiss } from './sum-miss.ts';
import { readWrongSum } from './wrong-sum.ts';

type Run = { readonly total: number; readonly from: number; readonly to: number };

/** Longer tables are lists of cases, not of results. */
const MOST_ROWS = 1000;

/** The share of rows that must agree before neighbouring columns count as the parts of another. */
const ENOUGH = 0.7;

/** Rows whose parts do not make the row's total, where the same columns do so in the other rows. */
export function rowSumFindings(table: ShapedTable, style: NumberStyle): SumMiss[] {
  const rows = table.groups.flatMap((group) => group.rows);
  if (rows.length > MOST_ROWS) return [];
  const heads = table.groups[0]?.heads ?? [];
  const found: SumMiss[] = [];
  const whole: Run[] = [];
  const broken: { run: Run; misses: SumMiss[] }[] = [];
  for (const run of runsOf(table, heads)) {
    const judged = rows.flatMap((row) => {
      const total = countIn(row, run.total);
      const parts = partsOf(row, run);
      if (total === null || parts === null || isMeasure(row.label)) return [];
      return [{ row, total, parts }];
    });
    const telling = judged.filter(({ parts }) => parts.filter((value) => value > 0).length > 1);
    const fitting = telling.filter(({ total, parts }) => sumOf(parts) === total);
    const isNamed = isNamedTotal(run, heads, table);
    const isProved =
      fitting.length >= 3
        ? fitting.length >= ENOUGH * telling.length
        : isNamed && fitting.length > 0 && fitting.length * 2 >= telling.length;
    if (!isProved) continue;
    const off = judged.filter((each) => sumOf(each.parts) !== each.total);
    if (off.length === 0) whole.push(run);
    else
      broken.push({
        run,
        misses: off.map(({ row, total, parts }) =>
          missOf({ table, heads, row, run, total, parts, style }),
        ),
      });
  }
  // Columns beside the parts that are mostly empty make a longer stretch that nearly fits; the one that always fits is meant.
  for (const { run, misses } of broken) {
    if (!whole.some((other) => other.total === run.total && isOverlapping(run, other)))
      found.push(...misses);
  }
  return found;
}

const isOverlapping = (a: Run, b: Run) => a.from <= b.to && b.from <= a.to;

function missOf(given: {
  table: ShapedTable;
  heads: readonly string[];
  row: ShapedRow;
  run: Run;
  total: number;
  parts: readonly number[];
  style: NumberStyle;
}): SumMiss {
  const { table, heads, row, run, total, parts, style } = given;
  const { reading, params } = readWrongSum({
    parts: parts.map((value, at) => ({ label: heads[run.from + at] ?? '', value })),
    total,
    decimals: 0,
    style,
  });
  return {
    row,
    column: run.total,
    excess: sumOf(parts) - total,
    finding: {
      line: row.line,
      sheet: table.sheet,
      passage: passageOf(row),
      printed: writeNumber(total, 0, style),
      recomputed: `${parts.join(' + ')} = ${sumOf(parts)}`,
      reading,
      params,
      certainty: 'certain',
      see: [],
    },
  };
}

/** Every stretch of neighbouring columns beside every column that could be their total. */
function runsOf({ columns, labelColumn }: ShapedTable, heads: readonly string[]): Run[] {
  const runs: Run[] = [];
  if (columns > 24) return runs;
  const isOpen = (column: number) =>
    column !== labelColumn &&
    !isNotAdded(heads[column] ?? '') &&
    !MISSING.test(heads[column] ?? '');
  for (let total = 0; total < columns; total++) {
    if (!isOpen(total)) continue;
    for (let from = 0; from < columns; from++) {
      for (let to = from + 1; to < columns && isOpen(to) && isOpen(from); to++) {
        if (total >= from && total <= to) break;
        if (Array.from({ length: to - from + 1 }, (_, at) => from + at).every(isOpen))
          runs.push({ total, from, to });
      }
    }
  }
  return runs;
}

/** “Total” over a column, and all the others its parts. */
const isNamedTotal = ({ total, from, to }: Run, heads: readonly string[], table: ShapedTable) =>
  TOTAL.test(heads[total] ?? '') &&
  to - from + 1 === table.columns - 2 &&
  heads.every((head, column) => column === total || !TOTAL.test(head));

function countIn(row: ShapedRow, column: number): number | null {
  const cell = row.cells[column];
  if (cell?.kind === 'number' && isCount(cell)) return cell.value;
  if (cell?.kind === 'pair' && !cell.isSpread && isCount(cell.first)) return cell.first.value;
  return cell?.kind === 'none' ? 0 : null;
}

function partsOf(row: ShapedRow, { from, to }: Run): readonly number[] | null {
  const parts = Array.from({ length: to - from + 1 }, (_, at) => countIn(row, from + at));
  return parts.every((part) => part !== null) ? parts : null;
}

const sumOf = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0);
