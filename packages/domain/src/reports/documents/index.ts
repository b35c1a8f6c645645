export { printReport } from './print-report.ts';
export type {
  FootPart,
  PrintedFigure,
  PrintedReport,
  PrintedSection,
} from './printed-report.ts';
export type { PrintedCell, PrintedRow, PrintedTable } from './printed-table.ts';
export { csvText, tableCsv } from './table-csv.ts';
export { HEAD_ROW, reportWorkbook, type Sheet, type SheetCell } from './workbook.ts';
