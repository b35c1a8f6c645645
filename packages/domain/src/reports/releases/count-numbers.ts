import { isHidden, type Report } from '../report.ts';
import { tablesOf } from '../tables-of.ts';

/** How many cells the tables of a report have, and how many of them are hidden. */
export function countNumbers(report: Pick<Report, 'sections'>): {
  readonly cells: number;
  readonly hidden: number;
} {
  const cells = tablesOf(report).flatMap(({ rows }) => rows.flatMap((row) => row.cells));
  return { cells: cells.length, hidden: cells.filter(isHidden).length };
}
