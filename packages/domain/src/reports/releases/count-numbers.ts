import { isHidden, type Report } from '../report.ts';

/** How many cells the tables of a report have, and how many of them are hidden. */
export function countNumbers({ sections }: Pick<Report, 'sections'>): {
  readonly cells: number;
  readonly hidden: number;
} {
  const cells = sections.flatMap(({ blocks }) =>
    blocks.flatMap((block) =>
      block.kind === 'table' ? block.rows.flatMap((row) => row.cells) : [],
    ),
  );
  return { cells: cells.length, hidden: cells.filter(isHidden).length };
}
