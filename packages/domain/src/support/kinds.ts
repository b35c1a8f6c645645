/** What help is given as, over one meeting or many. Things that are handed over are `MaterialAid`. */
export const SUPPORT_KINDS = [
  ...['counselling', 'therapy', 'group', 'peer', 'mentoring', 'trade', 'tutoring', 'legal'],
  'medical-evaluation',
] as const;
export type SupportKind = (typeof SUPPORT_KINDS)[number];

/** How talking help works. Every other kind has no method. */
export const METHODS = [
  ...['problem-management', 'self-help-plus', 'youth-skills', 'cbt', 'trauma-focused-cbt'],
  ...['emdr', 'ipt', 'supportive-talk', 'other'],
] as const;
export type Method = (typeof METHODS)[number];

const TALKING = ['problem-management', 'supportive-talk', 'other'] as const;
const METHODS_OF: Readonly<Record<SupportKind, readonly Method[]>> = {
  counselling: TALKING,
  therapy: [
    'cbt',
    'trauma-focused-cbt',
    'emdr',
    'ipt',
    'problem-management',
    'supportive-talk',
    'other',
  ],
  group: [
    'problem-management',
    'self-help-plus',
    'youth-skills',
    'cbt',
    'supportive-talk',
    'other',
  ],
  ...{ peer: [], mentoring: [], trade: [], tutoring: [], legal: [], 'medical-evaluation': [] },
};

/** The methods of which one is named with help of a kind; none: it has no method. */
export const methodsOf = (kind: SupportKind): readonly Method[] => METHODS_OF[kind];

/** Who gives it, by profession or part. */
export const GIVERS = [
  ...['psychologist', 'social-worker', 'trained-helper', 'peer', 'psychotherapist', 'psychiatrist'],
  ...['doctor', 'teacher', 'trainer', 'lawyer', 'other'],
] as const;
export type Giver = (typeof GIVERS)[number];

/** How long help may last and how often, as far as it is taken for true. */
export const MOST_MINUTES = 600;
