export { familyGraphRoutes } from './routes.ts';
