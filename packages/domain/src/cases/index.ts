export { addDays, daysBetween } from './add-days.ts';
export { AHEAD_KINDS, type AheadEvent, aheadIn } from './ahead.ts';
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
  PROGRESS,
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
  REVIEW_MONTHS,
  type Standing,
  versionIn,
} from './family-case.ts';
export {
  NEED_CATEGORIES,
  NEED_DOMAINS,
  NEED_HOLDERS,
  type NeedCategory,
  type NeedDomain,
  type NeedHolder,
} from './needs.ts';
export { type PrintedPlan, printPlan } from './printing/print-plan.ts';
export { type CaseTask, MOST_SNOOZED_DAYS, TASK_DAYS, TASK_STANDINGS, tasksOf } from './tasks.ts';
export { type FamilyCaseTexts, familyCaseTexts } from './telling/family-case-texts.ts';
export { type ToldEntry, tellCase, tellWhy } from './telling/tell-case.ts';
