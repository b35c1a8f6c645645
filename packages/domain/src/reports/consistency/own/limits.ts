import { type Cell, isHidden, type Table } from '../../report.ts';
import { type Checked, numberIn, type Pen, placeOf } from './checked.ts';

/** Figures that cannot be: shares outside of 0 to 100, p outside of 0 to 1, estimates outside of their intervals, ends the wrong way round. */
export function checkLimits(tables: readonly Table[], pen: Pen): Checked {
  let done = 0;
  const wrong = tables.flatMap((table) =>
    table.rows.flatMap((row) =>
      table.columns.flatMap((column, place) => {
        const cell = row.cells[place] ?? null;
        const estimate = table.columns.findIndex(({ id }) => `${id}Interval` === column.id);
        const limits = limitsOf(cell, column.kind, numberIn(row, estimate));
        if (!limits) return [];
        done += 1;
        const { value, low, high } = limits;
        if (low <= value && value <= high) return [];
        return [
          {
            place: placeOf(table, row),
            printed: pen(value, { ...column, kind: 'number' }),
            recomputed: `${pen(low, { ...column, kind: 'number' })} … ${pen(high, { ...column, kind: 'number' })}`,
          },
        ];
      }),
    ),
  );
  return { done, wrong, right: [] };
}

/** Rounding may carry an estimate over the end of its interval where both are the same. */
const SLACK = 1e-9;

function limitsOf(
  cell: Cell,
  kind: Table['columns'][number]['kind'],
  estimate: number | null,
): { readonly value: number; readonly low: number; readonly high: number } | null {
  if (typeof cell === 'number') {
    if (kind === 'percent') return { value: cell, low: 0, high: 100 + SLACK };
    return kind === 'p-value' ? { value: cell, low: 0, high: 1 } : null;
  }
  if (typeof cell !== 'object' || cell === null || isHidden(cell) || !('low' in cell)) return null;
  const { low, high } = cell;
  // The low end against the high one, where no estimate stands beside them.
  return estimate === null
    ? { value: low, low: Number.NEGATIVE_INFINITY, high }
    : { value: estimate, low: low - SLACK, high: high + SLACK };
}
