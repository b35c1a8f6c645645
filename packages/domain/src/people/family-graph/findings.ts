/**
 * Everything about a family that cannot be, or that is seldom so. `refused` is never written down; `asked` is, once whoever
 * writes says that it is so. Codes are part of the API; their sentences stand in `text/<language>/family-graph.json`.
 */
export const FINDINGS = {
  'person-missing': 'refused',
  'date-in-future': 'refused',
  'dates-reversed': 'refused',
  'death-before-birth': 'refused',
  'status-before-birth': 'refused',
  'release-before-imprisonment': 'refused',
  'release-passed': 'asked',
  'imprisoned-as-child': 'asked',
  'very-old': 'asked',
  'own-ancestor': 'refused',
  'parentage-repeated': 'refused',
  'two-mothers': 'refused',
  'two-fathers': 'refused',
  'child-older-than-parent': 'refused',
  'parent-far-too-young': 'refused',
  'parent-very-young': 'asked',
  'mother-old': 'asked',
  'father-old': 'asked',
  'adopter-close-in-age': 'asked',
  'mother-dead-at-birth': 'refused',
  'father-dead-long-before': 'asked',
  'births-close': 'asked',
  'union-with-oneself': 'refused',
  'union-before-birth': 'refused',
  'union-after-death': 'refused',
  'partner-child': 'refused',
  'partner-very-young': 'asked',
  'partners-far-apart': 'asked',
  'partners-close-kin': 'asked',
  'registered-overlap': 'refused',
  'unions-overlap': 'asked',
  'nobody-died': 'asked',
  'own-carer': 'refused',
  'carer-younger': 'refused',
  'care-after-death': 'refused',
  'care-before-birth': 'refused',
  'carer-not-grown': 'asked',
  'ward-grown': 'asked',
  'carer-is-parent': 'asked',
  'household-twice': 'refused',
  'household-after-death': 'refused',
  'two-households': 'asked',
} as const satisfies Record<string, 'refused' | 'asked'>;

export type FindingCode = keyof typeof FINDINGS;

/** What a rule found, with the people it is about in the order its sentence names them, and the facts it compared. */
export type Finding = {
  readonly code: FindingCode;
  readonly severity: 'refused' | 'asked';
  readonly persons: readonly string[];
  readonly facts: readonly string[];
};

export function finding(
  code: FindingCode,
  persons: readonly string[],
  facts: readonly string[],
): Finding {
  return { code, severity: FINDINGS[code], persons, facts };
}
