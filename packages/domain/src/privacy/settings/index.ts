export {
  FEWEST_INACTIVE_MONTHS,
  PrivacySettings,
  privacySettingsContract,
  USUAL_PRIVACY_SETTINGS,
} from './contract.ts';
