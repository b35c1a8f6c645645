export { type ImportableCampaign, listImportableCampaigns } from './queries.ts';
export { compiledForms, readAnswers } from './read-answers.ts';
export { readTableFile } from './read-table-file.ts';
export { answerImportRoutes } from './routes.ts';
export { runImports } from './run-imports.ts';
export { storeImportedWave } from './store-imported-wave.ts';
