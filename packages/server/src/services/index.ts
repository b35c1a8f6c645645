export { findService } from './queries.ts';
export { servicesRoutes } from './routes.ts';
