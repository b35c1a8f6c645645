import type { SignedInActor } from '@tirek/domain/access';
import {
  foldSteps,
  type PersonSteps,
  type StepDecision,
  StepProposal,
} from '@tirek/domain/pathways/proposals';
import * as z from 'zod/mini';
import type { Tx } from '../../db/database.ts';
import { listDecisionRows, listProposalRows, type ProposalRow } from './queries.ts';
import { bareDecision } from './sealed-step-words.ts';

export interface LoadedSteps extends PersonSteps {
  readonly decisions: readonly StepDecision[];
  /** The record under which the newest proposal was made. */
  readonly recordId: string | null;
}

export const proposalOf = (row: ProposalRow): StepProposal => z.parse(StepProposal, row);

/** Where the care of each of some people within reach stands, without a word of what was written; who has none is not in it. */
export async function loadSteps(
  tx: Tx,
  actor: SignedInActor,
  people: readonly string[],
): Promise<ReadonlyMap<string, LoadedSteps>> {
  const rows = Map.groupBy(await listProposalRows(tx, actor, people), ({ personId }) => personId);
  const decided = Map.groupBy(
    (await listDecisionRows(tx, actor, people)).map((row) => ({ row, said: bareDecision(row) })),
    ({ row }) => row.personId,
  );
  return new Map(
    [...rows].map(([personId, own]) => {
      const decisions = (decided.get(personId) ?? []).map(({ said }) => said);
      const folded = foldSteps(own.map(proposalOf), decisions);
      const recordId = own.find(({ id }) => id === folded.current?.id)?.recordId ?? null;
      return [personId, { ...folded, decisions, recordId }];
    }),
  );
}

/** Of somebody for whom nothing was ever proposed. */
export const NO_STEPS: LoadedSteps = { ...foldSteps([], []), decisions: [], recordId: null };
