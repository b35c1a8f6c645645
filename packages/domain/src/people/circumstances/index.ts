export {
  ACTIVITIES,
  ARRIVAL_WAYS,
  ATTENDANCES,
  Circumstance,
  CircumstanceValue,
  DIFFICULTIES,
  DISABILITY_STATES,
  HOUSING_KINDS,
  HOUSING_LACKS,
  INCOME_BANDS,
  LAST_GRADE,
  SCHOOL_SUPPORTS,
  SCHOOLING_STATES,
  Schooling,
  SECTION_PERMISSIONS,
  SECTIONS,
  type Section,
  TEACHING_LANGUAGES,
  type ValueOf,
} from './circumstance.ts';
export { type CircumstanceFact, circumstanceFacts } from './circumstance-facts.ts';
export { type Period, periodsOf, versionOf } from './circumstance-periods.ts';
export { type CircumstanceTexts, circumstanceTexts } from './circumstance-texts.ts';
export { circumstancesContract } from './contract.ts';
export {
  type AtSchool,
  firstSchoolYear,
  firstSchoolYearTold,
  gradesForAge,
  yearsBehind,
} from './school-age.ts';
