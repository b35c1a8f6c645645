import { accessRoutes } from './access/index.ts';
import { casesHeld, casesRoutes } from './cases/index.ts';
import { consentsHeld, consentsRoutes } from './consents/index.ts';
import type { Route } from './http/handler.ts';
import type { Page } from './http/page.ts';
import type { Job } from './jobs/job.ts';
import { offlineRoutesOver } from './offline/routes.ts';
import { followingMerges, peopleHeld, peopleRoutes } from './people/index.ts';
import { breachRoutes } from './privacy/breach/index.ts';
import { dutiesRoutes } from './privacy/duties/index.ts';
import { emergencyRoutes } from './privacy/emergency/index.ts';
import { erasureRoutes, keepErasureLedger } from './privacy/erasure/index.ts';
import { checkAuditJob, privacyRoutes, sealAuditJob } from './privacy/index.ts';
import { forgetOwnCopies, type HeldPart, ownCopyRoutesOver } from './privacy/own-copy/index.ts';
import { viewsHeld, viewsRoutes } from './privacy/views/index.ts';
import { programmesRoutes } from './programmes/index.ts';
import { reportsRoutes } from './reports/index.ts';
import { answerImportRoutes, runImports } from './surveys/answer-import/index.ts';
import { type FormCatalogue, libraryForms, surveyJobs, surveysOver } from './surveys/index.ts';

/** What each feature holds about one person, in the order of her own copy: one line a feature. */
const held: readonly HeldPart[] = [peopleHeld, consentsHeld, casesHeld, viewsHeld];

/** Every endpoint of the program and every page that it renders itself, over the instruments it has: one line a feature. */
export function programOver(forms: FormCatalogue): {
  readonly routes: readonly Route[];
  readonly pages: readonly Page[];
} {
  const surveys = surveysOver(forms);
  const routes: readonly Route[] = [
    ...accessRoutes,
    ...programmesRoutes,
    ...peopleRoutes,
    ...privacyRoutes,
    ...erasureRoutes,
    ...viewsRoutes,
    ...breachRoutes,
    ...emergencyRoutes,
    ...dutiesRoutes,
    ...ownCopyRoutesOver(held),
    ...consentsRoutes,
    ...casesRoutes,
    ...surveys.routes,
    ...answerImportRoutes,
    ...reportsRoutes,
  ].map(followingMerges);
  return {
    routes: [...routes, ...offlineRoutesOver(routes)],
    pages: [...surveys.pages],
  };
}

export const { routes, pages } = programOver(libraryForms);

/** What the program does by itself: one line a feature. */
export const jobs: readonly Job[] = [
  sealAuditJob,
  checkAuditJob,
  keepErasureLedger,
  forgetOwnCopies,
  runImports,
  ...surveyJobs,
];
