export { assessmentsHeld } from './held-about.ts';
export { loadAssessments } from './load-assessments.ts';
export { assessmentsRoutes } from './routes.ts';
