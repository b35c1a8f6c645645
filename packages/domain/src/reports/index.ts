export { buildWaveReport } from './build-report.ts';
export { drawChart } from './charts/draw-chart.ts';
export type { ChartLayout, ChartSetting } from './charts/setting.ts';
export { reportsContract } from './contract.ts';
export type { ResponseFlow, ResponseScore, WaveFacts, WaveResponse } from './facts.ts';
export { formatBase, formatCell } from './format-cell.ts';
export { renderReportDocument, renderReportHtml } from './render-report-html.ts';
export {
  type Bars,
  type Base,
  type Cell,
  type Chart,
  type Column,
  type DivergingBars,
  type Dots,
  type Figure,
  type Paragraph,
  REPORT_VERSION,
  Report,
  type Row,
  type Section,
  type Table,
} from './report.ts';
export { REPORT_CSS } from './report-css.ts';
export { reportJson, reportJsonSchema } from './report-json.ts';
