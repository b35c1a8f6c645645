import { accessContract } from '@tirek/domain/access';
import { casesContract } from '@tirek/domain/cases';
import {
  consentSettingsContract,
  consentsContract,
  personConsentsContract,
} from '@tirek/domain/consents';
import { offlineContract } from '@tirek/domain/offline';
import { peopleContract } from '@tirek/domain/people';
import { familyGraphContract } from '@tirek/domain/people/family-graph';
import { mergingContract } from '@tirek/domain/people/merging';
import { privacyContract } from '@tirek/domain/privacy';
import { breachContract } from '@tirek/domain/privacy/breach';
import { dutiesContract } from '@tirek/domain/privacy/duties';
import { emergencyContract } from '@tirek/domain/privacy/emergency';
import { erasureContract } from '@tirek/domain/privacy/erasure';
import { ownCopyContract } from '@tirek/domain/privacy/own-copy';
import { viewsContract } from '@tirek/domain/privacy/views';
import { programmesContract } from '@tirek/domain/programmes';
import { exportsContract, releasesContract, reportsContract } from '@tirek/domain/reports';
import { briefsContract } from '@tirek/domain/reports/brief';
import { themesContract } from '@tirek/domain/reports/themes';
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
  ...themesContract,
  ...peopleContract,
  ...familyGraphContract,
  ...mergingContract,
  ...casesContract,
  ...privacyContract,
  ...breachContract,
  ...dutiesContract,
  ...emergencyContract,
  ...erasureContract,
  ...ownCopyContract,
  ...viewsContract,
  ...offlineContract,
};
