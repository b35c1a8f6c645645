export { checkReport } from './check-report.ts';
export { describeCertainty, describeReading } from './describe-finding.ts';
export {
  MOST_REPORT_BYTES,
  type ReadReport,
  readReportFile,
  type UnreadableReason,
} from './document/read-report-file.ts';
export type { ReportDocument } from './document/report-document.ts';
export { CERTAINTIES, type Certainty, type Finding } from './finding.ts';
