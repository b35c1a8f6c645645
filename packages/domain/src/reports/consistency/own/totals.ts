import { isHidden, type Table } from '../../report.ts';
import {
  type Checked,
  isSame,
  NOTHING_CHECKED,
  numberIn,
  type Pen,
  placeOf,
  together,
} from './checked.ts';

/**
 * Totals added up again. A row called total may hold a mean or the last step of a flow, so that only such a table is judged
 * whose total is 100 % and in which at least one column adds up; then every column of counts and of shares of all must.
 */
export function checkTotals(tables: readonly Table[], pen: Pen): Checked {
  return together(tables.map((table) => checkTable(table, pen)));
}

function checkTable(table: Table, pen: Pen): Checked {
  const total = table.rows.find(({ role }) => role === 'total');
  const parts = table.rows.filter(({ role }) => role === 'category');
  if (!total || parts.length < 2) return NOTHING_CHECKED;
  const isWhole = table.columns.some(
    ({ kind }, place) => kind === 'percent' && numberIn(total, place) === 100,
  );
  if (!isWhole) return NOTHING_CHECKED;
  const judged = table.columns.flatMap((column, place) => {
    const printed = numberIn(total, place);
    const isAdded = column.kind === 'count' || (column.kind === 'percent' && printed === 100);
    if (printed === null || !isAdded) return [];
    // What is hidden is part of the total, and what is written in words is no part of any.
    if (
      parts.some(({ cells }) => isHidden(cells[place] ?? null) || typeof cells[place] === 'string')
    )
      return [];
    const values = parts.flatMap((row) => numberIn(row, place) ?? []);
    if (values.length < 2) return [];
    return [{ column, printed, sum: values.reduce((adding, value) => adding + value, 0) }];
  });
  const wrong = judged.filter(({ printed, sum }) => !isSame(sum, printed));
  if (wrong.length === judged.length) return NOTHING_CHECKED;
  return {
    done: judged.length,
    right: wrong.length === 0 ? [placeOf(table, total)] : [],
    wrong: wrong.map(({ column, printed, sum }) => ({
      place: placeOf(table, total),
      printed: pen(printed, column),
      recomputed: pen(sum, column),
    })),
  };
}
