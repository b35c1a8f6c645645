export { stepsHeld } from './held-about.ts';
export { proposeAfter } from './propose-step.ts';
export { listProposedOn } from './queries.ts';
export { type LoadAssessments, proposalsRoutesOver } from './routes.ts';
export { openStepWords, sealStepWords } from './sealed-step-words.ts';
