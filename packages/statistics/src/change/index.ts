export {
  type BetterScores,
  type ClinicalCategory,
  type ClinicalChanges,
  type CutOffCriterion,
  clinicalChanges,
  clinicalCutOff,
} from './clinical-change.ts';
export { type DifferenceError, standardErrorOfDifference } from './error-of-difference.ts';
export { percentOfMaximum } from './percent-of-maximum.ts';
export {
  type ReliableChange,
  type ReliableChangeRule,
  type ReliableChanges,
  reliableChanges,
} from './reliable-change.ts';
export { standardisedResponseMean } from './standardised-response-mean.ts';
