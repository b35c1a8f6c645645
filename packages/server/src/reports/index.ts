export {
  countAsOwner,
  listReportableWaves,
  loadWaveFacts,
  type ReportableWave,
} from './facts.ts';
export { formsOf, reportsRoutes } from './routes.ts';
