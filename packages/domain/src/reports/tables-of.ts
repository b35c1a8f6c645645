import type { Report, Table } from './report.ts';

/** Every table of a report, in its order. */
export function tablesOf({ sections }: Pick<Report, 'sections'>): Table[] {
  return sections.flatMap(({ blocks }) =>
    blocks.flatMap((block) => (block.kind === 'table' ? [block] : [])),
  );
}
