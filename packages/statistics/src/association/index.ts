export { type ChiSquareTest, chiSquareTest } from './chi-square-test.ts';
export { type CochranQ, cochranQ } from './cochran-q.ts';
export { type CohenKappa, cohenKappa, type KappaWeights } from './cohen-kappa.ts';
export {
  type CorrelationCell,
  type CorrelationMethod,
  correlationMatrix,
} from './correlation-matrix.ts';
export { type FisherExact, fisherExact } from './fisher-exact.ts';
export { type FisherExactTable, fisherExactTable } from './fisher-exact-table.ts';
export { type FisherMonteCarlo, fisherMonteCarlo } from './fisher-monte-carlo.ts';
export { type GoodnessOfFit, goodnessOfFit } from './goodness-of-fit.ts';
export { kendall } from './kendall.ts';
export {
  type KrippendorffAlpha,
  krippendorffAlpha,
  type Measurement,
} from './krippendorff-alpha.ts';
export { type Mcnemar, mcnemar } from './mcnemar.ts';
export { type Correlation, pearson } from './pearson.ts';
export { type RocCurve, type RocPoint, rocCurve } from './roc-curve.ts';
export { spearman } from './spearman.ts';
