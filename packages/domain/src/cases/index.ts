export { addDays, addMonths, daysBetween } from './add-days.ts';
export {
  AheadEvent,
  aheadIn,
  type Member,
  SCHOOL_STAGES,
  type TurningAge,
  turningAges,
} from './ahead.ts';
export {
  CaseSettings,
  caseSettingsObstacle,
  MOST_REVIEW_MONTHS,
  USUAL_CASE_SETTINGS,
} from './calendar/case-settings.ts';
export {
  EVENT_DAYS,
  FamilyLife,
  type Imprisoned,
  NO_LIFE,
  recentEvents,
} from './calendar/family-life.ts';
export {
  PREPARATION_WEEKS,
  type Preparation,
  type PreparationStep,
  preparationsIn,
} from './calendar/preparation.ts';
export {
  ATTENTIONS,
  type Attention,
  BODIES,
  type Body,
  type CaseDecision,
  CaseEntry,
  CaseEntryInput,
  type CaseKind,
  CLOSING_REASONS,
  type ClosingReason,
  type EntryOf,
  NEED_VOICES,
  NOTE_FORMS,
  NOTE_OUTCOMES,
  PREPARATION_ITEMS,
  PREPARATION_REASONS,
  PROGRESS,
  type PreparationItem,
  type PreparationReason,
  SEVERITIES,
  SNOOZE_REASONS,
  type TaskKind,
  UNDONE_REASONS,
  Words,
} from './case-entry.ts';
export { caseObstacle, hasPlan, needsConsent } from './case-obstacles.ts';
export { type CaseTexts, caseTexts } from './case-texts.ts';
export { type CaseSummary, casesContract } from './contract.ts';
export {
  coversOf,
  type FamilyCase,
  foldCase,
  type PlanStanding,
  type Standing,
  versionIn,
} from './family-case.ts';
export {
  type GivenOffer,
  handOverContract,
  OFFER_ANSWERS,
  type OfferAnswer,
  type ReceivedOffer,
} from './hand-over/contract.ts';
export type { LearningStanding } from './learning-tasks.ts';
export { MOST_SAVED_LISTS, SavedList } from './lists/contract.ts';
export {
  FAMILY_LISTS,
  type FamilyListName,
  familiesIn,
  type ListedFamily,
  ListFilter,
  readFilter,
  WHOLE_LIST,
  writeFilter,
} from './lists/family-list.ts';
export {
  NEED_CATEGORIES,
  NEED_CATEGORY_IDS,
  NEED_DOMAINS,
  NEED_HOLDERS,
  type NeedCategory,
  type NeedDomain,
  type NeedHolder,
} from './needs.ts';
export { type PrintedPlan, printPlan } from './printing/print-plan.ts';
export {
  type PrintedSheet,
  printSheet,
  SHEET_KINDS,
  type SheetKind,
} from './printing/print-sheet.ts';
export {
  type CaseTask,
  MOST_SNOOZED_DAYS,
  TASK_DAYS,
  TASK_STANDINGS,
  type TaskCircumstances,
  tasksOf,
} from './tasks.ts';
export { type FamilyCaseTexts, familyCaseTexts } from './telling/family-case-texts.ts';
export { type ToldEntry, tellCase, tellWhy } from './telling/tell-case.ts';
