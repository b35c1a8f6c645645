export { type Adjustment, adjustP } from './adjust-p.ts';
export { type Friedman, friedman } from './friedman.ts';
export { type KruskalWallis, kruskalWallis } from './kruskal-wallis.ts';
export { type MannWhitney, mannWhitney, type RankMethod } from './mann-whitney.ts';
export { type GroupSummary, type OneWayAnova, oneWayAnova } from './one-way-anova.ts';
export { type RankInterval, rankIntervals } from './rank-intervals.ts';
export {
  cohenD,
  cohenDPaired,
  hedgesG,
  hedgesGPaired,
  type StandardisedDifference,
} from './standardised-difference.ts';
export { oneSampleTTest, pairedTTest, studentTTest, type TTest, welchTTest } from './t-test.ts';
export { type WelchAnova, welchAnova } from './welch-anova.ts';
export { type WilcoxonSignedRank, wilcoxonSignedRank } from './wilcoxon-signed-rank.ts';
