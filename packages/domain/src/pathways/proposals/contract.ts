import * as z from 'zod/mini';
import { type Contract, DateOnly, endpoint, Id, Instant, Nothing } from '../../contract.ts';
import { Step } from '../steps.ts';
import { StepDecision, StepDecisionInput, StepProposal } from './step-proposal.ts';

const Whom = z.object({
  person: z.object({ id: Id, name: z.string() }),
  family: z.object({
    id: Id,
    /** The colleague who holds it. */
    holder: z.string(),
    holderId: Id,
    isOwn: z.boolean(),
  }),
});

const waiting = z.extend(Whom, {
  step: z.nullable(Step),
  madeAt: Instant,
  actBy: z.nullable(Instant),
  isOverdue: z.boolean(),
  /** Somebody asked that a human looks at it again. */
  isAgain: z.boolean(),
  /** Whether the asker may make the next decision. */
  isForMe: z.boolean(),
});
export type WaitingProposal = z.infer<typeof waiting>;

export const proposalsContract = {
  /** What was proposed for somebody within reach and decided about it, for `foldSteps`. */
  listSteps: endpoint({
    kind: 'read',
    method: 'GET',
    path: '/api/people/:personId/steps',
    permission: 'step.read',
    input: z.object({ personId: Id }),
    output: z.object({
      now: Instant,
      today: DateOnly,
      proposals: z.array(StepProposal),
      decisions: z.array(StepDecision),
      /** Who decided, by account. */
      colleagues: z.record(z.string(), z.string()),
      /** The consent without which nothing new is proposed. */
      hasAgreed: z.boolean(),
    }),
    audit: 'read',
  }),

  /** Has the pathway look at somebody again, as after a change of what the family needs. `assessment-consent-missing` without it. */
  proposeStep: endpoint({
    kind: 'write',
    method: 'POST',
    path: '/api/people/:personId/step-proposals',
    permission: 'step.decide',
    input: z.object({ id: Id, personId: Id }),
    output: Nothing,
    audit: 'write',
  }),

  /**
   * What a named human says of the newest proposal. `basedOn` is how many decisions about it were seen. `step-replaced` where a
   * newer one stands, `changed-meanwhile` where somebody decided meanwhile, `step-second-person` where it is somebody else's turn,
   * `step-not-changed` where another step would be the one proposed.
   */
  decideStep: endpoint({
    kind: 'write',
    method: 'POST',
    path: '/api/people/:personId/step-proposals/:proposalId/decisions',
    permission: 'step.decide',
    input: z.object({
      id: Id,
      personId: Id,
      proposalId: Id,
      basedOn: z.int().check(z.minimum(0)),
      decision: StepDecisionInput,
    }),
    output: Nothing,
    audit: 'write',
  }),

  /** Where care stops short for the people within reach. */
  listCareGaps: endpoint({
    kind: 'read',
    method: 'GET',
    path: '/api/care-gaps',
    permission: 'step.read',
    input: Nothing,
    output: z.object({
      now: Instant,
      today: DateOnly,
      evaluationDays: z.int(),
      /** Proposals that wait for a human, the overdue first. */
      waiting: z.array(waiting),
      /** In the clinical range, and nobody has evaluated her within the pathway's limit. */
      unevaluated: z.array(z.extend(Whom, { since: DateOnly, dueOn: DateOnly })),
      /** Distressed, and nobody is named for it. */
      unassigned: z.array(z.extend(Whom, { step: Step })),
    }),
    audit: 'read',
  }),

  /** The same in numbers for a coordinator: whole fives of people by region, rounded down, and nobody's name. */
  countCareGaps: endpoint({
    kind: 'read',
    method: 'GET',
    path: '/api/care-gap-counts',
    permission: 'caseload.count',
    input: Nothing,
    output: z.object({
      counts: z.array(
        z.object({
          region: z.nullable(z.string()),
          waiting: z.int(),
          overdue: z.int(),
          unevaluated: z.int(),
          unassigned: z.int(),
        }),
      ),
    }),
    audit: 'none',
  }),
} as const satisfies Contract;
