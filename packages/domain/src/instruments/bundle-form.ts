export type { FormBundle } from './form-bundle.ts';
