import type { Report, ReportFormat } from '@tirek/domain/reports';
import {
  printReport,
  reportCsv,
  reportWorkbook,
  workbookFile,
} from '@tirek/domain/reports/documents';
import { oneArchive } from './one-archive.ts';

/** Loads what takes a while to load, before there is a report. */
export async function loadWriter(format: ReportFormat): Promise<void> {
  if (format === 'pdf') await import('./report-pdf.ts');
  if (format === 'docx') await import('./report-docx.ts');
}

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
    case 'xlsx':
      return await oneArchive(workbookFile(reportWorkbook(report, { version })));
    case 'csv':
      return await oneArchive(
        reportCsv(report, { version }).map(({ name, text }) => ({
          name,
          pieces: [Buffer.from(text)],
        })),
      );
    case 'html': {
      const { renderReportDocument } = await import('@tirek/domain/reports');
      return Buffer.from(renderReportDocument(report));
    }
    case 'json': {
      const { reportJson } = await import('@tirek/domain/reports');
      return Buffer.from(reportJson(report));
    }
  }
}
