export { type ClusteredMean, clusteredMean } from './clustered-mean.ts';
export type { CountAmong } from './count-among.ts';
export { type CrossCell, type CrossTable, crossTable } from './cross-table.ts';
export { type Description, describe } from './describe.ts';
export {
  type DifferenceOfProportions,
  differenceOfProportions,
} from './difference-of-proportions.ts';
export {
  type FrequencyRow,
  type FrequencyTable,
  frequencyTable,
  percentOf,
} from './frequency-table.ts';
export { type MeanInterval, meanInterval } from './mean-interval.ts';
export { type MultiResponseRow, type MultiResponseTable, multiResponse } from './multi-response.ts';
export { numberFrequencies } from './number-frequencies.ts';
export { oddsRatio } from './odds-ratio.ts';
export {
  type ProportionInterval,
  type ProportionMethod,
  proportionInterval,
} from './proportion-interval.ts';
export { quantile } from './quantile.ts';
export type { Ratio, TwoGroups } from './ratio.ts';
export { riskRatio } from './risk-ratio.ts';
export { type Shape, type ShapeType, shape } from './shape.ts';
