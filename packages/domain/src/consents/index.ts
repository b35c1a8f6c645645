export { addYears, ageOn, ageRange, type BornBetween } from './age.ts';
export {
  ConsentAgeRule,
  ConsentAgeTable,
  type ConsentRule,
  consentRule,
  GUARDIAN_PARTS,
  PERSON_PARTS,
  USUAL_AGE_TABLE,
} from './age-table.ts';
export { ConsentVersion, ConsentWords, consentsContract } from './contract.ts';
export {
  CONSENT_DECISIONS,
  CONSENT_MODES,
  CONSENT_PARTIES,
  type ConsentDecision,
  ConsentEntry,
  type ConsentMode,
  ConsentParticulars,
  type ConsentParty,
  type ConsentWord,
  GUARDIAN_RELATIONS,
  Guardian,
  type NeededWord,
  neededWords,
  needsWitness,
  Withheld,
} from './decision.ts';
export {
  CONSENT_OBSTACLES,
  type ConsentObstacle,
  decisionObstacles,
  type NewDecision,
} from './decision-obstacles.ts';
export {
  CONSENT_REMAINDERS,
  CONSENT_STOPS,
  type ConsentRemainder,
  type ConsentStop,
  effectOfWithdrawal,
  lastWordOn,
  type Withdrawal,
  type WithdrawalEffect,
} from './effect-of-withdrawal.ts';
export {
  CONSENT_PLACEHOLDERS,
  type ConsentValues,
  fillConsent,
  unknownPlaceholders,
} from './fill-consent.ts';
export { historyAsOne, type RecordHistory } from './history-as-one.ts';
export { Operator, Texts } from './operator.ts';
export {
  CONSENT_STATE_PAGE,
  ConsentLastWord,
  PersonConsents,
  personConsentsContract,
  ReadableEntry,
  Standing as ConsentStanding,
} from './person-contract.ts';
export { PERSONAL_CONSENTS_1 } from './personal-consent-1/index.ts';
export {
  missingPlaceholders,
  neededPlaceholders,
  PURPOSE_PLACEHOLDERS,
  PurposeText,
  type PurposeValues,
} from './purpose-text.ts';
export {
  CONSENT_PURPOSES,
  ConsentPurpose,
  type ConsentTopic,
  hasReceiver,
  leavesTheCentre,
  topicKey,
} from './purposes.ts';
export {
  RECONSENT_REASONS,
  type Reconsent,
  type ReconsentReason,
  reconsentsDue,
} from './reconsents-due.ts';
export { ConsentReceiver, ConsentSettings, consentSettingsContract } from './settings-contract.ts';
export {
  CONSENT_STATES,
  type ConsentState,
  isAllowed,
  type StandingConsent,
  standingConsents,
} from './standing-consents.ts';
export { SURVEY_CONSENTS_1 } from './survey-consent-1.ts';
