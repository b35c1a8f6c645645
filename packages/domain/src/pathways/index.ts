export {
  type CheckedPathway,
  checkPathway,
  PATHWAY_FAULTS,
  type PathwayFault,
  type PathwayFinding,
} from './check-pathway.ts';
export * from './condition.ts';
export * from './contract.ts';
export { DEFAULT_PATHWAY } from './default-pathway.ts';
export { FormOutline, outlineOf } from './form-outline.ts';
export { inventPeople } from './invented-people.ts';
export type { Missing } from './judge-leaf.ts';
export type { Witness } from './judge-rule.ts';
export * from './pathway.ts';
export { AssessmentFacts, NOTHING_KNOWN, PathwayFacts } from './pathway-facts.ts';
export { SIMULATED, type Simulation, type StepCounts, simulate } from './simulate.ts';
export { type DecidedStep, type StandingStep, standingStep } from './standing-step.ts';
export { type Offered, STEP_REASONS, type StepOutcome, stepOf } from './step-of.ts';
export * from './steps.ts';
export {
  formName,
  inLanguage,
  type PathwayTexts,
  pathwayTexts,
  type Telling,
  tellClause,
  tellLeaf,
} from './tell-leaf.ts';
export { tellReason, tellUnknown } from './tell-step.ts';
export { tellWhen } from './tell-when.ts';
