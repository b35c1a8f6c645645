export { findPrivacySettings, listPrivacySettings } from './queries.ts';
export { privacySettingsRoutes } from './routes.ts';
