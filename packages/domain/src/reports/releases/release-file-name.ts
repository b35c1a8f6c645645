import type { Report } from '../report.ts';
import { type ReportFormat, reportFileName } from '../report-formats.ts';

/** As the file of a report is called; everything in one archive says that it is a release. */
export function releaseFileName(
  report: Pick<Report, 'wave' | 'language'>,
  format: ReportFormat | 'bundle',
): string {
  if (format !== 'bundle') return reportFileName(report, format);
  return reportFileName(report, 'csv').replace(/\.zip$/, '-release.zip');
}
