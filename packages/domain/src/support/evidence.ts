import type { Method } from './kinds.ts';

/** What a method is known to help with, in words that name no illness. */
export const EVIDENCE_FOR = ['distress', 'low-mood', 'worry', 'after-trauma'] as const;
export type EvidenceFor = (typeof EVIDENCE_FOR)[number];

export interface Evidence {
  /** Whole years; `to` is the last age, null where there is no end. */
  readonly ages: { readonly from: number; readonly to: number | null };
  readonly for: readonly EvidenceFor[];
  readonly source: string;
  /** Whether the source was read; otherwise it is named from memory and waits for a clinician. */
  readonly isChecked: boolean;
}

const WHO_SCALABLE = 'WHO scalable psychological interventions';
const MHGAP = 'WHO mhGAP guideline, 2023';

/**
 * The methods that count as evidence-based, and for whom; what is not here does not. A clinician of the programme is asked to go
 * through those that are not checked (docs/decisions/0100-support.md).
 */
const EVIDENCE: Readonly<Record<Method, Evidence | null>> = {
  // Five sessions by a trained and supervised helper.
  'problem-management': {
    ...{ ages: { from: 18, to: null }, for: ['distress', 'low-mood', 'worry'] },
    ...{ source: `${WHO_SCALABLE}: Problem Management Plus`, isChecked: true },
  },
  'self-help-plus': {
    ...{ ages: { from: 18, to: null }, for: ['distress'] },
    ...{ source: `${WHO_SCALABLE}: Self-Help Plus`, isChecked: false },
  },
  'youth-skills': {
    ...{ ages: { from: 10, to: 15 }, for: ['distress', 'low-mood', 'worry'] },
    ...{ source: `${WHO_SCALABLE}: Early Adolescent Skills for Emotions`, isChecked: false },
  },
  cbt: {
    ...{ ages: { from: 12, to: null }, for: ['low-mood', 'worry'] },
    ...{ source: MHGAP, isChecked: false },
  },
  'trauma-focused-cbt': {
    ...{ ages: { from: 5, to: null }, for: ['after-trauma'] },
    ...{ source: MHGAP, isChecked: false },
  },
  emdr: {
    ...{ ages: { from: 5, to: null }, for: ['after-trauma'] },
    ...{ source: MHGAP, isChecked: false },
  },
  ipt: {
    ...{ ages: { from: 12, to: null }, for: ['low-mood'] },
    ...{ source: MHGAP, isChecked: false },
  },
  'supportive-talk': null,
  other: null,
};

/** For whom a method is evidence-based; null where it is for nobody, or help has no method. */
export const evidenceOf = (method: Method | null): Evidence | null => method && EVIDENCE[method];
