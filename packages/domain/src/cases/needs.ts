/**
 * What a need is about, after the 5R of B. H. Ellis and others, Terrorism and Political Violence 36 (2024), whose first two
 * stand as one here: to arrive, to belong, to recover, to stay well.
 */
export const NEED_DOMAINS = [
  'resettlement',
  'reintegration',
  'rehabilitation',
  'resilience',
] as const;
export type NeedDomain = (typeof NEED_DOMAINS)[number];

/** Who can answer a need of a category first; who answers for one family's need is a named body or person. */
export const NEED_HOLDERS = ['state', 'ngo', 'community'] as const;
export type NeedHolder = (typeof NEED_HOLDERS)[number];

/**
 * The fixed taxonomy of needs, in two levels: categories begin from the problems that women named in the survey of 2022.
 * An id is kept with every need ever recorded and is never renamed. No category is about what somebody believes.
 */
export const NEED_CATEGORIES = {
  papers: { domain: 'resettlement', holder: 'state' },
  housing: { domain: 'resettlement', holder: 'state' },
  basic: { domain: 'resettlement', holder: 'state' },
  work: { domain: 'reintegration', holder: 'state' },
  school: { domain: 'reintegration', holder: 'state' },
  language: { domain: 'reintegration', holder: 'ngo' },
  family: { domain: 'reintegration', holder: 'ngo' },
  acceptance: { domain: 'reintegration', holder: 'community' },
  health: { domain: 'rehabilitation', holder: 'state' },
  disability: { domain: 'rehabilitation', holder: 'state' },
  distress: { domain: 'rehabilitation', holder: 'state' },
  services: { domain: 'rehabilitation', holder: 'state' },
  parenting: { domain: 'resilience', holder: 'ngo' },
  coping: { domain: 'resilience', holder: 'ngo' },
  support: { domain: 'resilience', holder: 'community' },
  surroundings: { domain: 'resilience', holder: 'state' },
} as const satisfies Record<string, { domain: NeedDomain; holder: NeedHolder }>;
export type NeedCategory = keyof typeof NEED_CATEGORIES;
/** The ids alone, in the order of the taxonomy. */
export const NEED_CATEGORY_IDS = Object.keys(NEED_CATEGORIES) as [NeedCategory, ...NeedCategory[]];
