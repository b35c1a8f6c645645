export { pathwaysRoutes } from './routes.ts';
export { pathwayTrialsRoutes } from './trials/routes.ts';
export { tryPathways } from './trials/try-pathways.ts';
