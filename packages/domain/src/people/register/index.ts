export { type AlikeRow, ASKED_FROM, FileAlikes, isAsked, MOST_ALIKE } from './alike.ts';
export {
  type AskedRow,
  REGISTER_FILE_BYTES,
  REVIEW_PAGE,
  RegisterImport,
  RowDecision,
  registerContract,
  type UploadedSheet,
} from './contract.ts';
export { proposed, suggestMapping, tableOf } from './find-table.ts';
export {
  type Alike,
  type Decided,
  type Decisions,
  type PlannedPerson,
  planRegister,
  type RegisterPlan,
  stillAnswers,
} from './plan-register.ts';
export { readRegion } from './read-region.ts';
export { type RegisterRow, readRegister, rowsByFamily } from './read-register.ts';
export {
  REPEATABLE,
  type RegisterFinding,
  RegisterMapping,
  type RegisterSheet,
  type RegisterTable,
  ROLES,
  type Role,
} from './register-mapping.ts';
export { registerTemplate } from './register-template.ts';
export { tellRegisterFinding } from './register-texts.ts';
export { type FamilyRow, factsOfFamily, type RegisterFact } from './relation-facts.ts';
