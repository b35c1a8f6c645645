import { NEED_CATEGORIES, type NeedCategory, type NeedDomain } from '../../cases/index.ts';
import { categoryOf } from '../needs/category-of.ts';

/** What a theme is a step towards: three of the five R's (Ellis and others 2024, doi 10.1080/09546553.2023.2169142). */
export const GOALS = ['reintegration', 'rehabilitation', 'resilience'] as const;
export type Goal = (typeof GOALS)[number];

/** Printed with every number; a change of a theme, its need or its goal raises it. */
export const CODEBOOK_VERSION = '1.1';

/**
 * Needs are the "biggest problems" of the form of 2022, under the ids of its options, so that what was said in a workshop
 * can be laid beside what was ticked. "Something else" is none: an excerpt without a theme says so itself.
 */
const ASKED = [
  '01_housing',
  '02_finding_employment',
  '03_papers_on_husband_s_death',
  '04_papers_registration_of_children',
  '09_cost_of_education_of_children',
  '10_social_support_from_the_state',
  '13_stereotypes',
  '14_misunderstandings_in_family',
  '16_religious_discrimination',
  '18_language_barrier',
  '19_bullying_at_school',
  '20_food_and_hygiene',
  '05_own_health',
  '07_children_s_health_and_development',
  '08_own_psychological_problems',
  '11_covid_19',
  '12_medical_services',
  '17_disability',
  '06_raising_providing_for_children',
  '21_ecology',
] as const;

/** What came out of the workshops of 2022 and the form had not asked about, with the need that each is about. */
const SAID = {
  peer_support: 'support',
  talking_about_father: 'parenting',
  care_for_helpers: 'coping',
} as const satisfies Record<string, NeedCategory>;

export type ThemeId = (typeof ASKED)[number] | keyof typeof SAID;

/** What a workshop is about begins where people have arrived: the first two R's are one step with the third. */
const GOAL_OF_DOMAIN: Readonly<Record<NeedDomain, Goal>> = {
  resettlement: 'reintegration',
  reintegration: 'reintegration',
  rehabilitation: 'rehabilitation',
  resilience: 'resilience',
};

/** The need in the one taxonomy of needs that a theme is about. */
export function needOf(theme: ThemeId): NeedCategory {
  const need = theme in SAID ? SAID[theme as keyof typeof SAID] : categoryOf(FORM, theme);
  if (need === null) throw new Error(`The theme ${theme} is about no need.`);
  return need;
}
const FORM = 'needs-assessment-2022';

/** Follows from the need: which domain a need belongs to is decided in one place, for cases and reports alike. */
export const goalOf = (theme: ThemeId): Goal =>
  GOAL_OF_DOMAIN[NEED_CATEGORIES[needOf(theme)].domain];

/** In the order of the codebook: goal by goal. */
export const THEMES = GOALS.flatMap((goal) =>
  [...ASKED, ...(Object.keys(SAID) as (keyof typeof SAID)[])].filter(
    (theme) => goalOf(theme) === goal,
  ),
) as [ThemeId, ...ThemeId[]];

export function themesOf(goal: Goal): ThemeId[] {
  return THEMES.filter((theme) => goalOf(theme) === goal);
}

/** The same themes once each, in the order of the codebook. */
export function inCodebookOrder(themes: Iterable<ThemeId>): ThemeId[] {
  const given = new Set(themes);
  return THEMES.filter((theme) => given.has(theme));
}
