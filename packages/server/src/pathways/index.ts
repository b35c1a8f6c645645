export { pathwaysRoutes } from './routes.ts';
