export { answerImportRoutes } from './routes.ts';
export { runImports } from './run-imports.ts';
