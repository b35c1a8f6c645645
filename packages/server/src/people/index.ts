export { listFamilyRows, listFamilyRowsById } from './caseload/queries.ts';
export { aboutGraph, loadGraph } from './family-graph/load-graph.ts';
export { identitiesBeside, peopleHeld } from './held-about.ts';
export { followingMerges } from './merging/following.ts';
export { openIdentitiesOf } from './merging/open-as-one.ts';
export { listMergedRecords, listStandIns, recordsOf, standingId } from './merging/queries.ts';
export { wordsThatCount } from './merging/words-that-count.ts';
export { findPerson } from './records/queries.ts';
export { withMembers } from './records/show-families.ts';
export { peopleRoutes } from './routes.ts';
export { hashTokens } from './vault/name-hashes.ts';
export { findDataKey } from './vault/queries.ts';
export {
  DataKeyUnreadable,
  type Rotated,
  rotateVaultKey,
} from './vault/rotation/rotate-vault-key.ts';
export {
  type KeyFor,
  openIdentity,
  openText,
  sealText,
  unwrapDataKey,
  type WrappedKey,
  wrapDataKey,
} from './vault/sealed-identity.ts';
