import { attributeOf, readMarkup } from './markup.ts';
import type { Paragraph, ReportDocument, ReportTable, TableRow } from './report-document.ts';

/** Elements that end the sentence before them. */
const BLOCKS = new Set(
  'p div section article header footer main aside nav ul ol li dl dt dd h1 h2 h3 h4 h5 h6 blockquote pre figure figcaption address hr form fieldset details summary body html'.split(
    ' ',
  ),
);
const TITLES = /^h[1-6]$|^caption$|^figcaption$/;
const MOST_SPANNED = 100;

type OpenTable = {
  title: string | null;
  rows: TableRow[];
  cells: string[];
  cell: { text: string; colspan: number; rowspan: number } | null;
  line: number;
  /** Cells that reach down from rows above: text and rows left, by column. */
  down: Map<number, { text: string; left: number }>;
};

/** Reads a page: its tables as tables, everything else as paragraphs. Lines are those of the source. */
export function readHtml(html: string): ReportDocument {
  const blocks: (Paragraph | ReportTable)[] = [];
  const tables: OpenTable[] = [];
  const lineOf = lineFinder(html);
  let text = '';
  let starts: { at: number; line: number }[] = [];
  let title: string | null = null;
  let capturing: { name: string; text: string } | null = null;

  const endParagraph = () => {
    if (text.trim() !== '') blocks.push({ kind: 'paragraph', text: text.trimEnd(), starts });
    text = '';
    starts = [];
  };
  const addText = (words: string, at: number) => {
    if (capturing) capturing.text += words;
    const table = tables.at(-1);
    if (table) {
      if (table.cell) table.cell.text += words;
      return;
    }
    const lead = text === '' ? words.replace(/^\s+/, '') : words;
    if (lead === '') return;
    // Line breaks of the source mean nothing in HTML, but tell on which line a letter stands.
    let place = at + (words.length - lead.length);
    for (const line of lead.split('\n')) {
      starts.push({ at: text.length, line: lineOf(place) });
      text += `${line.replace(/[ \t\r]+/g, ' ')} `;
      place += line.length + 1;
    }
    text = text.slice(0, -1);
  };

  for (const piece of readMarkup(html)) {
    if (piece.kind === 'text') {
      addText(piece.text, piece.at);
      continue;
    }
    const { name } = piece;
    const table = tables.at(-1);
    if (TITLES.test(name)) {
      if (piece.kind === 'open') capturing = { name, text: '' };
      else if (capturing?.name === name) {
        const said = tidy(capturing.text);
        if (name === 'caption' && table) table.title = said;
        else title = said;
        capturing = null;
      }
    }
    if (name === 'table') {
      if (piece.kind === 'open') {
        endParagraph();
        tables.push({
          title,
          rows: [],
          cells: [],
          cell: null,
          line: lineOf(piece.at),
          down: new Map(),
        });
        title = null;
      } else if (table) {
        endRow(table);
        tables.pop();
        if (table.rows.length > 0)
          blocks.push({ kind: 'table', title: table.title, rows: table.rows, sheet: null });
      }
    } else if (table && name === 'tr') {
      endRow(table);
      if (piece.kind === 'open') table.line = lineOf(piece.at);
    } else if (table && (name === 'td' || name === 'th')) {
      endCell(table);
      if (piece.kind === 'open') {
        table.cell = {
          text: '',
          colspan: spanOf(piece.attributes, 'colspan'),
          rowspan: spanOf(piece.attributes, 'rowspan'),
        };
      }
    } else if (name === 'br') addText(' ', piece.at);
    else if (BLOCKS.has(name) && !table) endParagraph();
    else if (table?.cell && BLOCKS.has(name)) table.cell.text += ' ';
  }
  endParagraph();
  return { blocks };
}

function endCell(table: OpenTable) {
  const { cell, cells, down } = table;
  if (!cell) return;
  fillFromAbove(table);
  const text = tidy(cell.text);
  for (let column = 0; column < cell.colspan; column++) {
    if (cell.rowspan > 1)
      down.set(cells.length, { text: column === 0 ? text : '', left: cell.rowspan - 1 });
    cells.push(column === 0 ? text : '');
  }
  table.cell = null;
}

function fillFromAbove({ cells, down }: OpenTable) {
  for (
    let above = down.get(cells.length);
    above && above.left > 0;
    above = down.get(cells.length)
  ) {
    down.set(cells.length, { text: above.text, left: above.left - 1 });
    cells.push(above.text);
  }
}

function endRow(table: OpenTable) {
  endCell(table);
  if (table.cells.length > 0) {
    fillFromAbove(table);
    table.rows.push({ line: table.line, cells: table.cells });
  }
  table.cells = [];
}

const spanOf = (attributes: string, name: string) =>
  Math.min(
    MOST_SPANNED,
    Math.max(1, Number.parseInt(attributeOf(attributes, name) ?? '1', 10) || 1),
  );

const tidy = (text: string) => text.replace(/[ \t\r\n]+/g, ' ').trim();

/** Gives the line of an offset; asked in rising order. */
function lineFinder(text: string): (offset: number) => number {
  let line = 1;
  let seen = 0;
  return (offset) => {
    for (
      let at = text.indexOf('\n', seen);
      at !== -1 && at < offset;
      at = text.indexOf('\n', seen)
    ) {
      line++;
      seen = at + 1;
    }
    return line;
  };
}
