/** What a theme is a step towards: three of the five R's (Ellis and others 2024, doi 10.1080/09546553.2023.2169142). */
export const GOALS = ['reintegration', 'rehabilitation', 'resilience'] as const;
export type Goal = (typeof GOALS)[number];

/** Printed with every number; a change of a theme, its need or its goal raises it. */
export const CODEBOOK_VERSION = '1.0';

/**
 * The needs are the "biggest problems" of the form of 2022, under the ids of its options, so that what was said in a workshop
 * can be laid beside what was ticked. "Something else" is none: an excerpt without a theme says so itself. Three more came out
 * of the workshops of 2022, which the form had not asked about. Which goal a need belongs to is the project's own reading of
 * the five R's: reintegration for belonging and opportunity, rehabilitation for health of body and mind, resilience for what
 * families, neighbours and helpers can bear by themselves.
 */
const NEEDS = {
  '01_housing': 'reintegration',
  '02_finding_employment': 'reintegration',
  '03_papers_on_husband_s_death': 'reintegration',
  '04_papers_registration_of_children': 'reintegration',
  '09_cost_of_education_of_children': 'reintegration',
  '10_social_support_from_the_state': 'reintegration',
  '13_stereotypes': 'reintegration',
  '16_religious_discrimination': 'reintegration',
  '18_language_barrier': 'reintegration',
  '19_bullying_at_school': 'reintegration',
  '20_food_and_hygiene': 'reintegration',
  '05_own_health': 'rehabilitation',
  '07_children_s_health_and_development': 'rehabilitation',
  '08_own_psychological_problems': 'rehabilitation',
  '12_medical_services': 'rehabilitation',
  '17_disability': 'rehabilitation',
  '06_raising_providing_for_children': 'resilience',
  '11_covid_19': 'resilience',
  '14_misunderstandings_in_family': 'resilience',
  '21_ecology': 'resilience',
  peer_support: 'resilience',
  talking_about_father: 'resilience',
  care_for_helpers: 'resilience',
} as const satisfies Record<string, Goal>;

export type ThemeId = keyof typeof NEEDS;

/** In the order of the codebook: goal by goal. */
export const THEMES = Object.keys(NEEDS) as [ThemeId, ...ThemeId[]];

export const goalOf = (theme: ThemeId): Goal => NEEDS[theme];

export function themesOf(goal: Goal): ThemeId[] {
  return THEMES.filter((theme) => NEEDS[theme] === goal);
}

/** The same themes once each, in the order of the codebook. */
export function inCodebookOrder(themes: Iterable<ThemeId>): ThemeId[] {
  const given = new Set(themes);
  return THEMES.filter((theme) => given.has(theme));
}
