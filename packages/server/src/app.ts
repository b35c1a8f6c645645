import { accessRoutes } from './access/index.ts';
import {
  assessmentsHeld,
  assessmentsRoutes,
  loadAssessments,
  planRescreens,
  remindOfRescreens,
} from './assessments/index.ts';
import { casesHeld, casesRoutes } from './cases/index.ts';
import { consentsHeld, consentsRoutes } from './consents/index.ts';
import { filesHeld, filesRoutes, forgetPieces } from './files/index.ts';
import type { Route } from './http/handler.ts';
import type { Page } from './http/page.ts';
import { instrumentsRoutes } from './instruments/index.ts';
import type { Job } from './jobs/job.ts';
import type { MessageSettings } from './message-settings.ts';
import { messagesOver, NO_MESSAGES } from './messages/index.ts';
import { offlineRoutesOver } from './offline/routes.ts';
import { pathwaysRoutes, pathwayTrialsRoutes, tryPathways } from './pathways/index.ts';
import { listProposedOn, proposalsRoutesOver, stepsHeld } from './pathways/proposals/index.ts';
import { escalateSafety, safetyHeld, safetyRoutes } from './pathways/safety/index.ts';
import {
  followingMerges,
  peopleHeld,
  peopleRoutes,
  renewNameTokens,
  runRegisters,
} from './people/index.ts';
import { breachRoutes } from './privacy/breach/index.ts';
import { demandsRoutes } from './privacy/demands/index.ts';
import { dutiesRoutes } from './privacy/duties/index.ts';
import { emergencyRoutes } from './privacy/emergency/index.ts';
import { erasureRoutes, keepErasureLedger } from './privacy/erasure/index.ts';
import { extractsRoutes, forgetExtracts } from './privacy/extracts/index.ts';
import { checkAuditJob, privacyRoutes, sealAuditJob } from './privacy/index.ts';
import { forgetOwnCopies, type HeldPart, ownCopyRoutesOver } from './privacy/own-copy/index.ts';
import { putFilesAway, retentionRoutes } from './privacy/retention/index.ts';
import { privacySettingsRoutes } from './privacy/settings/index.ts';
import { viewsHeld, viewsRoutes } from './privacy/views/index.ts';
import { programmesRoutes } from './programmes/index.ts';
import { followReferrals, referralsHeld, referralsRoutes } from './referrals/index.ts';
import { figuresJob, forecastJob, helpGivenRoutesOver, reportsRoutes } from './reports/index.ts';
import { directoryImportRoutes, servicesRoutes } from './services/index.ts';
import { supportHeld, supportRoutes } from './support/index.ts';
import { answerImportRoutes, runImports } from './surveys/answer-import/index.ts';
import { type FormCatalogue, libraryForms, surveyJobs, surveysOver } from './surveys/index.ts';

/** What each feature holds about one person, in the order of her own copy: one line a feature. */
const held: readonly HeldPart[] = [
  peopleHeld,
  consentsHeld,
  casesHeld,
  assessmentsHeld,
  safetyHeld,
  stepsHeld,
  supportHeld,
  referralsHeld,
  filesHeld,
  viewsHeld,
];

/**
 * Every endpoint of the program and every page that it renders itself, over the instruments and the channels for messages it has:
 * one line a feature.
 */
export function programOver(
  forms: FormCatalogue,
  messageSettings: MessageSettings = NO_MESSAGES,
): {
  readonly routes: readonly Route[];
  readonly pages: readonly Page[];
} {
  const surveys = surveysOver(forms);
  const messages = messagesOver(messageSettings);
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
    ...demandsRoutes,
    ...privacySettingsRoutes,
    ...retentionRoutes,
    ...extractsRoutes,
    ...ownCopyRoutesOver(held),
    ...consentsRoutes,
    ...casesRoutes,
    ...assessmentsRoutes,
    ...pathwaysRoutes,
    ...pathwayTrialsRoutes,
    ...proposalsRoutesOver(loadAssessments),
    ...safetyRoutes,
    ...servicesRoutes,
    ...directoryImportRoutes,
    ...instrumentsRoutes,
    ...supportRoutes,
    ...referralsRoutes,
    ...filesRoutes,
    ...surveys.routes,
    ...answerImportRoutes,
    ...reportsRoutes,
    ...helpGivenRoutesOver(listProposedOn),
    ...messages.routes,
  ].map(followingMerges);
  return {
    routes: [...routes, ...offlineRoutesOver(routes)],
    pages: [...surveys.pages, ...messages.pages],
  };
}

export const { routes, pages } = programOver(libraryForms);

/** What the program does by itself: one line a feature. */
export const jobs: readonly Job[] = [
  escalateSafety,
  sealAuditJob,
  checkAuditJob,
  keepErasureLedger,
  forgetOwnCopies,
  forgetExtracts,
  putFilesAway,
  forgetPieces,
  runImports,
  runRegisters,
  renewNameTokens,
  planRescreens,
  remindOfRescreens,
  forecastJob,
  figuresJob,
  tryPathways,
  followReferrals,
  ...surveyJobs,
];
