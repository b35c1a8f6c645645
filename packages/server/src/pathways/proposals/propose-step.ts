import type { SignedInActor } from '@tirek/domain/access';
import type { Assessment } from '@tirek/domain/assessments';
import { stepOf } from '@tirek/domain/pathways';
import { isAskedBy, KeptOutcome } from '@tirek/domain/pathways/proposals';
import * as z from 'zod/mini';
import type { Tx } from '../../db/database.ts';
import type { KeyFor } from '../../people/index.ts';
import { programmeDay } from '../../programmes/index.ts';
import { pathwayInForce } from '../in-force.ts';
import { gatherFacts, isOnSafety } from './gather-facts.ts';
import { loadSteps, NO_STEPS } from './load-steps.ts';
import { insertProposal, lockSteps } from './queries.ts';

interface Proposing {
  readonly tx: Tx;
  readonly actor: SignedInActor;
  readonly now: string;
  readonly keyFor: KeyFor;
}

interface Asked {
  readonly id: string;
  readonly personId: string;
  /** All that she ever answered. */
  readonly assessments: readonly Assessment[];
  /** The questionnaire that led to it; null where somebody asked for it. */
  readonly assessmentId: string | null;
  /** From when its time is counted. */
  readonly countsFrom: string;
}

const MS_PER_HOUR = 3_600_000;

/** Has the pathway in force look at somebody, and keeps what it proposes: it takes the place of what nobody decided on. */
export async function proposeStep(proposing: Proposing, asked: Asked): Promise<void> {
  const { tx, actor, now } = proposing;
  const { id, personId, assessments, assessmentId } = asked;
  await lockSteps(tx, personId);
  const today = programmeDay(now);
  const { id: versionId, pathway } = await pathwayInForce(tx, actor);
  const steps = (await loadSteps(tx, actor, [personId])).get(personId) ?? NO_STEPS;
  const facts = await gatherFacts(
    { ...proposing, today },
    { personId, assessments, steps, pathway },
  );
  const outcome = z.parse(KeptOutcome, stepOf(pathway, facts, today));
  // A device's clock may run ahead.
  const countsFrom = new Date(
    Math.min(Date.parse(asked.countsFrom), Date.parse(now)),
  ).toISOString();
  await insertProposal(tx, actor, {
    ...{ id, personId, assessmentId, versionId, outcome, countsFrom },
    countsOn: programmeDay(countsFrom),
    actBy: outcome.withinHours === null ? null : later(countsFrom, outcome.withinHours),
    ...{ madeAt: now, madeOn: today },
  });
}

/**
 * The same for a questionnaire that was just written down, in the transaction that keeps it; nothing where the pathway asks neither
 * about it nor about the one that it corrects, and no answer to it could tell of danger.
 */
export async function proposeAfter(
  proposing: Proposing,
  asked: Asked & { readonly forms: readonly string[] },
): Promise<void> {
  const { pathway } = await pathwayInForce(proposing.tx, proposing.actor);
  if (!isAskedBy(pathway, asked.forms) && !asked.forms.some(isOnSafety)) return;
  await proposeStep(proposing, asked);
}

const later = (instant: string, hours: number): string =>
  new Date(Date.parse(instant) + hours * MS_PER_HOUR).toISOString();
