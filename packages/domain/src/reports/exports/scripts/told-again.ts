import type { CellReference, Report } from '../../report.ts';
import { tablesOf } from '../../tables-of.ts';

export type NumberPlace = { readonly table: string; readonly row: string; readonly column: string };

/**
 * Numbers of the table of actions, which tells leading numbers of other tables again, with the place where each stands first:
 * the sentence above the table is bound to it.
 */
export function toldAgain(report: Report): Array<NumberPlace & { readonly source: NumberPlace }> {
  const table = tablesOf(report).find(({ id }) => id === 'actions');
  const blocks = report.sections.flatMap((section) => section.blocks);
  const said = blocks.find(({ id }) => id === 'say-actions');
  if (!table || said?.kind !== 'paragraph') return [];
  const places = (said.parts ?? []).flatMap((part) => placeOf(part));
  return table.rows.flatMap(({ id: row }, i) =>
    ['count', 'percent'].flatMap((column, at) => {
      const source = places[2 * i + at];
      return source ? [{ table: table.id, row, column, source }] : [];
    }),
  );
}

/** Count and share of each need, one after the other; a base has no column. */
function placeOf(part: string | { readonly cell: CellReference }): NumberPlace[] {
  if (typeof part === 'string' || part.cell.column === null) return [];
  const { table, row, column } = part.cell;
  return [{ table, row, column }];
}
