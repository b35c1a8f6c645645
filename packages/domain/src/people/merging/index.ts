export {
  MERGE_OBSTACLES,
  type Merge,
  type MergePreview,
  type MergeRecord,
  mergingContract,
} from './contract.ts';
export { asOne, graphAsOne, type StandIns } from './facts-as-one.ts';
export {
  birthAsOne,
  documentsAsOne,
  identityAsOne,
  MERGE_REASONS,
  namesAsOne,
  phonesAsOne,
  sexAsOne,
} from './identity-as-one.ts';
export { MERGE_CONFLICTS, type MergeConflict, mergeConflicts } from './merge-conflicts.ts';
export { PERSON_COLUMNS, PERSON_RECORDS, type PersonRecord } from './person-records.ts';
