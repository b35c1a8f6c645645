export { demandsRoutes } from './routes.ts';
