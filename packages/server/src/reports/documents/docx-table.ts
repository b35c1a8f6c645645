import {
  type PrintedReport,
  type PrintedRow,
  type PrintedTable,
  piecesOf,
} from '@tirek/domain/reports/documents';
import { HAIR, INK, QUIET, twips, wordLanguage } from './docx-text.ts';

/** An element of WordprocessingML, such as `w:tc`, as it stands in the file. */
type Element = string;

const element = (name: string, ...inside: readonly Element[]): Element =>
  `<w:${name}>${inside.join('')}</w:${name}>`;
const setting = (name: string, attributes: Readonly<Record<string, string | number>>): Element => {
  const written = Object.entries(attributes).map(([key, is]) => ` w:${key}="${is}"`);
  return `<w:${name}${written.join('')}/>`;
};
const edge = (side: string, size: number, color: string) =>
  setting(side, { val: 'single', color, sz: size });

const IS_TEXT = setting('pStyle', { val: 'TableText' });
const KEEP_NEXT = setting('keepNext', {});
const CANNOT_SPLIT = setting('cantSplit', {});
const TO_THE_RIGHT = setting('jc', { val: 'right' });
const RAISED: readonly Element[] = [setting('vertAlign', { val: 'superscript' })];
const BOLD: readonly Element[] = [setting('b', {}), setting('bCs', {})];
const TOTAL = element('tcBorders', edge('top', 6, INK));
const HEAD = element('tcBorders', edge('top', 8, INK), edge('bottom', 6, INK));

type Citations = PrintedReport['citations'];

/** A longer table may break between its rows. */
const WHOLE_ROWS = 22;

/**
 * A table as Word's own: its head is repeated on every page, no row is torn apart, a short table stays on one page, and the last
 * row stays with the notes below it.
 *
 * It is written as it stands in the file: a report has thousands of cells, and an object of a library for each border and each
 * paragraph of them takes most of the time of the whole document.
 */
export function docxTable(
  table: PrintedTable,
  { citations }: Pick<PrintedReport, 'citations'>,
): string {
  const { rows, fit } = table;
  const widths = fit.widths.map(twips);
  const margin = (side: string, points: number) => setting(side, { type: 'dxa', w: twips(points) });
  const isKept = rows.length <= WHOLE_ROWS;
  return element(
    'tbl',
    element(
      'tblPr',
      setting('tblW', { type: 'dxa', w: widths.reduce((sum, width) => sum + width, 0) }),
      element('tblBorders', edge('bottom', 8, INK), edge('insideH', 4, HAIR)),
      setting('tblLayout', { type: 'fixed' }),
      element(
        'tblCellMar',
        margin('top', 1.5),
        margin('left', 4),
        margin('bottom', 1.5),
        margin('right', 4),
      ),
    ),
    element('tblGrid', ...widths.map((w) => setting('gridCol', { w }))),
    headRow(table, widths),
    ...rows.map((row, i) =>
      bodyRow(row, { table, citations, widths, keepNext: isKept || i === rows.length - 1 }),
    ),
  );
}

function headRow({ columns, rowHead, fit }: PrintedTable, widths: readonly number[]): Element {
  const looks = [...BOLD, ...sizeOf(fit.size)];
  const cells = [{ label: rowHead, mark: '', isText: true }, ...columns].map((column, place) =>
    cell(
      { width: widths[place] ?? 0, borders: HEAD, align: 'bottom' },
      paragraph(
        { keepNext: true, isRight: !column.isText },
        run(column.label, looks),
        ...markRun(column.mark),
      ),
    ),
  );
  return element('tr', element('trPr', CANNOT_SPLIT, setting('tblHeader', {})), ...cells);
}

function bodyRow(
  row: PrintedRow,
  given: {
    table: PrintedTable;
    citations: Citations;
    widths: readonly number[];
    keepNext: boolean;
  },
): Element {
  const { table, citations, widths, keepNext } = given;
  const { size } = table.fit;
  const looks = [
    ...(row.role === 'total' ? BOLD : []),
    ...(row.role === 'missing' ? [setting('color', { val: QUIET })] : []),
    ...sizeOf(size),
  ];
  const looksOf = (place: number) => ({
    width: widths[place] ?? 0,
    borders: row.role === 'total' ? TOTAL : null,
    align: 'center',
  });
  const isNested = row.role === 'nested';
  const label = paragraph({ keepNext, isNested }, run(row.label, looks), ...markRun(row.mark));
  const detail =
    row.detail && row.detail !== row.label
      ? [
          paragraph(
            { keepNext },
            run(row.detail, [setting('color', { val: QUIET }), ...sizeOf(size - 1)]),
          ),
        ]
      : [];
  const cells = row.cells.map(({ lines }, i) => {
    const isRight = !table.columns[i]?.isText;
    const paragraphs = lines.map((text) =>
      paragraph({ keepNext, isRight }, ...tonguedRuns(text, looks, citations)),
    );
    return cell(looksOf(i + 1), ...paragraphs);
  });
  return element('tr', element('trPr', CANNOT_SPLIT), cell(looksOf(0), label, ...detail), ...cells);
}

function cell(
  { width, borders, align }: { width: number; borders: Element | null; align: string },
  ...paragraphs: readonly Element[]
): Element {
  return element(
    'tc',
    element(
      'tcPr',
      setting('tcW', { type: 'dxa', w: width }),
      ...(borders ? [borders] : []),
      setting('vAlign', { val: align }),
    ),
    ...paragraphs,
  );
}

function paragraph(
  looks: { keepNext: boolean; isRight?: boolean; isNested?: boolean },
  ...runs: readonly Element[]
): Element {
  const { keepNext, isRight = false, isNested = false } = looks;
  return element(
    'p',
    element(
      'pPr',
      IS_TEXT,
      ...(keepNext ? [KEEP_NEXT] : []),
      ...(isNested ? [setting('ind', { left: twips(9) })] : []),
      ...(isRight ? [TO_THE_RIGHT] : []),
    ),
    ...runs,
  );
}

function run(text: string, looks: readonly Element[]): Element {
  const written = text.replace(/[&<>]/g, (sign) => ESCAPES[sign] ?? sign);
  return element('r', element('rPr', ...looks), `<w:t xml:space="preserve">${written}</w:t>`);
}

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/** What is cited in another language says so, for Word's dictionaries and for reading aloud. */
function tonguedRuns(text: string, looks: readonly Element[], citations: Citations): Element[] {
  const pieces = piecesOf(text, citations);
  if (pieces.length === 0) return [run(text, looks)];
  return pieces.map((piece) =>
    run(
      piece.text,
      piece.language === null
        ? looks
        : [...looks, setting('lang', { val: wordLanguage(piece.language) })],
    ),
  );
}

const markRun = (mark: string) => (mark ? [run(mark, RAISED)] : []);

/** Word counts half points. */
const sizeOf = (points: number) => [
  setting('sz', { val: points * 2 }),
  setting('szCs', { val: points * 2 }),
];
