import type { PrintedRow, PrintedTable } from '@tirek/domain/reports/documents';
import {
  AlignmentType,
  BorderStyle,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlign,
  WidthType,
} from 'docx';
import { type DocxWriter, HAIR, INK, QUIET, twips } from './docx-text.ts';

const NONE = { style: BorderStyle.NONE, size: 0, color: 'auto' };
const line = (size: number, color: string) => ({ style: BorderStyle.SINGLE, size, color });

/**
 * A table as Word's own: its head is repeated on every page, no row is torn apart, a short table stays on one page, and the last
 * row stays with the notes below it.
 */
export function docxTable(table: PrintedTable, writer: DocxWriter): Table {
  const { columns, rows, rowHead, fit } = table;
  const widths = fit.widths.map(twips);
  const isKept = rows.length <= WHOLE_ROWS;
  const head = new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: [rowHead, ...columns.map(({ label }) => label)].map((label, i) => {
      const column = columns[i - 1];
      return new TableCell({
        width: { size: widths[i] ?? 0, type: WidthType.DXA },
        verticalAlign: VerticalAlign.BOTTOM,
        borders: { ...SIDES, top: line(8, INK), bottom: line(6, INK) },
        children: [
          new Paragraph({
            style: 'TableText',
            keepNext: true,
            alignment: column && !column.isText ? AlignmentType.RIGHT : AlignmentType.LEFT,
            children: [
              writer.run(label, { bold: true, size: fit.size }),
              ...(column?.mark ? [writer.run(column.mark, { superScript: true })] : []),
            ],
          }),
        ],
      });
    }),
  });
  const body = rows.map((row, i) => {
    const isLast = i === rows.length - 1;
    return bodyRow(row, { table, widths, writer, isLast, keepNext: isKept || isLast });
  });
  return new Table({
    rows: [head, ...body],
    columnWidths: widths,
    width: { size: widths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
    layout: TableLayoutType.FIXED,
    margins: { left: twips(4), right: twips(4), top: twips(1.5), bottom: twips(1.5) },
    borders: { ...SIDES, top: NONE, bottom: NONE, insideHorizontal: NONE, insideVertical: NONE },
  });
}

/** A longer table may break between its rows. */
const WHOLE_ROWS = 22;
const SIDES = { left: NONE, right: NONE };

function bodyRow(
  row: PrintedRow,
  given: {
    table: PrintedTable;
    widths: readonly number[];
    writer: DocxWriter;
    isLast: boolean;
    keepNext: boolean;
  },
): TableRow {
  const { table, widths, writer, isLast, keepNext } = given;
  const { size } = table.fit;
  const looks = {
    size,
    ...(row.role === 'total' ? { bold: true } : {}),
    ...(row.role === 'missing' ? { color: QUIET } : {}),
  };
  const borders = {
    ...SIDES,
    top: row.role === 'total' ? line(6, INK) : line(4, HAIR),
    bottom: isLast ? line(8, INK) : NONE,
  };
  const cell = (place: number, children: Paragraph[]) =>
    new TableCell({
      width: { size: widths[place] ?? 0, type: WidthType.DXA },
      verticalAlign: VerticalAlign.CENTER,
      borders,
      children,
    });
  const label = new Paragraph({
    style: 'TableText',
    keepNext,
    ...(row.role === 'nested' ? { indent: { left: twips(9) } } : {}),
    children: [
      writer.run(row.label, looks),
      ...(row.mark ? [writer.run(row.mark, { superScript: true })] : []),
    ],
  });
  const detail =
    row.detail && row.detail !== row.label
      ? [
          writer.paragraph(row.detail, {
            style: 'TableText',
            keepNext,
            looks: { size: size - 1, color: QUIET },
          }),
        ]
      : [];
  return new TableRow({
    cantSplit: true,
    children: [
      cell(0, [label, ...detail]),
      ...row.cells.map(({ lines }, i) =>
        cell(
          i + 1,
          lines.map((text) =>
            writer.paragraph(text, {
              style: 'TableText',
              keepNext,
              alignment: table.columns[i]?.isText ? AlignmentType.LEFT : AlignmentType.RIGHT,
              looks,
            }),
          ),
        ),
      ),
    ],
  });
}
