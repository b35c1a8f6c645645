export {
  countAsOwner,
  listReportableWaves,
  loadWaveFacts,
  type ReportableWave,
} from './facts.ts';
export { formsOf } from './forms-of.ts';
export { reportsRoutes } from './routes.ts';
