export { findConsent, listConsents } from './queries.ts';
export { consentsRoutes } from './routes.ts';
