/** What a questionnaire from elsewhere does not say, at its most careful. */
export const FOREIGN_DEFAULTS = {
  wording: 'verbatim',
  fallback: { kk: ['ru', 'en'], ru: ['en', 'kk'], en: ['ru', 'kk'] },
  sensitivity: 'clinical',
  missing: ['declined'],
  scales: [],
  evidence: {},
  examples: [],
} as const;
