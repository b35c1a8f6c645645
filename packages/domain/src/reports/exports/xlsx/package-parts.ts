import { escapeMarkup } from '../../../drawing/svg.ts';
import { ByteWriter } from '../byte-writer.ts';
import { SPREADSHEET, XML_HEAD } from './xml-names.ts';

/** One file inside a workbook, which is a ZIP archive of such. */
export type WorkbookPart = { readonly name: string; readonly pieces: Iterable<Uint8Array> };

const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const DOCUMENT = 'http://schemas.openxmlformats.org/officeDocument/2006';

/**
 * A workbook (ECMA-376) of sheets that are written already, in their order.
 * @param styles its style sheet, without the head of an XML file
 */
export function packageParts(
  sheets: ReadonlyArray<{ readonly name: string; readonly pieces: Iterable<Uint8Array> }>,
  styles: string,
): WorkbookPart[] {
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
    part('xl/styles.xml', styles),
    ...sheets.map(({ pieces }, i) => ({ name: `xl/worksheets/sheet${i + 1}.xml`, pieces })),
  ];
}

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
