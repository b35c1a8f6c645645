export { forgetExtracts } from './forget-extracts.ts';
export { extractsRoutes } from './routes.ts';
