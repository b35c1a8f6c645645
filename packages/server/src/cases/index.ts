export { keyPersonForWriting, listOpenCases } from './case-standing.ts';
export { casesHeld } from './held-about.ts';
export { aboutCase, type LoadedCase, loadBareCases, loadCase } from './load-case.ts';
export { loadStandings } from './load-standings.ts';
export { casesRoutes } from './routes.ts';
export { openWords, sealWords } from './sealed-words.ts';
