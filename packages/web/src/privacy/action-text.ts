import type { TextOf } from '../text/load-text.ts';

type Key = Parameters<TextOf<'audit'>>[0];

/** What an action of the log is in words; one that has none (of a later version of the program) by its name. */
export function actionText(text: TextOf<'audit'>, action: string): string {
  const key = `action.${action}`;
  const words = text(key as Key);
  return words === key ? action : words;
}

/** The actions that have words, for choosing one. */
export const KNOWN_ACTIONS = [
  'signInWithPassword',
  'signInWithTotp',
  'signInWithRecoveryCode',
  'signInWithPasskey',
  'unlockWithPassword',
  'unlockWithPasskey',
  'signOut',
  'acceptInvitation',
  'endSession',
  'endOtherSessions',
  'changePassword',
  'changeLanguage',
  'startTotp',
  'confirmTotp',
  'removeTotp',
  'confirmPasskey',
  'removePasskey',
  'renewRecoveryCodes',
  'listAccounts',
  'createAccount',
  'renameAccount',
  'resetAccess',
  'closeAccount',
  'reopenAccount',
  'addAssignment',
  'endAssignment',
  'addConsentText',
  'createCampaign',
  'changeCampaign',
  'publishCampaign',
  'addWave',
  'changeWaveDates',
  'openWave',
  'closeWave',
  'reopenWave',
  'issueCodes',
  'issueCards',
  'uploadImport',
  'tryImport',
  'runImport',
  'cancelImport',
  'getWaveReport',
  'getWaveReportFile',
  'getWaveBriefFile',
  'requestExport',
  'decideExport',
  'fetchExport',
  'previewReport',
  'prepareRelease',
  'decideRelease',
  'withdrawRelease',
  'getRelease',
  'getReleaseFile',
  'listAuditEntries',
  'readAuditState',
  'forgetExpiredAnswers',
  'takeBackup',
  'restoreBackup',
] as const;
