import { ByteWriter } from '../byte-writer.ts';
import { writtenMonth } from '../csv.ts';
import { type DataTable, MISSING_CODES, MISSING_REASONS } from '../data-table.ts';
import { cellText, columnName } from './cell-names.ts';
import { SPREADSHEET, XML_HEAD } from './xml-names.ts';

export const MOST_ROWS = 1_048_576;

const MISSING_TEXTS = ['', ...MISSING_REASONS.map((reason) => MISSING_CODES[reason].stata)];

/** The sheet with the data. Every cell names its place, since some readers count no cells. */
export function* dataSheet(table: DataTable): Generator<Uint8Array> {
  const out = new ByteWriter();
  const names = table.variables.map((_, column) => columnName(column));
  out.text(
    `${XML_HEAD}<worksheet xmlns="${SPREADSHEET}"><sheetViews><sheetView workbookViewId="0">` +
      '<pane xSplit="1" ySplit="1" topLeftCell="B2" activePane="bottomRight" state="frozen"/></sheetView></sheetViews>' +
      `<cols>${columnWidths(table)}</cols><sheetData><row r="1">`,
  );
  table.variables.forEach(({ name }, column) => {
    out.text(`<c r="${names[column]}1" s="1" t="inlineStr"><is><t>${cellText(name)}</t></is></c>`);
  });
  out.text('</row>');
  const writers = table.columns.map((_, column) => cellWriter(table, { column, names, out }));
  for (let row = 0; row < table.rows; row += 1) {
    const number = String(row + 2);
    out.text(`<row r="${number}">`);
    for (let column = 0; column < writers.length; column += 1) writers[column]!(row, number);
    out.text('</row>');
    if (out.isFull) yield out.take();
  }
  out.text(`</sheetData><autoFilter ref="A1:${names.at(-1)}${table.rows + 1}"/></worksheet>`);
  yield out.take();
}

function cellWriter(
  table: DataTable,
  { column, names, out }: { column: number; names: readonly string[]; out: ByteWriter },
): (row: number, number: string) => void {
  const data = table.columns[column]!;
  const begin = `<c r="${names[column]}`;
  const text = (value: string, number: string) =>
    out.text(`${begin}${number}" t="inlineStr"><is><t xml:space="preserve">${value}</t></is></c>`);
  if (data.kind === 'texts') {
    return (row, number) => {
      if (data.absent[row] === 0) text(cellText(data.values[row]!), number);
    };
  }
  const { values, absent } = data;
  const isMonth = table.variables[column]!.kind === 'month';
  return (row, number) => {
    const code = absent[row]!;
    if (code !== 0) text(MISSING_TEXTS[code]!, number);
    else if (isMonth) text(writtenMonth(values[row]!), number);
    else {
      out.text(begin);
      out.text(number);
      out.text('"><v>');
      out.decimal(values[row]!);
      out.text('</v></c>');
    }
  };
}

/** Wide enough for the names, within reason. */
function columnWidths({ variables }: DataTable): string {
  return variables
    .map(({ name }, i) => {
      const width = Math.min(Math.max(name.length + 4, 10), 28);
      return `<col min="${i + 1}" max="${i + 1}" width="${width}" customWidth="1"/>`;
    })
    .join('');
}
