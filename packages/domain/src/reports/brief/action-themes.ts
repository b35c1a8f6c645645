/** What a need is about, hence which body in Kazakhstan can answer it. */
export const ACTION_THEMES = [
  'housing',
  'work',
  'papers',
  'basic',
  'health',
  'distress',
  'school',
] as const;
export type ActionTheme = (typeof ACTION_THEMES)[number];

/**
 * Themes of the answers and statements of the needs assessment of 2022, by form and row. Bodies are those of the Social Code
 * and of the programme's own centres; a need that stands not here is brought forward without a body.
 */
const THEMES: Readonly<Record<string, Readonly<Record<string, ActionTheme>>>> = {
  'needs-assessment-2022': {
    '01_housing': 'housing',
    '02_finding_employment': 'work',
    '03_papers_on_husband_s_death': 'papers',
    '04_papers_registration_of_children': 'papers',
    '05_own_health': 'health',
    '07_children_s_health_and_development': 'health',
    '08_own_psychological_problems': 'distress',
    '09_cost_of_education_of_children': 'school',
    '10_social_support_from_the_state': 'basic',
    '12_medical_services': 'health',
    '19_bullying_at_school': 'school',
    '20_food_and_hygiene': 'basic',
    w01_legal_status: 'papers',
    w02_basic_needs: 'basic',
    w04_health_problems: 'health',
    w05_emotional_problems: 'distress',
    w14_work: 'work',
    c1_legal_status: 'papers',
    c2_basic_needs: 'basic',
    c4_health_problems: 'health',
    c5_emotional_problems: 'distress',
    c7_school: 'school',
  },
  'ghq-12': { high: 'distress' },
};

export function themeOf(form: string, row: string): ActionTheme | null {
  return THEMES[form]?.[row] ?? null;
}
