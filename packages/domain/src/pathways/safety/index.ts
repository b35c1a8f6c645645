export {
  SAFETY_KINDS,
  SAFETY_URGENCIES,
  type SafetyKind,
  type SafetyUrgency,
} from '../../instruments/index.ts';
export { nextContactOn } from './contact-schedule.ts';
export {
  type Absence,
  type DutyShift,
  type SafetyCall,
  type SafetyEventWhole,
  safetyContract,
} from './contract.ts';
export { type PrintedSafetySheet, printSafetySheet } from './print-safety-sheet.ts';
export { PROTOCOLS, type ProtocolStep } from './protocol.ts';
export {
  contactsFor,
  dialled,
  EMERGENCY_NUMBERS,
  REGIONAL_CONTACT_KINDS,
  type RegionalContact,
  RegionalContactValue,
} from './regional-contact.ts';
export {
  clockOf,
  isSafeClock,
  LONGEST_MINUTES,
  SafetyClock,
  USUAL_SAFETY_CLOCK,
} from './safety-clock.ts';
export {
  CLOSING_GROUNDS,
  CONTACT_MEANS,
  CONTACT_OUTCOMES,
  SAFETY_PLAN_PARTS,
  SafetyEntry,
  SafetyEntryInput,
  SafetyPlan,
  SafetyWords,
} from './safety-entry.ts';
export { foldSafety, type RaisedEvent, type SafetyStanding } from './safety-event.ts';
export { holderOf, type SafetyChain, whomToAsk } from './safety-holder.ts';
export { safetyObstacle } from './safety-obstacles.ts';
export { type SafetyTexts, safetyTexts } from './safety-texts.ts';
