export * from './association/index.ts';
export * from './change/index.ts';
export * from './compare/index.ts';
export * from './consistency/index.ts';
export * from './describe/index.ts';
export * from './distributions/index.ts';
export * from './regression/index.ts';
export * from './scales/index.ts';
export type { NotEstimable, Values } from './values.ts';
