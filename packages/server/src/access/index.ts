export { identify } from './identify.ts';
export { accessRoutes } from './routes.ts';
