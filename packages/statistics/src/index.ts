export * from './association/index.ts';
export * from './compare/index.ts';
export * from './describe/index.ts';
export * from './distributions/index.ts';
export { type CronbachAlpha, cronbachAlpha } from './scales/cronbach-alpha.ts';
export type { NotEstimable, Values } from './values.ts';
