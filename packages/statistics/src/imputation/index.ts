export { type ImputationOptions, type Imputations, imputeChained } from './impute-chained.ts';
export type { CompletedVariable, IncompleteVariable } from './incomplete-variables.ts';
export { type LittleMcar, littleMcar } from './little-mcar.ts';
export { type MissingPattern, missingPatterns } from './missing-patterns.ts';
export { type NormalMoments, normalMoments } from './normal-moments.ts';
export { type PooledEstimate, poolEstimates } from './pool-estimates.ts';
export { type SeededChance, seededChance } from './seeded-chance.ts';
