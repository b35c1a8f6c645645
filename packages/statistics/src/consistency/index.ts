export { basesBehind, type ExplainingBase } from './bases-behind.ts';
export { type AnswerRange, type Grim, grimMean, grimPercentage } from './grim.ts';
export { type Grimmer, grimmer } from './grimmer.ts';
export { type Printed, type Rounding, type UnroundedRange, unroundedRange } from './printed.ts';
export { type PrintedP, type PrintedTest, type RecomputedP, recomputeP } from './recompute-p.ts';
export { type SumOfParts, sumOfParts } from './sum-of-parts.ts';
export type { WholeNumbers } from './whole-numbers.ts';
