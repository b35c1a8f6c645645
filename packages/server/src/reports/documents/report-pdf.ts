import type { PrintedReport } from '@tirek/domain/reports/documents';
import { typstPdf } from './typst.ts';

/** A report as an accessible PDF of A4 pages, the same bytes for the same report. */
export const reportPdf = (report: PrintedReport): Promise<Buffer> => typstPdf('report', report);
