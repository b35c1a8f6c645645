export { type BreachTexts, breachTexts } from './breach-texts.ts';
export {
  BREACH_DATA,
  BREACH_KINDS,
  BREACH_SIZES,
  Breach,
  breachContract,
  NOTICE_WAYS,
} from './contract.ts';
export { type PrintedNotice, printNotice } from './print-notice.ts';
export { breachDueOn, breachState } from './standing.ts';
