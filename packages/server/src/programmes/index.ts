export { programmeDay, programmeDayStart } from './programme-day.ts';
export { findProgramme, isDemoProgramme, listProgrammeCodes, listRegions } from './queries.ts';
export { programmesRoutes } from './routes.ts';
export { foundProgramme, seedProgramme } from './seed-programme.ts';
