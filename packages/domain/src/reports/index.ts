export { buildWaveReport } from './build-report.ts';
export { drawChart } from './charts/draw-chart.ts';
export type { ChartLayout, ChartSetting } from './charts/setting.ts';
export {
  type Certificate,
  CONSISTENCY_RULES,
  certifyReport,
  OWN_CHECKS,
  type OwnCheck,
  sayCertificate,
} from './consistency/certify-report.ts';
export type { Discrepancy } from './consistency/own/checked.ts';
export { reportsContract } from './contract.ts';
export { type Band, bandOf, bandsBetween, categoriesOf } from './disclosure/bands.ts';
export { sayAccount, sayReason, sayRefusal } from './disclosure/disclosure-page.ts';
export { liveCount } from './disclosure/live-count.ts';
export {
  AUDIENCES,
  type Audience,
  DisclosurePolicy,
  PLACE_LEVELS,
  type PlaceLevel,
  policyFor,
  readPolicy,
} from './disclosure/policy.ts';
export {
  type Population,
  type Profile,
  populationOfUnits,
  type Unit,
} from './disclosure/population.ts';
export {
  type Account,
  isTold,
  type Mark,
  type ProtectedCell,
  type ProtectedTable,
  type Protection,
  type ProtectionRequest,
  protectTables,
  publishedCell,
} from './disclosure/protect-tables.ts';
export {
  REFUSALS,
  type Refusal,
  type RefusalCode,
  type RequestChange,
} from './disclosure/refusal.ts';
export { Release } from './disclosure/release.ts';
export { RISKS, type Risk } from './disclosure/risks.ts';
export {
  type Category,
  type Dimension,
  type Filter,
  TableSpec,
  totalOf,
} from './disclosure/table-spec.ts';
export {
  EXPORT_DAYS,
  EXPORT_PROTECTIONS,
  ExportCost,
  exportsContract,
  WaveExport,
} from './exports/contract.ts';
export { exportCost } from './exports/export-cost.ts';
export { type ExportFile, exportFiles } from './exports/export-files.ts';
export type { RandomBytes } from './exports/export-ids.ts';
export { requireManyEnough } from './exports/require-many-enough.ts';
export type { EarlierWave, ResponseFlow, ResponseScore, WaveFacts, WaveResponse } from './facts.ts';
export { formatBase, formatCell } from './format-cell.ts';
export type { OtherWave } from './protection/other-wave.ts';
export { protectReport } from './protection/protect-report.ts';
export {
  AnalysisPlan,
  Condition,
  canonicalPopulation,
  MOST_CONDITIONS,
  MOST_WITHOUT,
} from './releases/analysis-plan.ts';
export {
  PreviewOutcome,
  PublicRelease,
  RELEASE_FORMATS,
  ReleaseCertificate,
  type ReleaseFormat,
  ReportRelease,
  releasesContract,
} from './releases/contract.ts';
export { countNumbers } from './releases/count-numbers.ts';
export { clashWithEarlier, type EarlierRelease } from './releases/earlier-releases.ts';
export { fingerprintOf } from './releases/fingerprint.ts';
export { clashWithApart } from './releases/other-waves.ts';
export {
  listPopulationQuestions,
  narrowFacts,
  type PopulationQuestion,
} from './releases/population.ts';
export { releaseFileName } from './releases/release-file-name.ts';
export {
  type ChoosableSection,
  PLAN_REFUSALS,
  type PlannedReport,
  type PlanRefusal,
  runPlan,
} from './releases/run-plan.ts';
export { type Seal, sealReport } from './releases/seal-report.ts';
export { releaseReadme, stampRelease } from './releases/stamp-release.ts';
export { renderReportDocument, renderReportHtml } from './render-report-html.ts';
export {
  type Bars,
  type Base,
  type BoundNumber,
  type Cell,
  type CellReference,
  type Chart,
  type Column,
  type DivergingBars,
  type Dots,
  type Figure,
  HIDDEN,
  type Hidden,
  isHidden,
  type Paragraph,
  REPORT_AUDIENCES,
  REPORT_VERSION,
  type Receipt,
  Report,
  type ReportAudience,
  type Row,
  type Section,
  type Table,
} from './report.ts';
export { REPORT_CSS } from './report-css.ts';
export {
  REPORT_FILES,
  REPORT_FORMATS,
  type ReportFormat,
  reportFileName,
} from './report-formats.ts';
export { reportJson, reportJsonSchema } from './report-json.ts';
export { type PageTexts, pageTexts } from './report-page-texts.ts';
export { reportTexts } from './report-texts.ts';
export { tablesOf } from './tables-of.ts';
