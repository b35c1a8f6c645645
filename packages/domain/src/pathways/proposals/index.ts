export {
  CARE_NEEDS,
  compareWaiting,
  distressOf,
  isAssigned,
  unevaluatedOf,
  waitingOf,
} from './care-gaps.ts';
export { proposalsContract, type WaitingProposal } from './contract.ts';
export { factsOf, type KnownFamily, type KnownOfPerson } from './facts-of.ts';
export { isAskedBy } from './is-asked-by.ts';
export { foldSteps, type PersonSteps, type StepsState } from './person-steps.ts';
export { type StepObstacle, stepObstacle } from './step-obstacle.ts';
export {
  KeptOutcome,
  OVERRIDE_REASONS,
  type OverrideReason,
  STEP_WISHES,
  StepDecision,
  StepDecisionInput,
  type StepDecisionKind,
  StepProposal,
  type StepWish,
  StepWords,
} from './step-proposal.ts';
