import type { FigureDraft, Paragraph, TableDraft } from '../report.ts';

/** A section before its tables and figures are numbered. */
export type DraftSection = {
  readonly id: string;
  readonly title: string;
  readonly blocks: readonly Block[];
};

export function isFilled({ blocks }: DraftSection): boolean {
  return blocks.length > 0;
}

export type Block = TableDraft | FigureDraft | Paragraph;

/** The blocks that are there. */
export function present(...blocks: ReadonlyArray<Block | null>): Block[] {
  return blocks.filter((block) => block !== null);
}

/** A table of these sections; null when it was not made. */
export function findTable(sections: readonly DraftSection[], id: string): TableDraft | null {
  const found = sections.flatMap(({ blocks }) => blocks).find((block) => block.id === id);
  return found?.kind === 'table' ? found : null;
}
