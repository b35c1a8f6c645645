export { syntheticFacts } from './synthetic-facts.ts';
