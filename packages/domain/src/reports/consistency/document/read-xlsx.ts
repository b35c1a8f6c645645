import { attributeOf, readMarkup } from './markup.ts';
import type { ReportDocument, ReportTable } from './report-document.ts';
import { readFormats, showNumber } from './xlsx-formats.ts';

/**
 * Reads the sheets of a workbook (ECMA-376 part 1, 18) with numbers as a person sees them: 0.1923 in a cell shown as a
 * percentage with one decimal is `19.2%`. Rows count as lines, sheet by sheet.
 * @param parts the unpacked files of the workbook by name
 */
export function readXlsx(parts: ReadonlyMap<string, string>): ReportDocument {
  const strings = readStrings(parts.get('xl/sharedStrings.xml') ?? '');
  const formats = readFormats(parts.get('xl/styles.xml') ?? '');
  const blocks = sheetsOf(parts).flatMap(({ name, xml }): ReportTable[] =>
    splitAtGaps(readSheet(xml, { strings, formats })).map((rows) => ({
      kind: 'table',
      title: name,
      rows,
      sheet: name,
    })),
  );
  return { blocks, decimal: '.' };
}

function readStrings(xml: string): string[] {
  const strings: string[] = [];
  let text: string | null = null;
  let isText = false;
  let isPhonetic = false;
  for (const piece of readMarkup(xml)) {
    if (piece.kind === 'text') {
      if (isText && !isPhonetic && text !== null) text += piece.text;
    } else if (piece.name === 'si') {
      if (piece.kind === 'open') text = '';
      else {
        strings.push((text ?? '').trim());
        text = null;
      }
    } else if (piece.name === 't') isText = piece.kind === 'open';
    else if (piece.name === 'rph') isPhonetic = piece.kind === 'open';
  }
  return strings;
}

function sheetsOf(parts: ReadonlyMap<string, string>): { name: string; xml: string }[] {
  const targets = new Map<string, string>();
  for (const piece of readMarkup(parts.get('xl/_rels/workbook.xml.rels') ?? '')) {
    if (piece.kind !== 'open' || piece.name !== 'relationship') continue;
    const target = attributeOf(piece.attributes, 'Target') ?? '';
    targets.set(attributeOf(piece.attributes, 'Id') ?? '', target.replace(/^\/?(?:xl\/)?/, 'xl/'));
  }
  const sheets: { name: string; xml: string }[] = [];
  for (const piece of readMarkup(parts.get('xl/workbook.xml') ?? '')) {
    if (piece.kind !== 'open' || piece.name !== 'sheet') continue;
    const xml = parts.get(targets.get(attributeOf(piece.attributes, 'r:id') ?? '') ?? '');
    if (xml !== undefined) sheets.push({ name: attributeOf(piece.attributes, 'name') ?? '', xml });
  }
  return sheets;
}

type Row = { line: number; cells: string[] };
type Looks = { readonly strings: readonly string[]; readonly formats: readonly string[] };

function readSheet(xml: string, { strings, formats }: Looks): Row[] {
  const rows: Row[] = [];
  let row: Row | null = null;
  let cell = { column: 0, type: 'n', style: 0 };
  let value = '';
  let isValue = false;
  for (const piece of readMarkup(xml)) {
    if (piece.kind === 'text') {
      if (isValue) value += piece.text;
      continue;
    }
    const isOpen = piece.kind === 'open';
    if (piece.name === 'row') {
      if (isOpen) {
        const line = Number(attributeOf(piece.attributes, 'r')) || (rows.at(-1)?.line ?? 0) + 1;
        row = { line, cells: [] };
        rows.push(row);
      } else row = null;
    } else if (piece.name === 'c' && row) {
      if (isOpen) {
        value = '';
        const place = attributeOf(piece.attributes, 'r');
        cell = {
          column: place ? columnOf(place) : row.cells.length,
          type: attributeOf(piece.attributes, 't') ?? 'n',
          style: Number(attributeOf(piece.attributes, 's') ?? 0),
        };
      } else if (value !== '' && cell.column < 1000) {
        while (row.cells.length < cell.column) row.cells.push('');
        row.cells[cell.column] = shownValue(value, cell, { strings, formats });
      }
    } else if (piece.name === 'v' || piece.name === 't') isValue = isOpen;
  }
  return rows;
}

function shownValue(
  value: string,
  { type, style }: { type: string; style: number },
  { strings, formats }: Looks,
): string {
  if (type === 's') return strings[Number(value)] ?? '';
  if (type === 'n') return showNumber(Number(value), formats[style] ?? 'General');
  return value.trim();
}

/** `C12` -> 2 */
function columnOf(place: string): number {
  let column = 0;
  for (const letter of place.replace(/\d+/, '')) column = column * 26 + letter.charCodeAt(0) - 64;
  return column - 1;
}

/** Empty rows part tables that share a sheet. */
function splitAtGaps(rows: readonly Row[]): Row[][] {
  const tables: Row[][] = [];
  let before = Number.NEGATIVE_INFINITY;
  for (const row of rows) {
    if (row.cells.every((cell) => cell === '')) continue;
    if (row.line === before + 1) tables.at(-1)?.push(row);
    else tables.push([row]);
    before = row.line;
  }
  return tables;
}
