export { forgetOwnCopies } from './forget-copies.ts';
export type { HeldPart } from './held-part.ts';
export { ownCopyRoutesOver } from './routes.ts';
