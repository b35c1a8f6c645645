export { makeDocument } from './documents/index.ts';
export { filesOf, requireFetchable } from './exports/fetch-export.ts';
export { piecesOf } from './exports/pack-export.ts';
export { findExport, listExports, programmeOfExport } from './exports/queries.ts';
export {
  countAsOwner,
  listReportableWaves,
  loadWaveFacts,
  type ReportableWave,
} from './facts.ts';
export { formsOf } from './forms-of.ts';
export { reportsRoutes } from './routes.ts';
