export { listFamilyRows, listFamilyRowsById } from './caseload/queries.ts';
export { listLearning, listSchooling } from './circumstances/queries.ts';
export { aboutGraph, loadGraph } from './family-graph/load-graph.ts';
export { identitiesBeside, peopleHeld } from './held-about.ts';
export { followingMerges } from './merging/following.ts';
export { openIdentitiesOf } from './merging/open-as-one.ts';
export { listMergedRecords, listStandIns, recordsOf, standingId } from './merging/queries.ts';
export { countingWords, wordsThatCount } from './merging/words-that-count.ts';
export { listAgreed, listPapers } from './papers/queries.ts';
export { listPeerWorries, listWithPeer } from './peers/queries.ts';
export {
  findPerson,
  listAway,
  listFamilyIdsOf,
  listMembers,
  listPersons,
} from './records/queries.ts';
export { requireOpenFile } from './records/require-open-file.ts';
export { aboutFamily, withMembers } from './records/show-families.ts';
export { runRegisters } from './register/run-registers.ts';
export { peopleRoutes } from './routes.ts';
export { hasOwnPupil } from './school/queries.ts';
export { hashTokens, nameMark } from './vault/name-hashes.ts';
export { findDataKey, holdVaultKeyVersion, listDataKeys } from './vault/queries.ts';
export { renewNameTokens } from './vault/renewal/renew-name-tokens.ts';
export {
  DataKeyUnreadable,
  type Rotated,
  rotateVaultKey,
} from './vault/rotation/rotate-vault-key.ts';
export {
  type KeyFor,
  newDataKey,
  openBytes,
  openIdentity,
  openText,
  openUnder,
  sealBytes,
  sealIdentity,
  sealText,
  sealUnder,
  unwrapDataKey,
  type WrappedKey,
  wrapDataKey,
} from './vault/sealed-identity.ts';
