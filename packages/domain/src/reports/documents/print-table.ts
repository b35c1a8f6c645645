import type { Language } from '../../text/index.ts';
import { formatBase, formatCell } from '../format-cell.ts';
import type { Cell, Column, Row, Table } from '../report.ts';
import type { ReportTexts } from '../report-texts.ts';
import { columnFitter, type Tried } from './fit-columns.ts';
import { notesBelow } from './notes-below.ts';
import type { Fit, PrintedColumn, PrintedRow, PrintedTable } from './printed-table.ts';

type Setting = { readonly language: Language; readonly t: ReportTexts; readonly width: number };

/**
 * A table as it stands on paper: the largest letters with which it fits, and turned on its side where it has more columns than
 * a page is wide and few rows.
 * @param setting.width points that the table may take across
 */
export function printTable(table: Table, setting: Setting): PrintedTable {
  const { t } = setting;
  const marked = table.columns.filter(({ footnote }) => footnote);
  const columns = table.columns.map((column) => ({
    label: column.label,
    mark: column.footnote ? markOf(marked.indexOf(column)) : '',
    isText: column.kind === 'text' || column.kind === 'words',
  }));
  return {
    kind: 'table',
    id: table.id,
    label: t('table', { number: table.number }),
    number: table.number,
    title: table.title,
    base: formatBase(table.base, { t }),
    ...arrange(table, columns, setting),
    notes: [...marked.map(({ footnote }, i) => `${markOf(i)} ${footnote}`), ...notesBelow(table)],
  };
}

type Arranged = Pick<PrintedTable, 'rowHead' | 'columns' | 'rows' | 'fit'>;

function arrange(table: Table, columns: readonly PrintedColumn[], setting: Setting): Arranged {
  const { rowHead } = table;
  const write = (isStacked: boolean) =>
    table.rows.map((row) => printRow(row, { columns: table.columns, setting, isStacked }));
  const upright = { rowHead, columns, rows: write(false) };
  if (table.rows.length <= FEW_ROWS && columns.length >= MANY_COLUMNS) {
    const turned = turn(upright);
    return { ...turned, fit: largestFit(turned, SIZES, setting) };
  }
  if (!table.columns.some(({ kind }) => kind === 'share')) {
    const fit = largestFit(upright, SIZES, setting);
    if (fit.fits || table.rows.length >= columns.length) return { ...upright, fit };
    const turned = turn(upright);
    const turnedFit = largestFit(turned, SIZES, setting);
    return turnedFit.fits ? { ...turned, fit: turnedFit } : { ...upright, fit };
  }
  // Counts go above their shares before letters become small.
  const fit = largestFit(upright, SIZES.slice(0, 3), setting);
  if (fit.fits) return { ...upright, fit };
  const stacked = { ...upright, rows: write(true) };
  return { ...stacked, fit: largestFit(stacked, SIZES, setting) };
}

const FEW_ROWS = 3;
const MANY_COLUMNS = 8;

/** Rows become columns: a mean and its companions are read one below the other. */
function turn({ rowHead, columns, rows }: Omit<Arranged, 'fit'>): Omit<Arranged, 'fit'> {
  return {
    rowHead,
    columns: rows.map(({ label }) => ({ label, mark: '', isText: false })),
    rows: columns.map(({ label, mark }, i) => ({
      label,
      mark,
      detail: '',
      role: 'category',
      cells: rows.flatMap(({ cells }) => cells[i] ?? []),
    })),
  };
}

/** From easy to read down to what still can be read on paper, in points. */
const SIZES = [9, 8.5, 8, 7.5, 7];

/** The largest of the sizes with which everything fits and no sentence is a tower, or at least fits; else the smallest. */
function largestFit(set: Omit<Arranged, 'fit'>, sizes: readonly number[], { width }: Setting): Fit {
  const fitAt = columnFitter({ ...set, width });
  let best: Tried | undefined;
  for (const size of sizes) {
    const tried = fitAt(size);
    if (!best?.fits) best = tried;
    if (!tried.fits || tried.isTower) continue;
    best = tried;
    break;
  }
  if (!best) throw new RangeError('no size to try');
  const { isTower: _, ...fit } = best;
  return fit;
}

const markOf = (place: number) => String.fromCharCode(97 + place);

function printRow(
  row: Row,
  {
    columns,
    setting,
    isStacked,
  }: { columns: readonly Column[]; setting: Setting; isStacked: boolean },
): PrintedRow {
  return {
    label: row.label,
    mark: '',
    detail: row.detail ?? '',
    role: row.role,
    cells: columns.map((column, i) => {
      const cell = row.cells[i] ?? null;
      const hasBar = column.bar && row.role !== 'total' && typeof cell === 'number';
      return {
        lines: linesOf(cell, column, { ...setting, isStacked }),
        bar: hasBar ? Math.min(100, Math.max(0, cell)) : null,
      };
    }),
  };
}

function linesOf(
  cell: Cell,
  column: Column,
  { language, t, isStacked }: Setting & { isStacked: boolean },
): string[] {
  const isShare = cell !== null && typeof cell === 'object' && 'count' in cell;
  if (!isStacked || !isShare || cell.percent === null) {
    return [formatCell(cell, column, { language, t })];
  }
  return [
    formatCell(cell.count, { kind: 'count', decimals: 0 }, { language, t }),
    formatCell(cell.percent, { kind: 'percent', decimals: column.decimals }, { language, t }),
  ];
}
