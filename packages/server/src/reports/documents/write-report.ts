import {
  type Report,
  type ReportFormat,
  renderReportDocument,
  reportJson,
} from '@tirek/domain/reports';
import { printReport, reportCsv, reportWorkbook } from '@tirek/domain/reports/documents';
import { csvArchive } from './csv-archive.ts';

/**
 * A report as the bytes of a file, in the thread that calls: PDF and DOCX take a processor for a second or more. What each format
 * needs is loaded when it is wanted.
 * @param version of the program, for the receipts
 */
export async function writeReport(
  report: Report,
  { format, version }: { format: ReportFormat; version: string },
): Promise<Uint8Array> {
  switch (format) {
    case 'pdf': {
      const { reportPdf } = await import('./report-pdf.ts');
      return await reportPdf(printReport(report, { version }));
    }
    case 'docx': {
      const { reportDocx } = await import('./report-docx.ts');
      return await reportDocx(printReport(report, { version }));
    }
    case 'xlsx': {
      const { reportXlsx } = await import('./report-xlsx.ts');
      return await reportXlsx(reportWorkbook(report, { version }));
    }
    case 'csv':
      return await csvArchive(reportCsv(report, { version }));
    case 'html':
      return Buffer.from(renderReportDocument(report));
    case 'json':
      return Buffer.from(reportJson(report));
  }
}
