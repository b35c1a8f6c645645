export { forecastJob } from './adolescence/forecast-job.ts';
export { briefReceipt } from './briefs/brief-receipt.ts';
export { frozenForBrief } from './briefs/frozen-for-brief.ts';
export { makeDocument, oneArchive } from './documents/index.ts';
export { requireFetchable } from './exports/fetch-export.ts';
export { filesOf } from './exports/files-of.ts';
export { piecesOf } from './exports/pack-export.ts';
export { findExport, listExports, programmeOfExport } from './exports/queries.ts';
export {
  countAsOwner,
  listReportableWaves,
  loadWaveFacts,
  type ReportableWave,
} from './facts.ts';
export { formsOf } from './forms-of.ts';
export { figuresJob } from './help-given/figures-job.ts';
export { helpGivenRoutesOver } from './help-given/routes.ts';
export { inOnePiece } from './in-one-piece.ts';
export {
  findRelease,
  listReleases,
  programmeOfRelease,
} from './releases/queries.ts';
export { releaseFile } from './releases/release-files.ts';
export { stampedReport } from './releases/stamped-report.ts';
export { reportFor } from './report-for.ts';
export { reportsRoutes } from './routes.ts';
