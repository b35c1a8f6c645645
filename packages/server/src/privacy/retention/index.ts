export { putAway, putFilesAway } from './put-files-away.ts';
export { findRenewalDuty } from './renewals.ts';
export { retentionRoutes } from './routes.ts';
