import type { DraftSection } from '../sections/draft.ts';

/**
 * Sections without some of their tables: a figure that draws one and a sentence that reads from one go with it, since they
 * tell the same numbers. A section that had tables and has none any more goes as a whole.
 */
export function withoutTables(
  sections: readonly DraftSection[],
  ids: readonly string[],
): DraftSection[] {
  if (ids.length === 0) return [...sections];
  const gone = new Set(ids);
  return sections.flatMap((section) => {
    const blocks = section.blocks.filter((block) => {
      if (block.kind === 'table') return !gone.has(block.id);
      if (block.kind === 'figure') return !gone.has(tableBehind(block.id));
      return !(block.parts ?? []).some(
        (part) => typeof part !== 'string' && gone.has(part.cell.table),
      );
    });
    const hadTables = section.blocks.some(({ kind }) => kind === 'table');
    const hasTables = blocks.some(({ kind }) => kind === 'table');
    return hadTables && !hasTables ? [] : [{ ...section, blocks }];
  });
}

/** A figure bears the name of the table that it draws. */
const tableBehind = (figure: string) => figure.replace(/^figure-/, '');
