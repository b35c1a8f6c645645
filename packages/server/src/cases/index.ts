export { aboutCase, loadCase } from './load-case.ts';
export { casesRoutes } from './routes.ts';
