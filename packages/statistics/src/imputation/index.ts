export { type ImputationOptions, type Imputations, imputeChained } from './impute-chained.ts';
export type { CompletedVariable, IncompleteVariable } from './incomplete-variables.ts';
export { type PooledEstimate, poolEstimates } from './pool-estimates.ts';
export { type SeededChance, seededChance } from './seeded-chance.ts';
