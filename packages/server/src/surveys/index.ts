import { surveysContract } from '@tirek/domain/surveys';
import { type Route, routesOf } from '../http/handler.ts';
import type { Page } from '../http/page.ts';
import type { Job } from '../jobs/job.ts';
import { answerTakings } from './answers/answer-taking.ts';
import { forgetExpiredAnswers } from './answers/forget-expired.ts';
import { answerRoutes } from './answers/routes.ts';
import { shuffleArrivals } from './answers/shuffle-arrivals.ts';
import { campaignHandlers } from './campaigns/campaign-handlers.ts';
import { waveHandlers } from './campaigns/wave-handlers.ts';
import type { FormCatalogue } from './forms.ts';
import { surveyPages } from './page/survey-pages.ts';

export { type FormCatalogue, formCatalogue, libraryForms } from './forms.ts';

/** Endpoints and pages of surveys over the instruments that a program has. */
export function surveysOver(forms: FormCatalogue): { routes: Route[]; pages: Page[] } {
  const takingOf = answerTakings(forms);
  return {
    routes: [
      ...routesOf(surveysContract, { ...campaignHandlers(forms), ...waveHandlers }),
      ...answerRoutes(takingOf),
    ],
    pages: surveyPages(takingOf),
  };
}

export const surveyJobs: readonly Job[] = [shuffleArrivals, forgetExpiredAnswers];
