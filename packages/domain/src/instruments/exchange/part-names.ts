import type { FormPackage } from '../form-package.ts';

/** Parts of a package that neither FHIR nor XLSForm has words for; they travel as JSON. */
export const PART_NAMES = [
  'wording',
  'fallback',
  'ages',
  'attended',
  'informants',
  'about',
  'family',
  'meaning',
  'sensitivity',
  'missing',
  'scales',
  'conclusions',
  'signals',
  'licence',
  'evidence',
  'examples',
] as const satisfies (keyof FormPackage)[];
