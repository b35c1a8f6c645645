export { directoryImportRoutes } from './directory-import.ts';
export { findProvider, findService, listProviders } from './queries.ts';
export { servicesRoutes } from './routes.ts';
