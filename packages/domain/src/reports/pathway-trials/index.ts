export { type PathwayTrial, pathwayTrialsContract } from './contract.ts';
export { type ToldTrial, type TrialOrder, tellTrial } from './tell-trial.ts';
export {
  TRIAL_SIDES,
  TRIED_STEPS,
  type TrialCell,
  TrialResult,
  type TrialSide,
  type TriedStep,
} from './trial-result.ts';
export { type StoredPerson, type Tried, triedOn } from './tried-on.ts';
