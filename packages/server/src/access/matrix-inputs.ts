import { assessmentsMatrixInputs } from '../assessments/assessments-matrix-inputs.ts';
import { casesMatrixInputs } from '../cases/cases-matrix-inputs.ts';
import { consentsMatrixInputs } from '../consents/consents-matrix-inputs.ts';
import { filesMatrixInputs } from '../files/files-matrix-inputs.ts';
import { instrumentsMatrixInputs } from '../instruments/instruments-matrix-inputs.ts';
import { messagesMatrixInputs } from '../messages/messages-matrix-inputs.ts';
import { offlineMatrixInputs } from '../offline/offline-matrix-inputs.ts';
import { pathwaysMatrixInputs } from '../pathways/pathways-matrix-inputs.ts';
import { proposalsMatrixInputs } from '../pathways/proposals/proposals-matrix-inputs.ts';
import { safetyMatrixInputs } from '../pathways/safety/safety-matrix-inputs.ts';
import { circumstancesMatrixInputs } from '../people/circumstances/circumstances-matrix-inputs.ts';
import { familyGraphMatrixInputs } from '../people/family-graph/family-graph-matrix-inputs.ts';
import { mergingMatrixInputs } from '../people/merging/merging-matrix-inputs.ts';
import { papersMatrixInputs } from '../people/papers/papers-matrix-inputs.ts';
import { peersMatrixInputs } from '../people/peers/peers-matrix-inputs.ts';
import { peopleMatrixInputs } from '../people/people-matrix-inputs.ts';
import { pupilsMatrixInputs } from '../people/pupils/pupils-matrix-inputs.ts';
import { registerMatrixInputs } from '../people/register/register-matrix-inputs.ts';
import { schoolMatrixInputs } from '../people/school/school-matrix-inputs.ts';
import { breachMatrixInputs } from '../privacy/breach/breach-matrix-inputs.ts';
import { demandsMatrixInputs } from '../privacy/demands/demands-matrix-inputs.ts';
import { emergencyMatrixInputs } from '../privacy/emergency/emergency-matrix-inputs.ts';
import { erasureMatrixInputs } from '../privacy/erasure/erasure-matrix-inputs.ts';
import { extractsMatrixInputs } from '../privacy/extracts/extracts-matrix-inputs.ts';
import { ownCopyMatrixInputs } from '../privacy/own-copy/own-copy-matrix-inputs.ts';
import { privacyMatrixInputs } from '../privacy/privacy-matrix-inputs.ts';
import { retentionMatrixInputs } from '../privacy/retention/retention-matrix-inputs.ts';
import { viewsMatrixInputs } from '../privacy/views/views-matrix-inputs.ts';
import { programmesMatrixInputs } from '../programmes/programmes-matrix-inputs.ts';
import { referralsMatrixInputs } from '../referrals/referrals-matrix-inputs.ts';
import { reportsMatrixInputs } from '../reports/reports-matrix-inputs.ts';
import { servicesMatrixInputs } from '../services/services-matrix-inputs.ts';
import { supportMatrixInputs } from '../support/support-matrix-inputs.ts';
import { surveysMatrixInputs } from '../surveys/surveys-matrix-inputs.ts';
import type { MatrixInput } from '../test/matrix/world.ts';
import { accessMatrixInputs } from './access-matrix-inputs.ts';

/**
 * For every endpoint, how to call it validly against rows that exist. A feature keeps its own in
 * `<feature>/<feature>-matrix-inputs.ts` and stands here with one line.
 */
export const MATRIX_INPUTS: Readonly<Record<string, MatrixInput<never>>> = {
  ...accessMatrixInputs,
  ...programmesMatrixInputs,
  ...peopleMatrixInputs,
  ...familyGraphMatrixInputs,
  ...mergingMatrixInputs,
  ...papersMatrixInputs,
  ...pupilsMatrixInputs,
  ...schoolMatrixInputs,
  ...peersMatrixInputs,
  ...safetyMatrixInputs,
  ...circumstancesMatrixInputs,
  ...registerMatrixInputs,
  ...privacyMatrixInputs,
  ...breachMatrixInputs,
  ...emergencyMatrixInputs,
  ...erasureMatrixInputs,
  ...demandsMatrixInputs,
  ...extractsMatrixInputs,
  ...retentionMatrixInputs,
  ...viewsMatrixInputs,
  ...ownCopyMatrixInputs,
  ...consentsMatrixInputs,
  ...casesMatrixInputs,
  ...assessmentsMatrixInputs,
  ...pathwaysMatrixInputs,
  ...proposalsMatrixInputs,
  ...servicesMatrixInputs,
  ...instrumentsMatrixInputs,
  ...supportMatrixInputs,
  ...referralsMatrixInputs,
  ...filesMatrixInputs,
  ...surveysMatrixInputs,
  ...reportsMatrixInputs,
  ...messagesMatrixInputs,
  ...offlineMatrixInputs,
};
