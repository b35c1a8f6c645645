export { findProvider, findService, listProviders } from './queries.ts';
export { servicesRoutes } from './routes.ts';
