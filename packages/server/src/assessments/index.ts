export { assessmentsHeld } from './held-about.ts';
export { assessmentsRoutes } from './routes.ts';
