export {
  KnownReferral,
  type NewLink,
  ReceivedReferral,
  referralLinkContract,
  referralsContract,
} from './contract.ts';
export { Disclosed, disclosedOf, tellDisclosed } from './disclosed.ts';
export {
  foldReferral,
  isOfReceiver,
  isOver,
  isShownToReceiver,
  later,
  NEXT,
  type ReferralStanding,
  type ReferralState,
} from './fold-referral.ts';
export { type PrintedLetter, printLetter } from './print-letter.ts';
export {
  ANSWER_HOURS,
  DISCLOSED_ITEMS,
  type DisclosedItem,
  LONGEST_NEED,
  LONGEST_NOTE,
  REFERRAL_URGENCIES,
  Referral,
  ReferralInput,
  type ReferralUrgency,
  ReferralWords,
} from './referral.ts';
export {
  CLOSE_REASONS,
  type CloseReason,
  DECLINE_REASONS,
  type DeclineReason,
  DISCONTINUE_REASONS,
  type DiscontinueReason,
  EVENT_KINDS,
  type EventKind,
  FEEDBACK_HELPED,
  FEEDBACK_NEXT,
  OVERRIDE_HOURS,
  Override,
  OWN_REVOKE_REASONS,
  RECEIVER_KINDS,
  REVOKE_REASONS,
  type ReceiverKind,
  ReceiverWord,
  ReferralEvent,
  ReferrerWord,
} from './referral-event.ts';
export { type ReferralTexts, referralTexts } from './referral-texts.ts';
