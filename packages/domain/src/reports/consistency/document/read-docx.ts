import { attributeOf, readMarkup } from './markup.ts';
import {
  type Paragraph,
  paragraphOf,
  type ReportDocument,
  type ReportTable,
} from './report-document.ts';

type OpenTable = {
  rows: string[][];
  lines: number[];
  cells: string[];
  cell: string | null;
  span: number;
};

/**
 * Reads the body of a Word document (`word/document.xml`, ECMA-376 part 1, 17). Deleted text of tracked changes is left out.
 * Every paragraph and every table row counts as one line.
 */
export function readDocx(documentXml: string): ReportDocument {
  const blocks: (Paragraph | ReportTable)[] = [];
  const tables: OpenTable[] = [];
  let line = 0;
  let text = '';
  let isText = false;
  let title: string | null = null;
  for (const piece of readMarkup(documentXml)) {
    const table = tables.at(-1);
    if (piece.kind === 'text') {
      if (isText) text += piece.text;
      continue;
    }
    const isOpen = piece.kind === 'open';
    switch (piece.name) {
      case 'w:t':
        isText = isOpen;
        break;
      case 'w:tab':
        if (isOpen) text += '\t';
        break;
      case 'w:br':
      case 'w:cr':
        if (isOpen) text += ' ';
        break;
      case 'w:nobreakhyphen':
        if (isOpen) text += '-';
        break;
      case 'w:p':
        if (isOpen) break;
        if (table) table.cell = [table.cell, text.trim()].filter(Boolean).join(' ');
        else {
          line++;
          if (text.trim() !== '') {
            title = text.trim();
            blocks.push(paragraphOf(text.trim(), line));
          }
        }
        text = '';
        break;
      case 'w:tbl':
        if (isOpen) tables.push({ rows: [], lines: [], cells: [], cell: null, span: 1 });
        else if (table) {
          tables.pop();
          const rows = table.rows.map((cells, row) => ({ line: table.lines[row] ?? line, cells }));
          if (rows.length > 0) blocks.push({ kind: 'table', title, rows, sheet: null });
          title = null;
        }
        break;
      case 'w:gridspan':
        if (table && isOpen) table.span = Number(attributeOf(piece.attributes, 'w:val')) || 1;
        break;
      case 'w:tc':
        if (!table) break;
        if (isOpen) {
          table.cell = '';
          table.span = 1;
        } else {
          table.cells.push(
            table.cell ?? '',
            ...Array<string>(Math.min(table.span, 100) - 1).fill(''),
          );
          table.cell = null;
        }
        break;
      case 'w:tr':
        if (!table || isOpen) break;
        line++;
        table.rows.push(table.cells);
        table.lines.push(line);
        table.cells = [];
        break;
    }
  }
  return { blocks };
}
