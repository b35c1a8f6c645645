import { ByteWriter } from '../byte-writer.ts';
import { cellText, columnName } from './cell-names.ts';
import { SPREADSHEET, XML_HEAD } from './xml-names.ts';

/** Widths of the columns in characters. */
const WIDTHS = [24, 48, 64, 48];

/** A sheet of words; the first row is its head. */
export function* textSheet(rows: readonly (readonly string[])[]): Generator<Uint8Array> {
  const out = new ByteWriter();
  const widths = WIDTHS.map(
    (width, i) => `<col min="${i + 1}" max="${i + 1}" width="${width}" customWidth="1"/>`,
  );
  out.text(
    `${XML_HEAD}<worksheet xmlns="${SPREADSHEET}"><sheetViews><sheetView workbookViewId="0">` +
      `<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>${widths.join('')}</cols><sheetData>`,
  );
  for (const [row, cells] of rows.entries()) {
    out.text(`<row r="${row + 1}">`);
    cells.forEach((cell, column) => {
      const style = row === 0 ? 1 : 2;
      out.text(
        `<c r="${columnName(column)}${row + 1}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${cellText(cell)}</t></is></c>`,
      );
    });
    out.text('</row>');
    if (out.isFull) yield out.take();
  }
  out.text('</sheetData></worksheet>');
  yield out.take();
}
