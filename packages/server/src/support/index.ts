export { supportHeld } from './held-about.ts';
export { loadBareSupport } from './load-support.ts';
export { supportRoutes } from './routes.ts';
