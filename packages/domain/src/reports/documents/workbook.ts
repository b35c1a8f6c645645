import { wrapText } from '../../drawing/text-width.ts';
import { formatBase } from '../format-cell.ts';
import type { Report, Section, Table } from '../report.ts';
import { type ReportTexts, reportTexts } from '../report-texts.ts';
import { type FlatColumn, type FlatRow, flattenTable } from './flat-table.ts';
import { notesBelow } from './notes-below.ts';
import { coverOf, receiptOf } from './print-report.ts';

export type SheetStyle = 'title' | 'head' | 'label' | 'value' | 'quiet' | 'banner' | 'link';

export interface SheetCell {
  readonly value: string | number | null;
  readonly style: SheetStyle;
  /** How a spreadsheet shows the number: `0.0%`. */
  readonly format?: string;
  /** Total rows are bold, missing ones quiet, nested ones indented. */
  readonly role?: FlatRow['role'];
  /** Of a head: whether numbers stand below it. */
  readonly isNumber?: boolean;
  /** Lines that a head takes in its column; spreadsheets do not work it out by themselves. */
  readonly lines?: number;
  /** Name of the sheet that the cell leads to. */
  readonly leadsTo?: string;
}

export interface Sheet {
  /** At most 31 letters, none of `[]:*?/\`, as spreadsheets want it. */
  readonly name: string;
  /** Widths of the columns in letters. */
  readonly widths: readonly number[];
  /** Rows and columns that stay when one scrolls. */
  readonly frozen: { readonly rows: number; readonly columns: number };
  readonly rows: ReadonlyArray<readonly SheetCell[]>;
}

/** Where the head of a table stands on its sheet, counted from 0: title, base, way back and an empty row lie above it. */
export const HEAD_ROW = 4;

/**
 * The tables of a report as a workbook: contents with links, then a sheet for each. Numbers are numbers, unrounded, shares as
 * fractions with a percent format, as spreadsheets have them; bases, notes and receipts stand in words.
 * @param version of the program, for the receipts
 */
export function reportWorkbook(report: Report, { version }: { version: string }): readonly Sheet[] {
  const t = reportTexts(report.language);
  const receipt = receiptOf(report, { version });
  const tables = report.sections.flatMap((section) =>
    section.blocks.flatMap((block) =>
      block.kind === 'table' ? [{ table: block, section, name: sheetName(block, t) }] : [],
    ),
  );
  return [
    contentsSheet(report, { t, version, tables }),
    ...tables.map(({ table, name }) =>
      tableSheet(table, { t, name, below: [...notesBelow(table), receipt, ...report.banners] }),
    ),
  ];
}

const sheetName = ({ number }: Table, t: ReportTexts) => t('table', { number });

function contentsSheet(
  report: Report,
  {
    t,
    version,
    tables,
  }: {
    t: ReportTexts;
    version: string;
    tables: ReadonlyArray<{ table: Table; section: Section; name: string }>;
  },
): Sheet {
  const cover = coverOf(report, t, version).flatMap(({ label, values }) =>
    values.map((value, i) => [plain(i === 0 ? label : null, 'quiet'), plain(value, 'value')]),
  );
  const head = ['document.table', 'document.section', 'document.title', 'document.base'] as const;
  return {
    name: t('contents'),
    widths: [26, 44, 64, 36],
    frozen: { rows: 0, columns: 0 },
    rows: [
      [plain(report.title, 'title')],
      [plain(report.subtitle, 'quiet')],
      ...report.banners.map((banner) => [plain(banner, 'banner')]),
      ...cover,
      [],
      head.map((key) => plain(t(key), 'head')),
      ...tables.map(({ table, section, name }): SheetCell[] => [
        { value: name, style: 'link', leadsTo: name },
        plain(section.title, 'label'),
        plain(table.title, 'label'),
        plain(formatBase(table.base, { t }), 'label'),
      ]),
    ],
  };
}

function tableSheet(
  table: Table,
  { t, name, below }: { t: ReportTexts; name: string; below: readonly string[] },
): Sheet {
  const { columns, rows } = flattenTable(table, t);
  const footnotes = table.columns.flatMap(({ label, footnote }) =>
    footnote ? [t('flat.part', { whole: label, part: footnote })] : [],
  );
  return {
    name,
    widths: columns.map(widthOf),
    frozen: { rows: HEAD_ROW + 1, columns: 1 },
    rows: [
      [plain(`${name}. ${table.title}`, 'title')],
      [plain(formatBase(table.base, { t }), 'quiet')],
      [{ value: t('document.back'), style: 'link', leadsTo: t('contents') }],
      [],
      columns.map((column, i) => headCell(column, i)),
      ...rows.map((row) => row.values.map((value, i) => bodyCell(value, columns[i], row.role))),
      [],
      ...[...footnotes, ...below].map((line) => [plain(line, 'quiet')]),
    ],
  };
}

const plain = (value: SheetCell['value'], style: SheetStyle): SheetCell => ({ value, style });

function headCell(column: FlatColumn, place: number): SheetCell {
  const { label, kind } = column;
  const letters = widthOf(column, place) - 2;
  const lines = wrapText(label, { width: letters, size: 1 / BOLD_LETTER, weight: 'bold' }).length;
  return { value: label, style: 'head', isNumber: kind !== 'text', lines };
}

/** Width of a usual bold letter in type sizes: widths of columns are given in letters. */
const BOLD_LETTER = 0.58;

function bodyCell(
  value: SheetCell['value'],
  column: FlatColumn | undefined,
  role: FlatRow['role'],
): SheetCell {
  if (!column || column.kind === 'text') return { value, style: 'label', role };
  if (typeof value !== 'number') return { value, style: 'value', role };
  const isShare = column.kind === 'percent';
  return {
    value: isShare ? value / 100 : value,
    style: 'value',
    role,
    format: formatOf(column),
  };
}

function formatOf({ kind, decimals }: FlatColumn): string {
  if (kind === 'count') return '#,##0';
  const digits = decimals > 0 ? `0.${'0'.repeat(decimals)}` : '0';
  return kind === 'percent' ? `${digits}%` : digits;
}

function widthOf({ kind }: FlatColumn, place: number): number {
  if (kind !== 'text') return 14;
  return place === 0 ? 44 : 60;
}
