import type { NeedCategory } from '../../cases/index.ts';

/**
 * What the answers and statements of the needs assessment of 2022 and the bands of its screener tell of needs, by form and row.
 * What is about belief or views stands not here, and neither does what names no need.
 */
const CATEGORIES: Readonly<Record<string, Readonly<Record<string, NeedCategory>>>> = {
  'needs-assessment-2022': {
    '01_housing': 'housing',
    '02_finding_employment': 'work',
    '03_papers_on_husband_s_death': 'papers',
    '04_papers_registration_of_children': 'papers',
    '05_own_health': 'health',
    '06_raising_providing_for_children': 'parenting',
    '07_children_s_health_and_development': 'health',
    '08_own_psychological_problems': 'distress',
    '09_cost_of_education_of_children': 'school',
    '10_social_support_from_the_state': 'basic',
    '11_covid_19': 'health',
    '12_medical_services': 'health',
    '13_stereotypes': 'acceptance',
    '14_misunderstandings_in_family': 'family',
    '16_religious_discrimination': 'acceptance',
    '17_disability': 'disability',
    '18_language_barrier': 'language',
    '19_bullying_at_school': 'school',
    '20_food_and_hygiene': 'basic',
    '21_ecology': 'surroundings',
    w01_legal_status: 'papers',
    w02_basic_needs: 'basic',
    w03_services: 'services',
    w04_health_problems: 'health',
    w05_emotional_problems: 'distress',
    w06_future: 'coping',
    w07_community_safe: 'acceptance',
    w08_manage_challenges: 'coping',
    w09_family_accepts: 'family',
    w10_friends: 'support',
    w11_people_outside_family: 'support',
    w12_like_self: 'coping',
    w13_children_safe: 'parenting',
    w14_work: 'work',
    w15_regulate_emotions: 'coping',
    w16_place_in_country: 'acceptance',
    c1_legal_status: 'papers',
    c2_basic_needs: 'basic',
    c3_services: 'services',
    c4_health_problems: 'health',
    c5_emotional_problems: 'distress',
    c6_safe: 'acceptance',
    c7_school: 'school',
    c8_regulate_emotions: 'parenting',
  },
  'ghq-12': { high: 'distress' },
  'phq-8': { severe: 'distress' },
  'gad-7': { severe: 'distress' },
};

export function categoryOf(form: string, row: string): NeedCategory | null {
  return CATEGORIES[form]?.[row] ?? null;
}
