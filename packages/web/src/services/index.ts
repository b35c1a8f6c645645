export { ProposedHolder } from './proposed-holder.tsx';
export { useOwnRegion } from './use-own-regions.ts';
export { useServiceWords } from './use-service-words.ts';
export { WhoCanHelp } from './who-can-help.tsx';
export { WishFields } from './wish-fields.tsx';
