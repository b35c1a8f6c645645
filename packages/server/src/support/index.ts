export { findCareRule } from './care-rule/queries.ts';
export { supportHeld } from './held-about.ts';
export { loadBareSupport, openNote, sealNote } from './load-support.ts';
export { supportRoutes } from './routes.ts';
