import type { NumberStyle } from '../numbers/number-style.ts';
import type { CountedShare } from '../numbers/percent-of-count.ts';
import { type PrintedNumber, roundTo } from '../numbers/printed-number.ts';
import { type Scene, sizeIn } from '../scene.ts';
import { isCount } from '../tables/cell.ts';
import type { RowGroup, ShapedRow, ShapedTable } from '../tables/table-shape.ts';
import { MEAN_HEAD, PERCENT_HEAD, SD_HEAD, WEIGHTED } from '../words/vocabulary.ts';

/** A count and its percentage in one row, as a pair in a cell or in two neighbouring columns. */
export type ShareRow = CountedShare & {
  readonly row: ShapedRow;
  /** The column of the count. */
  readonly column: number;
  readonly written: string;
};

export type ShareColumn = {
  readonly table: ShapedTable;
  readonly group: RowGroup;
  readonly head: string;
  /** Parts that make up the whole, totals and rows inside others left out. */
  readonly shares: readonly ShareRow[];
  readonly all: readonly ShareRow[];
  /** What the group's own total row, title or head says the base is. */
  readonly stated: readonly number[];
  readonly sum: number;
  readonly sumOfAnswered: number;
};

/** Every column of counts with percentages in a report's tables, group by group. */
export function shareColumns({ tables, style }: Scene): readonly ShareColumn[] {
  return tables.flatMap((table) =>
    table.groups.flatMap((group) => {
      const words = [table.title, group.title, ...group.heads].join(' ');
      if (WEIGHTED.test(words)) return [];
      return Array.from({ length: table.columns }, (_, column) => column).flatMap((column) => {
        const found = columnOf({ table, group, column, style });
        return found ? [found] : [];
      });
    }),
  );
}

function columnOf(given: {
  table: ShapedTable;
  group: RowGroup;
  column: number;
  style: NumberStyle;
}): ShareColumn | null {
  const { table, group, column, style } = given;
  const head = group.heads[column] ?? '';
  if (SD_HEAD.test(head) || MEAN_HEAD.test(head)) return null;
  const rows = group.rows.flatMap((row) => shareIn(row, column, group));
  if (rows.length === 0) return null;
  const all = rows.filter(({ row, percent }) => row.role !== 'total' && percent.value <= 100);
  const parts = all.filter(({ row }) => row.role !== 'of-which' && row.role !== 'subtotal');
  const counted = group.rows.filter(({ role }) => role === 'data' || role === 'missing');
  const countOf = (row: ShapedRow) => {
    const cell = row.cells[column];
    if (cell?.kind === 'number') return cell.value;
    return cell?.kind === 'pair' || cell?.kind === 'misprint' ? cell.first.value : 0;
  };
  const totals = table.groups
    .flatMap((each) => each.rows)
    .filter(({ role }) => role === 'total')
    .map(countOf);
  const sizes = [head, group.title, table.title].flatMap((text) => sizeIn(text, style) ?? []);
  const sum = counted.reduce((total, row) => total + countOf(row), 0);
  const answered = counted.filter(({ role }) => role === 'data');
  const missing = counted
    .filter(({ role }) => role === 'missing')
    .reduce((total, row) => total + countOf(row), 0);
  return {
    table,
    group,
    head,
    all,
    shares: parts,
    // Of those asked, the ones without an answer may have been left out of the base.
    stated: [...totals, ...sizes, ...sizes.map((size) => size - missing)].filter(
      (base) => base > 0,
    ),
    sum: roundTo(sum, 0),
    sumOfAnswered: answered.reduce((total, row) => total + countOf(row), 0),
  };
}

function shareIn(row: ShapedRow, column: number, { heads }: RowGroup): ShareRow[] {
  const cell = row.cells[column];
  if (cell?.kind === 'pair' && !cell.isSpread) {
    const { first, second } = cell;
    const written = row.written[column] ?? '';
    if (isCount(first)) return [{ row, column, count: first.value, percent: second, written }];
    if (first.isPercent && isCount(second))
      return [{ row, column, count: second.value, percent: first, written }];
    return [];
  }
  const next = row.cells[column + 1];
  if (cell?.kind !== 'number' || next?.kind !== 'number' || !isCount(cell)) return [];
  const isShare = next.isPercent || PERCENT_HEAD.test(heads[column + 1] ?? '');
  const isCounted = !PERCENT_HEAD.test(heads[column] ?? '');
  if (!isShare || !isCounted || next.value < 0) return [];
  const percent: PrintedNumber = next;
  return [
    {
      row,
      column,
      count: cell.value,
      percent,
      written: `${row.written[column]} (${row.written[column + 1]})`,
    },
  ];
}
