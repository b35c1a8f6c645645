export { piecesOf } from '../cited-pieces.ts';
export { printReport, TEXT_WIDTH } from './print-report.ts';
export type {
  FootPart,
  PrintedFigure,
  PrintedReport,
  PrintedSection,
} from './printed-report.ts';
export type { PrintedCell, PrintedRow, PrintedTable } from './printed-table.ts';
export { type CsvFile, reportCsv } from './report-csv.ts';
export { safeText } from './table-csv.ts';
export { HEAD_ROW, reportWorkbook, type Sheet, type SheetCell } from './workbook.ts';
export { workbookFile } from './workbook-file.ts';
