import type { Functioning } from '../condition.ts';
import { type StandingStep, standingStep } from '../standing-step.ts';
import type { Step } from '../steps.ts';
import type { StepDecision, StepProposal } from './step-proposal.ts';

/** A decision on the step itself, which the two other kinds are not. */
type Decided = Extract<StepDecision, { kind: 'confirmed' | 'changed' | 'declined' }>;

/**
 * `untold`: the newest proposal names no step, since too little is known. `waiting`: nobody has decided on it. `again`: somebody
 * is asked to look at it again, and nobody has yet.
 */
export type StepsState = 'none' | 'untold' | 'waiting' | 'again' | 'decided';

/** Where the care of one person stands, out of everything that was proposed and decided. */
export interface PersonSteps {
  /** The newest proposal; older ones nobody decided on are replaced by it. */
  readonly current: StepProposal | null;
  readonly state: StepsState;
  /** What was said of the newest proposal, the oldest first. */
  readonly said: readonly StepDecision[];
  /** Whose decision is looked at again: the next one is somebody else's. Null where none is. */
  readonly notBy: string | null;
  readonly standing: StandingStep | null;
  /** How daily life went on as it was judged last, and when. */
  readonly functioning: { readonly level: Functioning; readonly on: string } | null;
  /** The day since when she is in the range that a specialist evaluates, and nothing lighter was decided; null where she is not. */
  readonly clinicalSince: string | null;
  readonly evaluatedOn: string | null;
}

const CLINICAL: Step = '4';

/** The entries may come in any order and more than once. */
export function foldSteps(
  proposals: readonly StepProposal[],
  decisions: readonly StepDecision[],
): PersonSteps {
  const made = inOrder(proposals, ({ madeAt }) => madeAt);
  const decided = inOrder(decisions, ({ decidedAt }) => decidedAt);
  const current = made.at(-1) ?? null;
  const onSteps = decided.filter(isOnStep);
  const said = decided.filter(({ proposalId }) => proposalId === current?.id);
  const notBy = notByOf(decided);
  const judged = onSteps.findLast(({ functioning }) => functioning !== null);
  const evaluations = decided.flatMap((each) =>
    each.kind === 'evaluated' ? [each.evaluatedOn] : [],
  );
  return {
    ...{ current, said, notBy },
    state: stateOf(current, { isDecided: said.some(isOnStep), isAskedAgain: notBy !== null }),
    standing: standingStep(
      onSteps.map((each) => ({
        step: each.kind === 'declined' ? null : each.step,
        decidedOn: each.decidedOn,
      })),
    ),
    functioning: judged?.functioning ? { level: judged.functioning, on: judged.decidedOn } : null,
    clinicalSince: clinicalSince(made, onSteps),
    evaluatedOn: evaluations.toSorted().at(-1) ?? null,
  };
}

const isOnStep = (decision: StepDecision): decision is Decided =>
  decision.kind !== 'asked-again' && decision.kind !== 'evaluated';

function stateOf(
  current: StepProposal | null,
  { isDecided, isAskedAgain }: { isDecided: boolean; isAskedAgain: boolean },
): StepsState {
  if (!current) return 'none';
  if (isAskedAgain) return 'again';
  if (isDecided) return 'decided';
  return current.outcome.step === null ? 'untold' : 'waiting';
}

/**
 * The database asks the same (`step_not_by`). Where nobody had decided before somebody was asked to look again, it is not for
 * whoever wrote that down either.
 */
function notByOf(decided: readonly StepDecision[]): string | null {
  const lastAt = decided.findLastIndex(isOnStep);
  const asked = decided.find((each, at) => at > lastAt && each.kind === 'asked-again');
  if (!asked) return null;
  return decided[lastAt]?.decidedBy ?? asked.decidedBy;
}

/** A proposal that another one replaced before anybody decided on it tells nothing any more. */
function clinicalSince(made: readonly StepProposal[], onSteps: readonly Decided[]): string | null {
  const byId = new Map(made.map((proposal) => [proposal.id, proposal]));
  const events = [
    ...made.map((proposal) => ({ at: proposal.madeAt, proposal, decision: null })),
    ...onSteps.map((decision) => ({ at: decision.decidedAt, proposal: null, decision })),
  ].toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
  let proposed: string | null = null;
  let stands: string | null = null;
  for (const { proposal, decision } of events) {
    if (proposal) {
      proposed = proposal.outcome.step === CLINICAL ? (proposed ?? proposal.countsOn) : null;
    } else if (decision) {
      if (decision.kind !== 'declined') {
        const from = byId.get(decision.proposalId);
        const counted = from?.outcome.step === CLINICAL ? from.countsOn : decision.decidedOn;
        stands = decision.step === CLINICAL ? (stands ?? counted) : null;
      }
      proposed = null;
    }
  }
  return stands ?? proposed;
}

function inOrder<Each extends { readonly id: string }>(
  all: readonly Each[],
  at: (each: Each) => string,
): Each[] {
  const key = (each: Each) => `${new Date(at(each)).toISOString()} ${each.id}`;
  return [...new Map(all.map((each) => [each.id, each])).values()].toSorted((a, b) =>
    key(a) < key(b) ? -1 : 1,
  );
}
