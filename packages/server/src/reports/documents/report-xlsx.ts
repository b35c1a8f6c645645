import type { Blob } from 'node:buffer';
import type Stream from 'node:stream';
import type { Sheet, SheetCell } from '@tirek/domain/reports/documents';
import writeExcelFile, { type Cell, type Feature } from 'write-excel-file/node';
import {
  getCellAddress,
  getOrderOfSiblings,
  getSelfClosingTagMarkup,
  insertElementMarkupAccordingToOrderOfSiblings,
} from 'write-excel-file/utility';

/** What the library lets stand in a file; it does not export the type. */
type FileContent = Stream | Buffer | Blob;

const FONT = { fontFamily: 'Calibri', fontSize: 11 };

/** A workbook as an XLSX file. */
export async function reportXlsx(sheets: readonly Sheet[]): Promise<Buffer> {
  return await writeExcelFile(
    sheets.map(({ name, widths, frozen, rows }) => ({
      sheet: name,
      data: rows.map((row) => row.map(writtenCell)),
      columns: widths.map((width) => ({ width })),
      stickyRowsCount: frozen.rows,
      stickyColumnsCount: frozen.columns,
      orientation: 'landscape' as const,
      showGridLines: false,
    })),
    { ...FONT, features: [links(sheets), ONE_PAGE_WIDE] },
  ).toBuffer();
}

/** Points of one line of text. */
const LINE_HEIGHT = 15;
const QUIET = '#525b66';
const LINE = { borderColor: '#d5dae0', borderStyle: 'thin' } as const;

function writtenCell(cell: SheetCell): Cell {
  const { value, style, format, role, isNumber, lines } = cell;
  if (value === null) return null;
  const common = { value, type: typeof value === 'number' ? Number : String };
  switch (style) {
    case 'title':
      return { ...common, fontWeight: 'bold', fontSize: 14 };
    case 'head':
      return {
        ...common,
        ...LINE,
        fontWeight: 'bold',
        wrap: true,
        align: isNumber ? 'right' : 'left',
        alignVertical: 'bottom',
        backgroundColor: '#eef2f6',
        height: LINE_HEIGHT * (lines ?? 1) + 2,
      };
    case 'quiet':
      return { ...common, textColor: QUIET };
    case 'banner':
      return { ...common, backgroundColor: '#fff6e0' };
    case 'link':
      return { ...common, textColor: '#1f5f9c', textDecoration: { underline: true } };
    case 'label':
      return {
        ...common,
        ...LINE,
        wrap: true,
        alignVertical: 'top',
        ...ofRole(role),
        indent: role === 'nested' ? 1 : 0,
      };
    case 'value':
      return {
        ...common,
        ...LINE,
        alignVertical: 'top',
        ...ofRole(role),
        ...(format ? { format } : {}),
        align: typeof value === 'number' ? 'right' : 'left',
      };
  }
}

function ofRole(role: SheetCell['role']) {
  if (role === 'total') return { fontWeight: 'bold' } as const;
  return role === 'missing' ? { textColor: QUIET } : {};
}

/** Spreadsheets refuse a file whose elements stand in another order. */
const SHEET_ORDER = getOrderOfSiblings('xl/worksheets/sheet{id}.xml', 'worksheet') ?? [];

/** Links between sheets as cells that are links, not formulas: a phone's preview shows them too. */
function links(sheets: readonly Sheet[]): Feature<FileContent> {
  return {
    files: {
      transform: {
        'xl/worksheets/sheet{id}.xml': {
          transform(xml, _options, { sheetIndex }) {
            const found = (sheets[sheetIndex]?.rows ?? []).flatMap((row, y) =>
              row.flatMap(({ leadsTo }, x) =>
                leadsTo ? [{ at: getCellAddress(y, x), leadsTo }] : [],
              ),
            );
            if (found.length === 0) return xml;
            const markup = found.map(({ at, leadsTo }) =>
              getSelfClosingTagMarkup('hyperlink', {
                ref: at,
                location: `'${leadsTo.replaceAll("'", "''")}'!A1`,
                display: leadsTo,
              }),
            );
            return insertElementMarkupAccordingToOrderOfSiblings(
              xml,
              `<hyperlinks>${markup.join('')}</hyperlinks>`,
              SHEET_ORDER,
              'worksheet',
            );
          },
        },
      },
    },
  };
}

/** On paper a sheet is as wide as a page and as long as it is. */
const ONE_PAGE_WIDE: Feature<FileContent> = {
  files: {
    transform: {
      'xl/worksheets/sheet{id}.xml': {
        transform: (xml) =>
          insertElementMarkupAccordingToOrderOfSiblings(
            xml,
            '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>',
            SHEET_ORDER,
            'worksheet',
          ),
        transformElementAttributes: (tag, attributes) =>
          tag === 'pageSetup' ? { ...attributes, fitToWidth: 1, fitToHeight: 0 } : attributes,
      },
    },
  },
};
