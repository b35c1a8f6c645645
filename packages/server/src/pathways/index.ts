export { listStandingSteps } from './proposals/standing-steps.ts';
export { pathwaysRoutes } from './routes.ts';
