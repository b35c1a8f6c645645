import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { checkReport } from '../check-report.ts';
import { readReportFile } from './read-report-file.ts';
import type { ReportDocument } from './report-document.ts';

function read(name: string, content: string | Uint8Array): ReportDocument {
  const bytes = typeof content === 'string' ? strToU8(content) : content;
  const file = readReportFile({ name, bytes });
  if (file.kind !== 'read') throw new Error(file.reason);
  return file.document;
}

const zip = (parts: Record<string, string>) =>
  zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])));

const paragraph = (text: string) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`;
const row = (...cells: string[]) =>
  `<w:tr>${cells.map((cell) => `<w:tc>${paragraph(cell)}</w:tc>`).join('')}</w:tr>`;
const docx = (body: string) =>
  zip({
    'word/document.xml': `<?xml version="1.0"?><w:document><w:body>${body}</w:body></w:document>`,
  });

describe('a Word document', () => {
  it('is read by paragraphs and rows of tables, without what was struck out', () => {
    const file = docx(
      `${paragraph('Table 1 (n = 104)')}<w:tbl>${row('Answer', 'n', '%')}${row('Yes', '43', '36')}${row('No', '61', '59')}</w:tbl>${paragraph('Of 104 &amp; more')}<w:p><w:del><w:r><w:delText>gone</w:delText></w:r></w:del></w:p>`,
    );
    const document = read('r.docx', file);
    expect(document.blocks).toMatchObject([
      { kind: 'paragraph', text: 'Table 1 (n = 104)' },
      {
        kind: 'table',
        title: 'Table 1 (n = 104)',
        rows: [
          { line: 2, cells: ['Answer', 'n', '%'] },
          { line: 3, cells: ['Yes', '43', '36'] },
          { line: 4, cells: ['No', '61', '59'] },
        ],
      },
      { kind: 'paragraph', text: 'Of 104 & more' },
    ]);
    expect(checkReport(document).map(({ line, recomputed }) => [line, recomputed])).toEqual([
      [3, '41%'],
    ]);
  });
});

const sheet = (cells: string) => `<worksheet><sheetData>${cells}</sheetData></worksheet>`;
const xlsx = (sheetXml: string) =>
  zip({
    'xl/workbook.xml':
      '<workbook><sheets><sheet name="Answers" sheetId="1" r:id="rId1"/></sheets></workbook>',
    'xl/_rels/workbook.xml.rels':
      '<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>',
    'xl/sharedStrings.xml':
      '<sst><si><t>Answer</t></si><si><t>n</t></si><si><t>%</t></si><si><r><t>Y</t></r><r><t>es</t></r></si><si><t>No</t></si><si><t>Total</t></si></sst>',
    'xl/styles.xml':
      '<styleSheet><numFmts><numFmt numFmtId="164" formatCode="0.0%"/></numFmts><cellStyleXfs><xf numFmtId="0"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="164"/></cellXfs></styleSheet>',
    'xl/worksheets/sheet1.xml': sheetXml,
  });
const s = (place: string, index: number) => `<c r="${place}" t="s"><v>${index}</v></c>`;
const n = (place: string, value: number, style = 0) =>
  `<c r="${place}" s="${style}"><v>${value}</v></c>`;

describe('a workbook', () => {
  const table = (wrong: number) =>
    xlsx(
      sheet(
        `<row r="2">${s('B2', 0)}${s('C2', 1)}${s('D2', 2)}</row>` +
          `<row r="3">${s('B3', 3)}${n('C3', 43)}${n('D3', wrong, 1)}</row>` +
          `<row r="4">${s('B4', 4)}${n('C4', 61)}${n('D4', 61 / 104, 1)}</row>` +
          `<row r="5">${s('B5', 5)}<c r="C5"><f>SUM(C3:C4)</f><v>104</v></c>${n('D5', 1, 1)}</row>`,
      ),
    );

  it('is read as its cells are shown: formats, formulas’ results, text in pieces', () => {
    expect(read('r.xlsx', table(43 / 104)).blocks).toMatchObject([
      {
        sheet: 'Answers',
        rows: [
          { line: 2, cells: ['', 'Answer', 'n', '%'] },
          { line: 3, cells: ['', 'Yes', '43', '41.3%'] },
          { line: 4, cells: ['', 'No', '61', '58.7%'] },
          { line: 5, cells: ['', 'Total', '104', '100.0%'] },
        ],
      },
    ]);
  });

  it('has its finding named by sheet and row', () => {
    expect(checkReport(read('r.xlsx', table(43 / 104)))).toEqual([]);
    expect(checkReport(read('r.xlsx', table(43 / 120)))).toMatchObject([
      { sheet: 'Answers', line: 3, printed: '43 (35.8%)', recomputed: '41.3%' },
    ]);
  });
});

describe('a page', () => {
  it('gives the lines of its source, spans filled, scripts left out', () => {
    const html = `<!doctype html>
<html><head><style>p { width: 50% }</style></head><body>
<p>One
two</p>
<table><caption>Sums</caption>
<tr><th rowspan="2">A</th><th colspan="2">B</th></tr>
<tr><td>1</td><td>2</td></tr></table><script>let x = '104%';</script>
</body></html>`;
    const [first, second] = read('r.html', html).blocks;
    expect(first).toMatchObject({
      kind: 'paragraph',
      text: 'One two',
      starts: [{ line: 3 }, { line: 4 }],
    });
    expect(second).toEqual({
      kind: 'table',
      title: 'Sums',
      sheet: null,
      rows: [
        { line: 6, cells: ['A', 'B', ''] },
        { line: 7, cells: ['A', '1', '2'] },
      ],
    });
  });
});

describe('a text', () => {
  it('has tables of pipes, tabs and aligned columns, and sentences that run over lines', () => {
    const text = `A sentence that
runs on.

a | 1
b | 2

c\t3
d\t4

e one     5
f two     6
`;
    expect(read('r.txt', text).blocks).toMatchObject([
      { kind: 'paragraph', text: 'A sentence that runs on.', starts: [{ line: 1 }, { line: 2 }] },
      {
        rows: [
          { line: 4, cells: ['a', '1'] },
          { line: 5, cells: ['b', '2'] },
        ],
      },
      {
        rows: [
          { line: 7, cells: ['c', '3'] },
          { line: 8, cells: ['d', '4'] },
        ],
      },
      {
        rows: [
          { line: 10, cells: ['e one', '5'] },
          { line: 11, cells: ['f two', '6'] },
        ],
      },
    ]);
  });

  it('is read past the heads of its pages, and not as the code it shows', () => {
    const text = `Report\n\na\t1\n\nReport\n\nb\t2\n\nReport\n\n\`\`\`\nlet x = 104;\n\`\`\`\n`;
    expect(read('r.txt', text).blocks.map(({ kind }) => kind)).toEqual(['table', 'table']);
  });

  it('may be of Windows-1251', () => {
    const bytes = Uint8Array.from([0xc2, 0xf1, 0xe5, 0xe3, 0xee, 0x3b, 0x31, 0x0a]);
    expect(read('r.csv', bytes).blocks).toMatchObject([{ rows: [{ cells: ['Всего', '1'] }] }]);
  });
});

describe('what cannot be read', () => {
  it.each([
    ['empty', new Uint8Array()],
    ['pdf', strToU8('%PDF-1.7')],
    ['pdf', Uint8Array.from([0x0a, ...strToU8('%PDF-1.4\n'), 0, 0xff])],
    ['other-kind', Uint8Array.from([0x47, 0x49, 0x46, 0])],
    ['other-kind', zip({ 'a.txt': 'x' })],
    ['damaged', zip({ 'word/document.xml': '<w:document/>' }).slice(0, 40)],
    ['too-large', new Uint8Array(32_000_001)],
  ])('is called %s', (reason, bytes) => {
    expect(readReportFile({ name: 'r', bytes })).toEqual({ kind: 'unreadable', reason });
  });
});
