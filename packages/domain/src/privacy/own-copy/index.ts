export {
  COPY_ASKERS,
  COPY_DECLINE_REASONS,
  COPY_PROOFS,
  HAND_OVER_WAYS,
  OWN_COPY_STATES,
  OwnCopy,
  ownCopyContract,
} from './contract.ts';
export {
  type HeldItem,
  type HeldSection,
  OWN_COPY_SECTIONS,
  type OwnCopySection,
  WITHHOLD_REASONS,
  WithheldSection,
} from './held.ts';
export { OwnCopyPassphrase, PASSPHRASE_BYTES, passphraseOf } from './passphrase.ts';
export { type MadeCopy, ownCopyData, type PrintedOwnCopy, printOwnCopy } from './print-own-copy.ts';
export { OWN_COPY_DAYS, ownCopyDaysLeft, ownCopyDueOn, ownCopyState } from './standing.ts';
export { tellAssessments, tellRescreenSkips } from './telling/tell-assessments.ts';
export { tellCaseOf } from './telling/tell-case-of.ts';
export { tellCircumstances } from './telling/tell-circumstances.ts';
export { type ToldConsent, tellConsents } from './telling/tell-consents.ts';
export { tellIdentities } from './telling/tell-identity.ts';
export { tellLife } from './telling/tell-life.ts';
export { tellPaperStanding } from './telling/tell-paper-standing.ts';
export { type HeldPaper, tellPapers } from './telling/tell-papers.ts';
export { type HeldPeerMatches, tellPeerMatches } from './telling/tell-peer-matches.ts';
export { tellSchoolNotes } from './telling/tell-school-notes.ts';
export { tellSchoolRecord } from './telling/tell-school-record.ts';
export { tellViews } from './telling/tell-views.ts';
