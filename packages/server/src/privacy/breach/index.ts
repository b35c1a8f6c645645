export { breachRoutes } from './routes.ts';
