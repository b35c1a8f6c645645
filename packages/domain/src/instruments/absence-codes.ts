import type { Absence } from './answers.ts';

/**
 * How each absence is written in files for other programs: SPSS user-missing value, Stata extended missing,
 * R tagged NA, and the FHIR data-absent-reason code.
 */
export const ABSENCE_CODES: Record<
  Absence,
  { spss: number; stata: string; r: string; fhir: string }
> = {
  declined: { spss: -99, stata: '.a', r: 'a', fhir: 'asked-declined' },
  unknown: { spss: -98, stata: '.b', r: 'b', fhir: 'asked-unknown' },
  'not-applicable': { spss: -97, stata: '.c', r: 'c', fhir: 'not-applicable' },
  'not-shown': { spss: -96, stata: '.d', r: 'd', fhir: 'not-applicable' },
  'not-reached': { spss: -95, stata: '.e', r: 'e', fhir: 'not-asked' },
};
