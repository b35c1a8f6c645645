import type { CompiledForm } from '../../../instruments/index.ts';
import type { Cell, Report } from '../../report.ts';
import { tablesOf } from '../../tables-of.ts';
import type { DataTable } from '../data-table.ts';
import { analysisNumbers } from './analysis-numbers.ts';
import { reportNumbers } from './report-numbers.ts';

/** How many numbers a column of a report's table prints, and how many of them the R script computes again. */
export type Recomputed = {
  readonly table: string;
  readonly column: string;
  readonly printed: number;
  readonly again: number;
};

/** Every column of every table that prints a number, in the report's order. */
export function listRecomputed(
  report: Report,
  tables: readonly DataTable[],
  forms: readonly CompiledForm[],
): Recomputed[] {
  const keyOf = (...parts: readonly string[]) => parts.join('\n');
  const again = new Set([
    ...reportNumbers(report, tables, forms).map(({ from, cell }) =>
      keyOf(from, cell.row, cell.column),
    ),
    ...analysisNumbers(report).flatMap(({ table, row, column, isDrawn }) =>
      isDrawn ? [] : [keyOf(table, row, column)],
    ),
  ]);
  return tablesOf(report).flatMap(({ id: table, columns, rows }) =>
    columns.flatMap(({ id: column }, place) => {
      const keys = rows.flatMap((row) =>
        partsOf(row.cells[place] ?? null).map((part) => keyOf(table, row.id, column + part)),
      );
      const known = keys.filter((key) => again.has(key)).length;
      return keys.length > 0 ? [{ table, column, printed: keys.length, again: known }] : [];
    }),
  );
}

/** The numbers of a cell by what stands behind the column's name; the level of an interval is none. */
function partsOf(cell: Cell): string[] {
  if (typeof cell === 'number') return [''];
  if (typeof cell !== 'object' || cell === null || 'hidden' in cell) return [];
  if ('low' in cell) return ['.low', '.high'];
  return cell.percent === null ? ['.count'] : ['.count', '.percent'];
}
