export { assessmentsHeld } from './held-about.ts';
export { loadAssessments } from './load-assessments.ts';
export { planRescreens, remindOfRescreens } from './rescreening/plan-rescreens.ts';
export { assessmentsRoutes } from './routes.ts';
