import type { Route } from '../http/handler.ts';
import type { Job } from '../jobs/job.ts';
import { forgetExpiredAnswers } from './answers/forget-expired.ts';
import { answerRoutes } from './answers/routes.ts';
import { shuffleArrivals } from './answers/shuffle-arrivals.ts';
import type { FormCatalogue } from './forms.ts';

export { type FormCatalogue, formCatalogue } from './forms.ts';

/** The endpoints of surveys over the instruments that a program has. */
export function surveyRoutes(forms: FormCatalogue): Route[] {
  return answerRoutes(forms);
}

export const surveyJobs: readonly Job[] = [shuffleArrivals, forgetExpiredAnswers];
