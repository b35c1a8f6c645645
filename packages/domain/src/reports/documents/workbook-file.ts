import { escapeMarkup } from '../../drawing/svg.ts';
import { ByteWriter } from '../exports/byte-writer.ts';
import { cellText, columnName } from '../exports/xlsx/cell-names.ts';
import { packageParts, type WorkbookPart } from '../exports/xlsx/package-parts.ts';
import { SPREADSHEET, XML_HEAD } from '../exports/xlsx/xml-names.ts';
import { SheetStyles } from './sheet-styles.ts';
import type { Sheet, SheetCell } from './workbook.ts';

/** The sheets of a report as the parts of an Excel workbook (ECMA-376), to be packed as they are. */
export function workbookFile(sheets: readonly Sheet[]): WorkbookPart[] {
  const styles = new SheetStyles();
  const written = sheets.map((sheet, place) => {
    const out = new ByteWriter();
    out.text(sheetXml(sheet, { styles, isFirst: place === 0 }));
    return { name: sheet.name, pieces: [out.take()] };
  });
  return packageParts(written, styles.xml());
}

/** On paper a sheet is as wide as a page and as long as it is. */
const FIT_WIDTH = '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>';
const PAPER =
  '<pageMargins left="0.7" right="0.7" top="0.75" bottom="0.75" header="0.3" footer="0.3"/>' +
  '<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/>';

/** Points of one line of text. */
const LINE_HEIGHT = 15;

function sheetXml(
  { widths, frozen, rows }: Sheet,
  { styles, isFirst }: { styles: SheetStyles; isFirst: boolean },
): string {
  const names = widths.map((_, column) => columnName(column));
  const cols = widths.map(
    (width, i) => `<col min="${i + 1}" max="${i + 1}" width="${width}" customWidth="1"/>`,
  );
  const written = rows.map((row, y) => {
    const number = y + 1;
    const lines = Math.max(...row.map((cell) => cell.lines ?? 0), 0);
    const height = lines > 0 ? ` ht="${LINE_HEIGHT * lines + 2}" customHeight="1"` : '';
    const cells = row.map((cell, x) =>
      cellXml(cell, { at: `${names[x] ?? columnName(x)}${number}`, style: styles.of(cell) }),
    );
    return `<row r="${number}"${height}>${cells.join('')}</row>`;
  });
  return (
    `${XML_HEAD}<worksheet xmlns="${SPREADSHEET}">${FIT_WIDTH}<sheetViews>` +
    `<sheetView showGridLines="0" tabSelected="${Number(isFirst)}" workbookViewId="0">${pane(frozen)}</sheetView></sheetViews>` +
    `<cols>${cols.join('')}</cols><sheetData>${written.join('')}</sheetData>${links(rows)}${PAPER}</worksheet>`
  );
}

function cellXml({ value }: SheetCell, { at, style }: { at: string; style: number }): string {
  if (value === null) return '';
  if (typeof value === 'number') return `<c r="${at}" s="${style}"><v>${value}</v></c>`;
  return `<c r="${at}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${cellText(value)}</t></is></c>`;
}

function pane({ rows, columns }: Sheet['frozen']): string {
  if (rows === 0 && columns === 0) return '';
  const corner = `${columnName(columns)}${rows + 1}`;
  return `<pane xSplit="${columns}" ySplit="${rows}" topLeftCell="${corner}" activePane="bottomRight" state="frozen"/>`;
}

/** Links between sheets as cells that are links, not formulas: a phone's preview shows them too. */
function links(rows: Sheet['rows']): string {
  const found = rows.flatMap((row, y) =>
    row.flatMap(({ leadsTo }, x) => {
      if (!leadsTo) return [];
      const location = escapeMarkup(`'${leadsTo.replaceAll("'", "''")}'!A1`);
      return [
        `<hyperlink ref="${columnName(x)}${y + 1}" location="${location}" display="${escapeMarkup(leadsTo)}"/>`,
      ];
    }),
  );
  return found.length > 0 ? `<hyperlinks>${found.join('')}</hyperlinks>` : '';
}
