export { viewsHeld } from './held-about.ts';
export { viewsRoutes } from './routes.ts';
