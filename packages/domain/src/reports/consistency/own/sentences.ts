import type { BoundNumber, Paragraph, Report, Table } from '../../report.ts';
import { tablesOf } from '../../tables-of.ts';
import type { Checked, Discrepancy, Pen } from './checked.ts';

/** Numbers in sentences held against the cells that they were read from. */
export function checkSentences(report: Report, pen: Pen): Checked {
  const tables = new Map(tablesOf(report).map((table) => [table.id, table]));
  const told = report.sections.flatMap(({ blocks }) =>
    blocks.flatMap((block) =>
      block.kind === 'paragraph' ? numbersOf(block).map((number) => ({ block, number })) : [],
    ),
  );
  return {
    done: told.length,
    right: [],
    wrong: told.flatMap(({ block, number }): Discrepancy[] => {
      const shown = shownIn(tables.get(number.cell.table), number, pen);
      return shown === number.text && block.text.includes(number.text)
        ? []
        : [{ place: block.text, printed: number.text, recomputed: shown ?? pen(null, COUNT) }];
    }),
  };
}

const COUNT = { kind: 'count', decimals: 0 } as const;

const numbersOf = ({ parts = [] }: Paragraph) => parts.filter((part) => typeof part !== 'string');

/** What a reader finds in the cell that a number names; null where there is no such cell. */
function shownIn(table: Table | undefined, { cell }: BoundNumber, pen: Pen): string | null {
  const row = table?.rows.find(({ id }) => id === cell.row);
  if (!table || !row) return null;
  if (cell.column === null) return pen(row.n, COUNT);
  const place = table.columns.findIndex(({ id }) => id === cell.column);
  const column = table.columns[place];
  return column ? pen(row.cells[place] ?? null, column) : null;
}
