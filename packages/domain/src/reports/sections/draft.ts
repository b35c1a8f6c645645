import type { FigureDraft, Paragraph, TableDraft } from '../report.ts';

/** A section before its tables and figures are numbered. */
export type DraftSection = {
  readonly id: string;
  readonly title: string;
  readonly blocks: ReadonlyArray<TableDraft | FigureDraft | Paragraph>;
};

export function isFilled({ blocks }: DraftSection): boolean {
  return blocks.length > 0;
}

/** The tables and figures that are there. */
export function present(
  ...blocks: ReadonlyArray<TableDraft | FigureDraft | null>
): (TableDraft | FigureDraft)[] {
  return blocks.filter((block) => block !== null);
}
