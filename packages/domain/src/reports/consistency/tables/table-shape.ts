import type { ReportTable, TableRow } from '../document/report-document.ts';
import type { NumberStyle } from '../numbers/number-style.ts';
import { MISSING, OF_WHICH, ORDINAL, SUBTOTAL, TOTAL } from '../words/vocabulary.ts';
import { type Cell, readCell } from './cell.ts';

export type RowRole = 'data' | 'missing' | 'of-which' | 'subtotal' | 'total';

export type ShapedRow = {
  readonly line: number;
  readonly label: string;
  readonly role: RowRole;
  readonly written: readonly string[];
  /** By column; the label's own column is `text`. */
  readonly cells: readonly Cell[];
};

/** Rows under one subtitle, or all rows of a table without any. */
export type RowGroup = {
  readonly title: string | null;
  readonly line: number;
  readonly heads: readonly string[];
  readonly rows: readonly ShapedRow[];
};

export type ShapedTable = {
  readonly title: string | null;
  readonly sheet: string | null;
  readonly line: number;
  readonly labelColumn: number;
  readonly columns: number;
  readonly groups: readonly RowGroup[];
};

type Draft = { title: string | null; line: number; heads: string[]; rows: ShapedRow[] };

/** Tells heads, subtitles, labels and totals of a table apart. */
export function shapeTable(table: ReportTable, style: NumberStyle): ShapedTable {
  const columns = Math.max(...table.rows.map(({ cells }) => cells.length));
  const read = table.rows.map((row) => ({
    row,
    cells: Array.from({ length: columns }, (_, column) => readCell(row.cells[column] ?? '', style)),
  }));
  const labelColumn = findLabels(read.map(({ cells }) => cells));
  const groups: Draft[] = [];
  let heads: string[] = [];
  let isHead = true;
  const figures = read[0]?.cells.map((_, column) =>
    holdsFigures(read.map(({ cells }) => cells[column])),
  );
  for (const [index, { row, cells }] of read.entries()) {
    const isNaming =
      isHead && cells.some(({ kind }, column) => kind === 'text' && figures?.[column]);
    const kind = isNaming ? 'head' : kindOf(cells, labelColumn, row);
    if (kind === 'head' || (isHead && isNumberedHead(read.slice(index), { labelColumn, heads }))) {
      const isFurther = groups.at(-1)?.rows.length === 0;
      heads = cells.map((_, column) =>
        [isFurther || isHead ? heads[column] : '', row.cells[column]?.trim()]
          .filter(Boolean)
          .join(' '),
      );
      const open = groups.at(-1);
      if (open && open.rows.length === 0) open.heads = heads;
      else groups.push({ title: null, line: row.line, heads, rows: [] });
      continue;
    }
    if (kind === 'subtitle') {
      const open = groups.at(-1);
      const title = row.cells.find((cell) => cell.trim() !== '')?.trim() ?? null;
      if (open && open.rows.length === 0 && open.title === null) {
        open.title = title;
        open.line = row.line;
      } else groups.push({ title, line: row.line, heads, rows: [] });
      isHead = index < 3 && groups.every(({ rows }) => rows.length === 0);
      continue;
    }
    isHead = false;
    if (groups.length === 0) groups.push({ title: null, line: row.line, heads, rows: [] });
    groups.at(-1)?.rows.push(shapeRow(row, cells, labelColumn));
  }
  return {
    title: table.title,
    sheet: table.sheet,
    line: table.rows[0]?.line ?? 1,
    labelColumn,
    columns,
    groups: groups.filter(({ rows }) => rows.length > 0),
  };
}

const isFigure = ({ kind }: Cell) => kind === 'number' || kind === 'pair' || kind === 'misprint';

/** Whether most filled cells of a column are figures; words over them are its head. */
function holdsFigures(cells: readonly (Cell | undefined)[]): boolean {
  const filled = cells.filter((cell) => cell !== undefined && cell.kind !== 'empty');
  const figures = filled.filter(
    (cell) => isFigure(cell) || cell.kind === 'none' || cell.kind === 'hidden',
  );
  return figures.some(isFigure) && figures.length > filled.length / 2;
}

/** The first column that mostly holds words; the first of all where none does, as in a table by age. */
function findLabels(rows: readonly (readonly Cell[])[]): number {
  const columns = rows[0]?.length ?? 0;
  for (let column = 0; column < columns; column++) {
    const filled = rows.filter((cells) => cells[column]?.kind !== 'empty');
    const words = filled.filter((cells) => cells[column]?.kind === 'text');
    if (words.length > filled.length / 2 && column < columns - 1) return column;
  }
  return 0;
}

function kindOf(
  cells: readonly Cell[],
  labelColumn: number,
  row: TableRow,
): 'head' | 'subtitle' | 'data' {
  const others = cells.filter((_, column) => column !== labelColumn);
  if (others.some(isFigure)) return 'data';
  const filled = row.cells.filter((cell) => cell.trim() !== '');
  if (filled.length === 1 && cells[labelColumn]?.kind !== 'empty') return 'subtitle';
  return others.some(({ kind }) => kind === 'text') ? 'head' : 'data';
}

/** A first row of `1 2 3 4 5` or of years heads the columns, though it is made of numbers. */
function isNumberedHead(
  rows: readonly { readonly row: TableRow; readonly cells: readonly Cell[] }[],
  { labelColumn, heads }: { labelColumn: number; heads: readonly string[] },
): boolean {
  const [first, ...rest] = rows;
  if (!first || rest.length === 0) return false;
  const isHeaded = heads.some((head, column) => column !== labelColumn && head !== '');
  const values = first.cells.flatMap((cell, column) =>
    column !== labelColumn && cell.kind === 'number' && !cell.isPercent ? [cell.value] : [],
  );
  const label = first.row.cells[labelColumn]?.trim() ?? '';
  if (values.length < 2 || (isHeaded && label !== '')) return false;
  const isRising = values.every((value, at) => at === 0 || value === (values[at - 1] ?? 0) + 1);
  const isYears = values.every((value) => value >= 1900 && value < 2100);
  const isScale = (values[0] === 0 || values[0] === 1) && (label === '' || values.length >= 3);
  return isRising && (isYears || isScale);
}

function shapeRow(row: TableRow, cells: readonly Cell[], labelColumn: number): ShapedRow {
  const own = row.cells[labelColumn]?.trim() ?? '';
  const label = own === '' ? (row.cells.find((cell) => cell.trim() !== '')?.trim() ?? '') : own;
  const first = row.cells[0]?.trim() ?? '';
  return {
    line: row.line,
    label,
    role: TOTAL.test(first) && !ORDINAL.test(first) ? roleOf(first) : roleOf(label),
    written: Array.from({ length: cells.length }, (_, column) => row.cells[column]?.trim() ?? ''),
    cells: cells.map((cell, column): Cell => (column === labelColumn ? { kind: 'text' } : cell)),
  };
}

function roleOf(label: string): RowRole {
  const plain = label.replace(/^[\s*_]+/, '');
  if (OF_WHICH.test(plain)) return 'of-which';
  if (SUBTOTAL.test(plain)) return 'subtotal';
  if (TOTAL.test(plain)) return 'total';
  return MISSING.test(plain) ? 'missing' : 'data';
}
