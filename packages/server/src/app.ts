import { accessRoutes } from './access/index.ts';
import { consentsRoutes } from './consents/index.ts';
import type { Route } from './http/handler.ts';
import type { Page } from './http/page.ts';
import type { Job } from './jobs/job.ts';
import { checkAuditJob, privacyRoutes, sealAuditJob } from './privacy/index.ts';
import { programmesRoutes } from './programmes/routes.ts';
import { reportsRoutes } from './reports/routes.ts';
import { answerImportRoutes, runImports } from './surveys/answer-import/index.ts';
import { libraryForms, surveyJobs, surveysOver } from './surveys/index.ts';

const surveys = surveysOver(libraryForms);

/** Every endpoint of the program: one line a feature. */
export const routes: readonly Route[] = [
  ...accessRoutes,
  ...programmesRoutes,
  ...privacyRoutes,
  ...consentsRoutes,
  ...surveys.routes,
  ...answerImportRoutes,
  ...reportsRoutes,
];

/** Every page that the server renders itself. */
export const pages: readonly Page[] = [...surveys.pages];

/** What the program does by itself: one line a feature. */
export const jobs: readonly Job[] = [sealAuditJob, checkAuditJob, runImports, ...surveyJobs];
