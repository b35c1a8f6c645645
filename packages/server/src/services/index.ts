export { findProvider, listProviders } from './queries.ts';
export { servicesRoutes } from './routes.ts';
