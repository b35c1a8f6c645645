export { aboutGraph, loadGraph } from './family-graph/load-graph.ts';
export { findPerson } from './records/queries.ts';
export { peopleRoutes } from './routes.ts';
export { findDataKey, listNewestIdentities } from './vault/queries.ts';
export {
  type KeyFor,
  openIdentity,
  openText,
  sealText,
  type WrappedKey,
} from './vault/sealed-identity.ts';
