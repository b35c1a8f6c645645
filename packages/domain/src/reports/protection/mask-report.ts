import type { Bars, Chart, Figure, Row, Table } from '../report.ts';
import { HIDDEN, isHidden } from '../report.ts';
import type { Speech } from '../variables.ts';
import { describeInWords } from '../words.ts';
import type { PlannedTable } from './plan.ts';
import type { TableMask } from './table-mask.ts';

/** A table with what its mask does not tell hidden; null when no number of it would be left. */
export function maskTable({ table, mask }: PlannedTable, { t }: Speech): Table | null {
  const rows = table.rows
    .filter((row) => !mask.leavesOut?.(row))
    .map((row) => maskRow(row, table, mask));
  const isUseful = rows.some(
    ({ role, cells }) =>
      role !== 'missing' &&
      role !== 'total' &&
      cells.some(
        (cell, i) =>
          table.columns[i]?.id !== 'n' &&
          table.columns[i]?.id !== 'missing' &&
          table.columns[i]?.kind !== 'text' &&
          cell !== null &&
          !isHidden(cell),
      ),
  );
  if (!isUseful) return null;
  const hasHidden = rows.some(({ cells }) => cells.some(isHidden));
  return {
    ...table,
    rows: mask.isSorted ? hiddenLast(rows) : rows,
    notes: [
      ...(mask.keepsNotes ? table.notes : []),
      ...(hasHidden ? [t('hidden.note', { mark: t('hidden.mark') })] : []),
    ],
  };
}

function maskRow(row: Row, { columns, base }: Table, { tells, tellsBase }: TableMask): Row {
  return {
    ...row,
    n: tellsBase?.(row) === false ? base.n : row.n,
    cells: row.cells.map((cell, i) => {
      const column = columns[i]?.id;
      return column !== undefined && tells(row, column) ? cell : HIDDEN;
    }),
  };
}

/** Rows that hide something go below the others, in the order of their ids, which is nobody's rank. */
function hiddenLast(rows: readonly Row[]): Row[] {
  const hides = ({ role, cells }: Row) => role === 'category' && cells.some(isHidden);
  const whole = rows.filter((row) => row.role === 'category' && !hides(row));
  const parted = rows.filter(hides).toSorted((a, b) => (a.id < b.id ? -1 : 1));
  return [...whole, ...parted, ...rows.filter(({ role }) => role !== 'category')];
}

/**
 * A figure with only those rows of which the table tells everything; null when fewer than two are left.
 * @param table the masked table that the figure draws
 */
export function maskFigure(figure: Figure, table: Table | null, speech: Speech): Figure | null {
  const isDrawn = (_: unknown, i: number) => {
    const id = table?.columns[i]?.id ?? '';
    return id === 'count' || id.startsWith('option-');
  };
  const shown = new Set(
    table?.rows.filter(({ cells }) => !cells.filter(isDrawn).some(isHidden)).map(({ id }) => id),
  );
  const { chart } = figure;
  const keep = <R extends { readonly id: string }>(rows: readonly R[]) =>
    rows.filter(({ id }) => shown.has(id));
  const masked = withRows(chart, keep);
  if (masked.rows.length < 2) return null;
  if (masked.rows.length === chart.rows.length) return figure;
  return {
    ...figure,
    description: describeInWords(wordsOf(masked), { ...speech, lead: `${figure.title}.` }),
    chart: masked,
    notes: [...figure.notes, speech.t('hidden.figureNote')],
  };
}

type Keep = <R extends { readonly id: string }>(rows: readonly R[]) => R[];

function withRows(chart: Chart, keep: Keep): Chart {
  if (chart.type === 'bars') return withTones({ ...chart, rows: keep(chart.rows) });
  if (chart.type === 'dots') return { ...chart, rows: keep(chart.rows) };
  return { ...chart, rows: keep(chart.rows) };
}

/** Only tones that a bar still has; a legend of others would say that there are some. */
function withTones(chart: Bars): Bars {
  const used = new Set(chart.rows.map(({ tone }) => tone));
  return { ...chart, tones: chart.tones.filter(({ id }) => used.has(id)) };
}

function wordsOf(chart: Chart): { label: string; percent: number | null }[] {
  if (chart.type !== 'diverging-bars') {
    return chart.rows.map(({ label, percent }) => ({ label, percent }));
  }
  return chart.rows.map(({ label, percents }) => ({
    label,
    percent: percents.reduce(
      (sum, percent, i) => sum + (chart.categories[i]?.side === 'unfavourable' ? percent : 0),
      0,
    ),
  }));
}
