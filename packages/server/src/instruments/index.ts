export { packSheets } from './pack-sheets.ts';
export { instrumentsRoutes } from './routes.ts';
