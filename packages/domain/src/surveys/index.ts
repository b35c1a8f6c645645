export { answersContract } from './answers-contract.ts';
export { askableForm } from './askable-form.ts';
export * from './campaign.ts';
export {
  type CheckedSubmission,
  checkSubmission,
  type SubmissionFinding,
} from './check-submission.ts';
export { surveysContract } from './contract.ts';
export * from './entry-code.ts';
export { isPublishable, type ObstacleSources, obstaclesOf } from './obstacles.ts';
export { LOT_LENGTH, lotOf, lotProof, OWN_LENGTH, type PanelId, panelId } from './panel-id.ts';
export { PHONE_CONSENT, phoneModel, quickExitIn } from './phone-model.ts';
export { type SurveySources, surveyModel } from './survey-model.ts';
export { termInWords } from './term-in-words.ts';
export { PROGRAMME_UTC_OFFSET_MINUTES, wavePhase } from './wave-phase.ts';
export type * from './wire.ts';
