/** Running text. `starts` holds where in `text` each line of the file begins, for findings that must name a line. */
export type Paragraph = {
  readonly kind: 'paragraph';
  readonly text: string;
  readonly starts: readonly { readonly at: number; readonly line: number }[];
};

export type TableRow = { readonly line: number; readonly cells: readonly string[] };

export type ReportTable = {
  readonly kind: 'table';
  /** What stands over the table, or null. */
  readonly title: string | null;
  readonly rows: readonly TableRow[];
  /** The sheet of a workbook the table is on; null in every other kind of file. */
  readonly sheet: string | null;
};

/**
 * A report as the checker reads it: paragraphs and tables in the order of the file. Lines count from 1: lines of a text, rows
 * of a sheet; a DOCX has no lines, so its paragraphs and table rows are counted.
 */
export type ReportDocument = {
  readonly blocks: readonly (Paragraph | ReportTable)[];
  /** The decimal sign where the kind of file settles it; otherwise the numbers themselves tell. */
  readonly decimal?: '.';
};

export const paragraphOf = (text: string, line: number): Paragraph => ({
  kind: 'paragraph',
  text,
  starts: [{ at: 0, line }],
});

/** The line of the file on which the letter at `offset` of a paragraph stands. */
export function lineAt({ starts }: Paragraph, offset: number): number {
  let line = starts[0]?.line ?? 1;
  for (const start of starts) if (start.at <= offset) line = start.line;
  return line;
}
