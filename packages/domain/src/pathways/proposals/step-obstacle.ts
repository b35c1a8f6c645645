import type { ProblemCode } from '../../problem.ts';
import type { PersonSteps } from './person-steps.ts';
import type { StepDecisionInput } from './step-proposal.ts';

export type StepObstacle = Extract<
  ProblemCode,
  'step-replaced' | 'changed-meanwhile' | 'step-second-person' | 'step-not-changed'
>;

/** What keeps a decision from being written; null: nothing. */
export function stepObstacle(
  { current, said, notBy }: Pick<PersonSteps, 'current' | 'said' | 'notBy'>,
  {
    proposalId,
    basedOn,
    decision,
    by,
  }: {
    readonly proposalId: string;
    /** How many decisions about this proposal were seen. */
    readonly basedOn: number;
    readonly decision: StepDecisionInput;
    readonly by: string;
  },
): StepObstacle | null {
  if (current?.id !== proposalId) return 'step-replaced';
  if (said.length !== basedOn) return 'changed-meanwhile';
  const { kind } = decision;
  if (kind === 'asked-again' || kind === 'evaluated') return null;
  if (notBy === by) return 'step-second-person';
  const proposed = current.outcome.step;
  if (kind === 'confirmed' && decision.step !== proposed) return 'changed-meanwhile';
  if (kind === 'changed' && decision.step === proposed) return 'step-not-changed';
  return null;
}
