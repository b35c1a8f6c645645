import type { SignedInActor } from '@tirek/domain/access';
import type { Assessment } from '@tirek/domain/assessments';
import {
  proposalsContract,
  type StepDecisionInput,
  stepObstacle,
} from '@tirek/domain/pathways/proposals';
import { Problem } from '@tirek/domain/problem';
import type { Tx } from '../../db/database.ts';
import { accountOf } from '../../http/account-of.ts';
import { type Handlers, oneOf, type Route, routesOf } from '../../http/handler.ts';
import { idOf } from '../../id-of.ts';
import { queueMessage } from '../../messages/index.ts';
import {
  findDataKey,
  findPerson,
  type KeyFor,
  listAgreed,
  listPersons,
  requireOpenFile,
} from '../../people/index.ts';
import { programmeDay } from '../../programmes/index.ts';
import { pathwayInForce } from '../in-force.ts';
import { listCareGaps } from './list-care-gaps.ts';
import { loadSteps, NO_STEPS, proposalOf } from './load-steps.ts';
import { proposeStep } from './propose-step.ts';
import {
  countCareGaps,
  insertDecision,
  listAgreedToProposals,
  listDeciders,
  listDecisionRows,
  listProposalRows,
  listStepReviewers,
  lockSteps,
} from './queries.ts';
import { openDecisions, sealStepWords } from './sealed-step-words.ts';

/** Everything that some people within reach ever answered, with the answers. */
export type LoadAssessments = (
  asking: { readonly tx: Tx; readonly actor: SignedInActor; readonly keyFor: KeyFor },
  people: readonly string[],
) => Promise<readonly Assessment[]>;

/** The endpoints of proposals; questionnaires are read by the feature that keeps them. */
export function proposalsRoutesOver(loadAssessments: LoadAssessments): readonly Route[] {
  const handlers: Handlers<typeof proposalsContract> = {
    listSteps: oneOf(async ({ tx, actor, now, keyFor }, inputs) => {
      const asker = accountOf(actor);
      const wanted = [...new Set(inputs.map(({ personId }) => personId))];
      const people = (await listPersons(tx, asker, wanted)).map(({ id }) => id);
      const proposals = await listProposalRows(tx, asker, people);
      const rows = await listDecisionRows(tx, asker, people);
      const decisions = await openDecisions(tx, rows, keyFor);
      const deciders = await listDeciders(tx, people);
      const today = programmeDay(now);
      const agreed = await listAgreedToProposals(tx, { people, on: today });
      const known = new Set(people);
      return inputs.map(({ personId }) => {
        if (!known.has(personId)) return null;
        const own = deciders.filter((each) => each.personId === personId);
        const output = {
          ...{ now, today, hasAgreed: agreed.has(personId) },
          proposals: proposals.filter((row) => row.personId === personId).map(proposalOf),
          decisions: decisions.filter((_, at) => rows[at]?.personId === personId),
          colleagues: Object.fromEntries(own.map(({ accountId, name }) => [accountId, name])),
        };
        return { output, about: [personId] };
      });
    }),

    async proposeStep({ tx, actor, input, now, keyFor, about }) {
      const asker = accountOf(actor);
      const { id, personId } = input;
      if (!(await findPerson(tx, asker, personId))) throw new Problem('not-found');
      about([personId]);
      await requireOpenFile(tx, personId);
      const on = programmeDay(now);
      const agreed = await listAgreedToProposals(tx, { people: [personId], on });
      if (!agreed.has(personId)) throw new Problem('assessment-consent-missing');
      const assessments = await loadAssessments({ tx, actor: asker, keyFor }, [personId]);
      await proposeStep(
        { tx, actor: asker, now, keyFor },
        { id, personId, assessments, assessmentId: null, countsFrom: now },
      );
      return {};
    },

    async decideStep({ tx, actor, input, now, keyFor, about }) {
      const asker = accountOf(actor);
      const { id, personId, proposalId, basedOn, decision } = input;
      if (!(await findPerson(tx, asker, personId))) throw new Problem('not-found');
      about([personId], { stepDecision: decision.kind });
      await requireOpenFile(tx, personId);
      await lockSteps(tx, personId);
      const steps = (await loadSteps(tx, asker, [personId])).get(personId) ?? NO_STEPS;
      const by = asker.accountId;
      const obstacle = stepObstacle(steps, { proposalId, basedOn, decision, by });
      if (obstacle) throw new Problem(obstacle);
      const today = programmeDay(now);
      if (decision.kind === 'evaluated' && decision.evaluatedOn > today) {
        throw new Problem('case-day-to-come');
      }
      await requireAgreed(tx, { personId, decision, today });
      const recordId = steps.recordId ?? personId;
      const { words, ...said } = decision;
      const key = words && (await findDataKey(tx, recordId));
      if (words && !key) throw new Problem('not-found');
      const sealed = words && key && sealStepWords(words, { id, personId: recordId, key }, keyFor);
      await insertDecision(tx, asker, {
        ...said,
        ...{ id, proposalId, recordId, sealed },
        ...{ decidedBy: by, decidedAt: now, decidedOn: today },
      });
      if (decision.kind === 'asked-again') await tellReviewers(tx, { id, personId, now });
      return {};
    },

    async listCareGaps({ tx, actor, now, keyFor, about }) {
      const gaps = await listCareGaps({ tx, actor: accountOf(actor), now, keyFor });
      const { waiting, unevaluated, unassigned } = gaps;
      const people = new Set(
        [...waiting, ...unevaluated, ...unassigned].map(({ person }) => person.id),
      );
      about([...people], { people: people.size });
      return gaps;
    },

    async countCareGaps({ tx, actor, now }) {
      const { evaluationDays } = (await pathwayInForce(tx, accountOf(actor))).pathway;
      const today = programmeDay(now);
      return { counts: await countCareGaps(tx, { now, today, days: evaluationDays }) };
    },
  };
  return routesOf(proposalsContract, handlers);
}

/** A new step, and words, are written down only while she agrees to a record; declining, and asking for a human, need no leave. */
async function requireAgreed(
  tx: Tx,
  {
    personId,
    decision: { kind, words },
    today,
  }: { personId: string; decision: StepDecisionInput; today: string },
): Promise<void> {
  if (kind !== 'confirmed' && kind !== 'changed' && words === null) return;
  const agreed = await listAgreed(tx, { people: [personId], on: today });
  if (agreed.length === 0) throw new Problem('case-consent-missing');
}

/** Somebody wants a human to look again: whoever may is told that something waits, and nothing of whom or what. */
async function tellReviewers(
  tx: Tx,
  { id, personId, now }: { readonly id: string; readonly personId: string; readonly now: string },
): Promise<void> {
  for (const to of await listStepReviewers(tx, personId)) {
    const message = { id: idOf(`asked again ${id} ${to}`), to, text: 'look-today' as const };
    await queueMessage(tx, { ...message, dueAt: now, now });
  }
}
