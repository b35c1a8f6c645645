export { forgetPieces } from './forget-pieces.ts';
export { filesHeld } from './held-about.ts';
export { filesRoutes } from './routes.ts';
