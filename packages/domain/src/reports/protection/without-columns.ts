import type { Table } from '../report.ts';

/** A table without the columns of these ids, and without their cells. */
export function withoutColumns(table: Table, ids: readonly string[]): Table {
  const isKept = table.columns.map(({ id }) => !ids.includes(id));
  return {
    ...table,
    columns: table.columns.filter((_, place) => isKept[place]),
    rows: table.rows.map((row) => ({
      ...row,
      cells: row.cells.filter((_, place) => isKept[place]),
    })),
  };
}
