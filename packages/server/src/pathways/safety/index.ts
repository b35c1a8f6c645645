export { type Danger, dangersOf } from './dangers-of.ts';
export { listRegionalContacts } from './duty/queries.ts';
export { escalateSafety } from './escalate-safety.ts';
export { safetyHeld } from './held-about.ts';
export { raiseSafetyEvents } from './raise-safety-events.ts';
export { safetyRoutes } from './routes.ts';
export { openSafetyWords, sealSafetyWords } from './sealed-safety-words.ts';
