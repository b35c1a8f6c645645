import { isHidden, type Row, type Table } from '../../report.ts';
import {
  type Checked,
  isSame,
  NOTHING_CHECKED,
  numberIn,
  type Pen,
  placeOf,
  together,
} from './checked.ts';

/** Percentages computed again from their counts: those in one cell with them, and whole columns of them. */
export function checkShares(tables: readonly Table[], pen: Pen): Checked {
  return together(
    tables.flatMap((table) => [
      checkPairs(table, pen),
      ...table.columns.map((_, place) => checkColumn(table, { place, pen })),
    ]),
  );
}

/** `12 (11.5%)`: always of the row's own n. */
function checkPairs(table: Table, pen: Pen): Checked {
  const right: string[] = [];
  const wrong = table.rows.flatMap((row) =>
    table.columns.flatMap((column, at) => {
      const cell = row.cells[at] ?? null;
      if (typeof cell !== 'object' || cell === null || isHidden(cell) || 'low' in cell) return [];
      if (cell.percent === null) return [];
      const percent = (100 * cell.count) / row.n;
      const place = placeOf(table, row);
      if (row.n > 0 && cell.count <= row.n && isSame(cell.percent, percent)) {
        right.push(place);
        return [];
      }
      const recomputed = row.n > 0 ? pen({ ...cell, percent }, column) : `n = ${row.n}`;
      return [{ place, printed: pen(cell, column), recomputed }];
    }),
  );
  return { done: right.length + wrong.length, wrong, right };
}

/** What the percentages of a column may be of: the row's n, those who answered, all who were asked, or the column's total. */
type Rule = (table: Table, row: Row, count: number) => number | null;

const RULES: readonly Rule[] = [
  (_table, row) => row.n,
  ({ base }) => base.n,
  ({ base }) => base.cases,
  ({ rows }, _row, count) => {
    const total = rows.find(({ role }) => role === 'total');
    return total ? numberIn(total, count) : null;
  },
];

/** This share of a column must follow from one base before the rest of it is wrong. */
const ENOUGH = 0.5;

/** A column of percentages with the counts nearest to its left. Columns that follow from no base of their table are not judged. */
function checkColumn(table: Table, { place, pen }: { place: number; pen: Pen }): Checked {
  const column = table.columns[place];
  if (column?.kind !== 'percent') return NOTHING_CHECKED;
  const count = table.columns.slice(0, place).findLastIndex(({ kind }) => kind === 'count');
  if (count < 0) return NOTHING_CHECKED;
  const countIn = column.id === CUMULATIVE ? runningCounts(table, count) : numberIn;
  const shares = table.rows.flatMap((row) => {
    const [counted, percent] = [countIn(row, count), numberIn(row, place)];
    return counted === null || percent === null ? [] : [{ row, counted, percent }];
  });
  const judged = RULES.map((rule) => {
    const fitting = shares.filter(({ row, counted, percent }) => {
      const base = rule(table, row, count);
      return base !== null && base > 0 && isSame(percent, (100 * counted) / base);
    });
    // A zero is a share of anything.
    return { rule, fitting, told: fitting.filter(({ counted }) => counted > 0).length };
  });
  const best = judged.reduce((a, b) => (b.told > a.told ? b : a));
  const telling = shares.filter(({ counted, percent }) => counted > 0 || percent > 0);
  if (best.told === 0 || best.told < ENOUGH * telling.length) return NOTHING_CHECKED;
  const off = telling.filter((share) => !best.fitting.includes(share));
  return {
    done: telling.length,
    right: best.fitting.map(({ row }) => placeOf(table, row)),
    wrong: off.map(({ row, counted, percent }) => ({
      place: placeOf(table, row),
      printed: `${counted} (${pen(percent, column)})`,
      recomputed: pen((100 * counted) / (best.rule(table, row, count) ?? Number.NaN), column),
    })),
  };
}

const CUMULATIVE = 'cumulative';

/** The count of each row with all rows above it; none from the first hidden one on. */
function runningCounts({ rows }: Table, place: number): (row: Row) => number | null {
  const sums = new Map<Row, number | null>();
  let sum: number | null = 0;
  for (const row of rows) {
    const counted = numberIn(row, place);
    sum = sum === null || counted === null ? null : sum + counted;
    sums.set(row, sum);
  }
  return (row) => sums.get(row) ?? null;
}
