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
  LEARNING_HOLDERS,
  LEARNING_STAGES,
  LEARNING_SUPPORTS,
  LEARNING_WORDS,
  Learning,
  type LearningStage,
  SCHOOL_SUPPORTS,
  SCHOOLING_STATES,
  Schooling,
  SECTION_PERMISSIONS,
  SECTIONS,
  SENSE_CHECKS,
  type Section,
  TEACHING_LANGUAGES,
  type ValueOf,
} from './circumstance.ts';
export { type CircumstanceFact, circumstanceFacts } from './circumstance-facts.ts';
export { type Period, periodsOf, versionOf } from './circumstance-periods.ts';
export { type CircumstanceTexts, circumstanceTexts } from './circumstance-texts.ts';
export { circumstancesContract } from './contract.ts';
export { learningDueOn } from './learning-due-on.ts';
export {
  type AtSchool,
  firstSchoolYear,
  firstSchoolYearTold,
  gradesForAge,
  yearsBehind,
} from './school-age.ts';
