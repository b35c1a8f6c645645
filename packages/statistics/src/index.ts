export { type Description, describe } from './describe/describe.ts';
export {
  type FrequencyRow,
  type FrequencyTable,
  frequencyTable,
  percentOf,
} from './describe/frequency-table.ts';
export { type MeanInterval, meanInterval } from './describe/mean-interval.ts';
export {
  type MultiResponseRow,
  type MultiResponseTable,
  multiResponse,
} from './describe/multi-response.ts';
export {
  type ProportionInterval,
  type ProportionMethod,
  proportionInterval,
} from './describe/proportion-interval.ts';
export { quantile } from './describe/quantile.ts';
export * from './distributions/index.ts';
export { type CronbachAlpha, cronbachAlpha } from './scales/cronbach-alpha.ts';
export type { NotEstimable, Values } from './values.ts';
