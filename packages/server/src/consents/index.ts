export { consentsHeld } from './held-about.ts';
export { openParticulars, sealParticulars } from './persons/particulars.ts';
export { findConsent, listConsents } from './queries.ts';
export { consentsRoutes } from './routes.ts';
export { findSettings } from './settings/queries.ts';
