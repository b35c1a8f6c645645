import { escapeMarkup } from '../../charts/svg.ts';
import { ByteWriter } from '../byte-writer.ts';
import type { DataTable, MissingLabels } from '../data-table.ts';
import { exportTexts } from '../export-texts.ts';
import { dataSheet, MOST_ROWS } from './data-sheet.ts';
import { textSheet } from './text-sheet.ts';
import { variableRows } from './variable-rows.ts';
import { SPREADSHEET, XML_HEAD } from './xml-names.ts';

/** One file inside a workbook, which is a ZIP archive of such. */
export type WorkbookPart = { readonly name: string; readonly pieces: Iterable<Uint8Array> };

const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const DOCUMENT = 'http://schemas.openxmlformats.org/officeDocument/2006';

/**
 * A table as the parts of an Excel workbook (ECMA-376): the data on the first sheet, codes as numbers
 * and missing cells as `.a` to `.f`, the head frozen and filterable; what variables and codes mean on
 * the second. Pieces are made as they are asked for, so that rows never stand in memory twice.
 * @throws RangeError when there are more rows than a sheet can hold (1,048,576 with the head)
 */
export function workbookParts(table: DataTable, missingLabels: MissingLabels): WorkbookPart[] {
  if (table.rows >= MOST_ROWS) throw new RangeError(`A sheet holds fewer than ${MOST_ROWS} rows`);
  const t = exportTexts(table.language);
  const sheets = [
    { name: t('sheet.data'), pieces: dataSheet(table) },
    { name: t('sheet.variables'), pieces: textSheet(variableRows(table, missingLabels)) },
  ];
  return [
    part('[Content_Types].xml', contentTypes(sheets.length)),
    part('_rels/.rels', relationships([{ kind: 'officeDocument', target: 'xl/workbook.xml' }])),
    part(
      'xl/workbook.xml',
      `<workbook xmlns="${SPREADSHEET}" xmlns:r="${DOCUMENT}/relationships"><sheets>${sheets
        .map(
          ({ name }, i) =>
            `<sheet name="${escapeMarkup(name)}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`,
        )
        .join('')}</sheets></workbook>`,
    ),
    part(
      'xl/_rels/workbook.xml.rels',
      relationships([
        ...sheets.map((_, i) => ({ kind: 'worksheet', target: `worksheets/sheet${i + 1}.xml` })),
        { kind: 'styles', target: 'styles.xml' },
      ]),
    ),
    part('xl/styles.xml', STYLES),
    ...sheets.map(({ pieces }, i) => ({ name: `xl/worksheets/sheet${i + 1}.xml`, pieces })),
  ];
}

/** Style 1 is bold, for heads; style 2 wraps long texts. */
const STYLES =
  `<styleSheet xmlns="${SPREADSHEET}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font>` +
  '<font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill>' +
  '<fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>' +
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="3">' +
  '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/>' +
  '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf></cellXfs>' +
  '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>';

function contentTypes(sheets: number): string {
  const spreadsheet = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
  const overrides = [
    ['/xl/workbook.xml', `${spreadsheet}.sheet.main+xml`],
    ['/xl/styles.xml', `${spreadsheet}.styles+xml`],
    ...Array.from({ length: sheets }, (_, i) => [
      `/xl/worksheets/sheet${i + 1}.xml`,
      `${spreadsheet}.worksheet+xml`,
    ]),
  ].map(([name, type]) => `<Override PartName="${name}" ContentType="${type}"/>`);
  return (
    `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
    `<Default Extension="xml" ContentType="application/xml"/>${overrides.join('')}</Types>`
  );
}

function relationships(targets: ReadonlyArray<{ kind: string; target: string }>): string {
  const written = targets.map(
    ({ kind, target }, i) =>
      `<Relationship Id="rId${i + 1}" Type="${DOCUMENT}/relationships/${kind}" Target="${target}"/>`,
  );
  return `<Relationships xmlns="${PACKAGE}/relationships">${written.join('')}</Relationships>`;
}

function part(name: string, xml: string): WorkbookPart {
  const out = new ByteWriter();
  out.text(XML_HEAD + xml);
  return { name, pieces: [out.take()] };
}
