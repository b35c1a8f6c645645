import type { Finding } from '../finding.ts';
import { halfUnit, type PrintedNumber, writeNumber } from '../numbers/printed-number.ts';
import type { Scene } from '../scene.ts';
import { passageOf } from '../tables/passage.ts';
import type { RowGroup, ShapedRow, ShapedTable } from '../tables/table-shape.ts';

/** How many rows must add up to 100 before one that does not is a slip. */
const ENOUGH_ROWS = 3;
const ENOUGH = 0.7;

/** Distributions across the columns of a table: where all rows but few add up to 100 %, the few are named. */
export function checkTableShares({ tables, style }: Scene): Finding[] {
  return tables.flatMap((table) =>
    table.groups.flatMap((group) => {
      const judged = distributionsOf(table, group);
      const fitting = judged.filter(({ sum, tolerance }) => Math.abs(sum - 100) <= tolerance);
      if (fitting.length < ENOUGH_ROWS || fitting.length < ENOUGH * judged.length) return [];
      return judged
        .filter((each) => !fitting.includes(each))
        .map(({ row, sum, tolerance, shares }): Finding => {
          const decimals = Math.max(...shares.map((share) => share.decimals));
          const written = writeNumber(sum, decimals, style);
          return {
            line: row.line,
            sheet: table.sheet,
            passage: passageOf(row),
            printed: shares
              .map((share) => `${writeNumber(share.value, share.decimals, style)}%`)
              .join(' + '),
            recomputed: `${written}%`,
            reading: sum < 100 ? 'percents-short' : 'percents-over',
            params: {
              sum: written,
              missing: writeNumber(Math.abs(100 - sum), decimals, style),
              rounding: writeNumber(tolerance, decimals + 1, style),
            },
            certainty: 'likely',
            see: [],
          };
        });
    }),
  );
}

type Distribution = {
  readonly row: ShapedRow;
  readonly shares: readonly PrintedNumber[];
  readonly sum: number;
  readonly tolerance: number;
};

function distributionsOf({ columns }: ShapedTable, { rows }: RowGroup): Distribution[] {
  return rows.flatMap((row) => {
    const shares = row.cells.flatMap((cell) => {
      if (cell.kind === 'number' && cell.isPercent) return [cell];
      return cell.kind === 'pair' && !cell.isSpread && cell.second.isPercent ? [cell.second] : [];
    });
    if (shares.length < 3 || shares.length < columns - 3) return [];
    const sum = shares.reduce((adding, { value }) => adding + value, 0);
    // A last column of 100 % is the total of the others.
    const last = shares.at(-1);
    const parts = last?.value === 100 && sum > 150 ? shares.slice(0, -1) : shares;
    const own = parts.reduce((adding, { value }) => adding + value, 0);
    // A zero is exact: nobody was rounded away in it, or hardly anybody.
    const tolerance = parts.reduce(
      (adding, { value, decimals }) => adding + (value === 0 ? 0 : halfUnit(decimals)),
      1e-9,
    );
    return [{ row, shares: parts, sum: own, tolerance }];
  });
}
