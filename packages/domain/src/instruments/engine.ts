/** What the respondent's page imports: the engine and its types, nothing heavy. */
export * from './answers.ts';
export type { FormBundle } from './form-bundle.ts';
export * from './form-engine.ts';
