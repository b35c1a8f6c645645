import { accessContract } from '@tirek/domain/access';
import { assessmentsContract } from '@tirek/domain/assessments';
import { casesContract } from '@tirek/domain/cases';
import {
  consentSettingsContract,
  consentsContract,
  personConsentsContract,
} from '@tirek/domain/consents';
import { filesContract } from '@tirek/domain/files';
import { instrumentsContract } from '@tirek/domain/instruments/contract';
import { messagesContract } from '@tirek/domain/messages';
import { offlineContract } from '@tirek/domain/offline';
import { pathwaysContract } from '@tirek/domain/pathways';
import { proposalsContract } from '@tirek/domain/pathways/proposals';
import { safetyContract } from '@tirek/domain/pathways/safety';
import { peopleContract } from '@tirek/domain/people';
import { circumstancesContract } from '@tirek/domain/people/circumstances';
import { familyGraphContract } from '@tirek/domain/people/family-graph';
import { mergingContract } from '@tirek/domain/people/merging';
import { papersContract } from '@tirek/domain/people/papers';
import { peersContract } from '@tirek/domain/people/peers';
import { pupilsContract } from '@tirek/domain/people/pupils';
import { registerContract } from '@tirek/domain/people/register';
import { schoolContract } from '@tirek/domain/people/school';
import { privacyContract } from '@tirek/domain/privacy';
import { breachContract } from '@tirek/domain/privacy/breach';
import { demandsContract } from '@tirek/domain/privacy/demands';
import { dutiesContract } from '@tirek/domain/privacy/duties';
import { emergencyContract } from '@tirek/domain/privacy/emergency';
import { erasureContract } from '@tirek/domain/privacy/erasure';
import { extractsContract } from '@tirek/domain/privacy/extracts';
import { ownCopyContract } from '@tirek/domain/privacy/own-copy';
import { retentionContract } from '@tirek/domain/privacy/retention';
import { privacySettingsContract } from '@tirek/domain/privacy/settings';
import { viewsContract } from '@tirek/domain/privacy/views';
import { programmesContract } from '@tirek/domain/programmes';
import { referralLinkContract, referralsContract } from '@tirek/domain/referrals';
import { exportsContract, releasesContract, reportsContract } from '@tirek/domain/reports';
import { adolescenceContract } from '@tirek/domain/reports/adolescence';
import { briefsContract } from '@tirek/domain/reports/brief';
import { helpGivenContract } from '@tirek/domain/reports/help-given';
import { pathwayTrialsContract } from '@tirek/domain/reports/pathway-trials';
import { themesContract } from '@tirek/domain/reports/themes';
import { servicesContract } from '@tirek/domain/services';
import { directoryImportContract } from '@tirek/domain/services/directory-import';
import { supportContract } from '@tirek/domain/support';
import { surveysContract } from '@tirek/domain/surveys';
import { answerImportContract } from '@tirek/domain/surveys/answer-import';

/** Every endpoint the pages may call: one line a feature. Read when the app is built (`vite.config.ts`), not by the app. */
export const contract = {
  ...accessContract,
  ...programmesContract,
  ...consentsContract,
  ...consentSettingsContract,
  ...personConsentsContract,
  ...surveysContract,
  ...answerImportContract,
  ...reportsContract,
  ...briefsContract,
  ...exportsContract,
  ...releasesContract,
  ...adolescenceContract,
  ...helpGivenContract,
  ...pathwayTrialsContract,
  ...themesContract,
  ...peopleContract,
  ...familyGraphContract,
  ...mergingContract,
  ...papersContract,
  ...pupilsContract,
  ...schoolContract,
  ...peersContract,
  ...safetyContract,
  ...circumstancesContract,
  ...registerContract,
  ...casesContract,
  ...assessmentsContract,
  ...pathwaysContract,
  ...proposalsContract,
  ...servicesContract,
  ...directoryImportContract,
  ...instrumentsContract,
  ...supportContract,
  ...referralsContract,
  ...referralLinkContract,
  ...filesContract,
  ...privacyContract,
  ...breachContract,
  ...dutiesContract,
  ...demandsContract,
  ...emergencyContract,
  ...erasureContract,
  ...ownCopyContract,
  ...retentionContract,
  ...extractsContract,
  ...privacySettingsContract,
  ...viewsContract,
  ...messagesContract,
  ...offlineContract,
};
