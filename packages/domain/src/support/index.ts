export { type GivenBetween, givenBetween, lastAttendedOn } from './between.ts';
export { type CareRule, CareRuleSet, MeetingsThatCount, MOST_MEETINGS } from './care-rule.ts';
export { contactsOf, type SupportContact } from './contacts.ts';
export { supportContract } from './contract.ts';
export { EVIDENCE_FOR, type Evidence, evidenceOf } from './evidence.ts';
export {
  CARE_RULE,
  type CareReceipt,
  NOT_COUNTED,
  type NotCounted,
  receivedEvidenceBasedCare,
} from './evidence-based-care.ts';
export {
  type CourseShown,
  foldSupport,
  MISSED_FLAG,
  type SupportRecords,
  standingAid,
} from './fold-support.ts';
export {
  GIVERS,
  type Giver,
  METHODS,
  type Method,
  MOST_MINUTES,
  methodsOf,
  SUPPORT_KINDS,
  type SupportKind,
} from './kinds.ts';
export { proposeSheet, USUAL_MINUTES } from './propose-sheet.ts';
export { activityOf, OWN_CENTRE, type ScopeObstacle, scopeObstacle } from './scope.ts';
export { type SheetObstacle, sheetObstacle } from './sheet-obstacle.ts';
export {
  AID_KINDS,
  type AidInput,
  type AidKind,
  ATTENDANCES,
  type Attendance,
  LONGEST_NOTE,
  MaterialAid,
  MOST_AID,
  SheetRow,
  SUPPORT_ENDINGS,
  SupportBegin,
  SupportCourse,
  SupportEnd,
  type SupportEnding,
  SupportSession,
  SupportSheet,
} from './support-record.ts';
export { type SupportTexts, supportTexts } from './support-texts.ts';
