import { sumOfParts } from '@tirek/statistics';
import type { Finding } from '../finding.ts';
import type { NumberStyle } from '../numbers/number-style.ts';
import { type PrintedNumber, roundTo, writeNumber } from '../numbers/printed-number.ts';
import type { Scene } from '../scene.ts';
import { isCount } from '../tables/cell.ts';
import { passageOf } from '../tables/passage.ts';
import type { ShapedRow, ShapedTable } from '../tables/table-shape.ts';
import { isNotAdded, MANY_ANSWERS, MEAN_HEAD, WEAK_TOTAL } from '../words/vocabulary.ts';
import { rowSumFindings } from './row-sums.ts';

import type { SumMiss } from './sum-miss.ts';
import { readWrongSum } from './wrong-sum.ts';

/** Totals of columns and of rows that their parts do not add up to. A cell that both accuse is named alone. */
export function checkTableSums({ tables, style }: Scene): Finding[] {
  return tables.flatMap((table) => {
    const down = columnSums(table, style);
    const across = rowSumFindings(table, style);
    return mergeCrossing({ table, down, across, style });
  });
}

type Additive = {
  readonly row: ShapedRow;
  readonly number: PrintedNumber & { isPercent: boolean };
};

function columnSums(table: ShapedTable, style: NumberStyle): SumMiss[] {
  const rows = table.groups.flatMap((group) => group.rows);
  const heads = table.groups[0]?.heads ?? [];
  const asked = [table.title, ...table.groups.map(({ title }) => title), ...heads].join(' ');
  if (MANY_ANSWERS.test(asked)) return [];
  return rows.flatMap((total, at) => {
    if (total.role !== 'total') return [];
    const columns = Array.from({ length: table.columns }, (_, column) => column).filter(
      (column) => !isNotAdded(heads[column] ?? '') && additiveIn(total, column),
    );
    const isOnTop = rows[0]?.role === 'total';
    const structures = isOnTop
      ? structuresBefore(untilTotal(rows.slice(at + 1)), columns)
      : structuresBefore(rows.slice(0, at), columns);
    const judged = structures.map((parts) => ({
      parts,
      fitting: columns.filter((column) => isSum({ parts, total, column })),
    }));
    const best = judged.reduce<(typeof judged)[number] | null>(
      (chosen, each) => (chosen && chosen.fitting.length >= each.fitting.length ? chosen : each),
      null,
    );
    if (!best) return [];
    // Nothing and nothing make nothing in any structure.
    const isProved = best.fitting.some(
      (column) => (additiveIn(total, column)?.number.value ?? 0) > 0,
    );
    // “All” stands over rates and means of everybody too.
    // Under a total that stands on top people are often told apart twice, by sex and by age.
    if (
      !isProved &&
      (isOnTop || WEAK_TOTAL.test(total.label) || heads.some((head) => MEAN_HEAD.test(head)))
    )
      return [];
    return columns
      .filter((column) => !best.fitting.includes(column))
      .filter((column) => !isEcho({ total, column, fitting: best.fitting }))
      .flatMap((column) => missOf({ table, total, parts: best.parts, column, isProved, style }));
  });
}

function untilTotal(rows: readonly ShapedRow[]): readonly ShapedRow[] {
  const next = rows.findIndex(({ role }) => role === 'total');
  return next === -1 ? rows : rows.slice(0, next);
}

/** The rows a total may be the sum of, the most usual first. */
function structuresBefore(
  rows: readonly ShapedRow[],
  columns: readonly number[],
): readonly (readonly ShapedRow[])[] {
  const lastTotal = rows.findLastIndex(({ role }) => role === 'total');
  const since = rows.slice(lastTotal + 1);
  const isPart = ({ role }: ShapedRow) => role === 'data' || role === 'missing';
  const lastSubtotal = since.findLastIndex(({ role }) => role === 'subtotal');
  const structures = [
    since.filter(isPart),
    withoutInner(since.filter(isPart), columns),
    since.filter(({ role }) => role === 'data'),
    since.filter(({ role }) => role === 'subtotal'),
    [
      ...since.filter(({ role }) => role === 'subtotal'),
      ...since.slice(lastSubtotal + 1).filter(isPart),
    ],
    rows.filter(isPart),
    rows.filter(({ role }) => role === 'total'),
  ];
  return structures.filter((parts) => parts.length > 1);
}

/** The rows without those that make up the row over them, or that its number holds: 1.1 and 1.2 lie inside 1. */
function withoutInner(rows: readonly ShapedRow[], columns: readonly number[]): ShapedRow[] {
  const outer: ShapedRow[] = [];
  for (let at = 0; at < rows.length; at++) {
    const row = rows[at] as ShapedRow;
    outer.push(row);
    const number = /^(\d+(?:\.\d+)*)\.?\s/.exec(row.label)?.[1];
    const numbered = number
      ? rows.slice(at + 1).findIndex(({ label }) => !label.startsWith(`${number}.`))
      : 0;
    at += numbered === -1 ? rows.length : Math.max(numbered, lengthOfInner(rows, { at, columns }));
  }
  return outer;
}

/** How many rows behind a row add up to it in every column. */
function lengthOfInner(
  rows: readonly ShapedRow[],
  { at, columns }: { at: number; columns: readonly number[] },
): number {
  const total = rows[at] as ShapedRow;
  const judged = columns.filter((column) => (additiveIn(total, column)?.number.value ?? 0) > 0);
  if (judged.length === 0) return 0;
  for (let length = 2; length <= Math.min(12, rows.length - at - 1); length++) {
    const parts = rows.slice(at + 1, at + 1 + length);
    if (judged.every((column) => isSum({ parts, total, column }))) return length;
  }
  return 0;
}

function additiveIn(row: ShapedRow, column: number): Additive | null {
  const cell = row.cells[column];
  if (cell?.kind === 'number') return { row, number: cell };
  if (cell?.kind === 'pair' && !cell.isSpread && isCount(cell.first))
    return { row, number: cell.first };
  return null;
}

const additives = (parts: readonly ShapedRow[], column: number) =>
  parts.map((row) => additiveIn(row, column)).filter((each) => each !== null);

/** A count is exact; everything else was rounded. */
const asPrinted = (number: PrintedNumber & { isPercent: boolean }) =>
  isCount(number) ? number.value : { value: number.value, decimals: number.decimals };

function isSum(given: { parts: readonly ShapedRow[]; total: ShapedRow; column: number }): boolean {
  const parts = additives(given.parts, given.column);
  const total = additiveIn(given.total, given.column)?.number;
  if (!total || parts.length < 2) return false;
  return sumOfParts(
    parts.map(({ number }) => asPrinted(number)),
    asPrinted(total),
  ).isPossible;
}

/** Percentages of 100 beside counts that do add up: the wrong one among them is named where it stands. */
function isEcho(given: { total: ShapedRow; column: number; fitting: readonly number[] }): boolean {
  const { total, column, fitting } = given;
  return additiveIn(total, column)?.number.value === 100 && fitting.includes(column - 1);
}

function missOf(given: {
  table: ShapedTable;
  total: ShapedRow;
  parts: readonly ShapedRow[];
  column: number;
  isProved: boolean;
  style: NumberStyle;
}): SumMiss[] {
  const { table, total: row, column, isProved, style } = given;
  const parts = additives(given.parts, column);
  const total = additiveIn(row, column)?.number;
  const isPartHidden = given.parts.some((part) => part.cells[column]?.kind === 'hidden');
  if (!total || parts.length < 2 || isPartHidden) return [];
  const values = parts.map(({ number }) => number.value);
  const sum = values.reduce((adding, value) => adding + value, 0);
  const isWhole = [total, ...parts.map(({ number }) => number)].every(isCount);
  if (isOtherThanSum({ values, sum, total, isWhole, isProved, row, parts })) return [];
  const decimals = Math.max(total.decimals, ...parts.map(({ number }) => number.decimals));
  const sign = total.isPercent ? '%' : '';
  const { reading, params } = readWrongSum({
    parts: parts.map((part) => ({ label: part.row.label, value: part.number.value })),
    total: total.value,
    decimals,
    style,
  });
  return [
    {
      row,
      column,
      excess: sum - total.value,
      finding: {
        line: row.line,
        sheet: table.sheet,
        passage: passageOf(row),
        printed: `${writeNumber(total.value, total.decimals, style)}${sign}`,
        recomputed: `${writeNumber(sum, decimals, style)}${sign}`,
        reading,
        params,
        certainty: isWhole && (isProved || reading !== 'sum-missed') ? 'certain' : 'likely',
        see: [],
      },
    },
  ];
}

/** A row called “total” may hold a mean, a rate of all, or the number of people who could tick several answers. */
function isOtherThanSum(given: {
  values: readonly number[];
  sum: number;
  total: PrintedNumber & { isPercent: boolean };
  isWhole: boolean;
  isProved: boolean;
  row: ShapedRow;
  parts: readonly Additive[];
}): boolean {
  const { values, sum, total, isWhole, isProved, row, parts } = given;
  const isBetween = total.value >= Math.min(...values) && total.value <= Math.max(...values);
  if (total.isPercent || parts.every(({ number }) => number.isPercent)) {
    // Rates of groups beside the rate of all; or shares of several answers.
    return isBetween || Math.abs(sum - total.value) > 15;
  }
  if (!isWhole) return isBetween || Math.abs(sum - total.value) > 0.25 * Math.abs(total.value);
  const shares = parts.map((part) => shareBeside(part.row));
  const all = shareBeside(row);
  if (shares.every((share) => share !== null)) {
    const shared = shares.reduce((adding, share) => adding + share, 0);
    // Percentages of several answers pass 100 together; the “total” is the number of people.
    if (Math.abs(shared - 100) > 5 && (all === null || Math.abs(all - 100) < 1e-9)) return true;
  }
  if (isProved) return false;
  return isBetween && sum > 1.5 * total.value;
}

function shareBeside(row: ShapedRow): number | null {
  for (const cell of row.cells) {
    if (cell.kind === 'pair' && !cell.isSpread) return cell.second.value;
    if (cell.kind === 'number' && cell.isPercent) return cell.value;
  }
  return null;
}

/** One wrong inner cell spoils its row and its column by the same amount. */
function mergeCrossing(given: {
  table: ShapedTable;
  down: readonly SumMiss[];
  across: readonly SumMiss[];
  style: NumberStyle;
}): Finding[] {
  const { table, style } = given;
  const merged: Finding[] = [];
  const spent = new Set<SumMiss>();
  for (const column of given.down) {
    const crossing = given.across.filter(
      (row) =>
        Math.abs(row.excess - column.excess) < 1e-9 &&
        row.row.cells[column.column]?.kind === 'number',
    );
    const [row] = crossing;
    const cell = row?.row.cells[column.column];
    if (crossing.length !== 1 || !row || cell?.kind !== 'number' || row.column === column.column)
      continue;
    spent.add(column).add(row);
    const printed = writeNumber(cell.value, cell.decimals, style);
    const right = writeNumber(
      roundTo(cell.value - column.excess, cell.decimals),
      cell.decimals,
      style,
    );
    merged.push({
      line: row.row.line,
      sheet: table.sheet,
      passage: passageOf(row.row),
      printed,
      recomputed: right,
      reading: 'cell-off',
      params: { printed, right },
      certainty: 'certain',
      see: [column.row.line],
    });
  }
  const alone = [...given.down, ...given.across].filter((miss) => !spent.has(miss));
  return [...merged, ...alone.map(({ finding }) => finding)];
}
