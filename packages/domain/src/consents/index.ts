export { ConsentVersion, ConsentWords, consentsContract } from './contract.ts';
export {
  CONSENT_PLACEHOLDERS,
  type ConsentValues,
  fillConsent,
  unknownPlaceholders,
} from './fill-consent.ts';
export { SURVEY_CONSENTS_1 } from './survey-consent-1.ts';
