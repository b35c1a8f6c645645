/** What the respondent's page imports: the engine and its types, nothing heavy. */
export * from './answers.ts';
export type { CheckCode } from './check-answer.ts';
export type { FormBundle } from './form-bundle.ts';
export * from './form-engine.ts';
export type * from './opened-form.ts';
