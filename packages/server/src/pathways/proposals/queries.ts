import type { SignedInActor } from '@tirek/domain/access';
import type { Step } from '@tirek/domain/pathways';
import type { StepDecision, StepProposal } from '@tirek/domain/pathways/proposals';
import { sql } from 'kysely';
import type { Tx } from '../../db/database.ts';
import { recordsOf, standingId } from '../../people/index.ts';

/** A proposal as it lies in the database. */
export interface ProposalRow extends Omit<StepProposal, 'outcome'> {
  readonly personId: string;
  /** The record under which it was made, and whose data key opens what is written about it. */
  readonly recordId: string;
  readonly outcome: unknown;
}

/** A decision as it lies in the database, with what is sealed of it. */
export interface DecisionRow {
  readonly id: string;
  readonly personId: string;
  readonly recordId: string;
  readonly proposalId: string;
  readonly kind: string;
  readonly step: string | null;
  readonly reason: string | null;
  readonly wish: string | null;
  readonly functioning: string | null;
  readonly evaluatedOn: string | null;
  readonly sealed: Buffer | null;
  readonly decidedBy: string;
  readonly decidedAt: string;
  readonly decidedOn: string;
}

/** What was proposed for some people within reach, the oldest first. */
export async function listProposalRows(
  tx: Tx,
  actor: SignedInActor,
  people: readonly string[],
): Promise<ProposalRow[]> {
  if (people.length === 0) return [];
  return await tx
    .selectFrom('stepProposal')
    .select(['id', 'personId as recordId', standingId('stepProposal.personId').as('personId')])
    .select(['assessmentId', 'versionId', 'outcome', 'countsFrom', 'countsOn', 'actBy'])
    .select(['madeAt', 'madeOn'])
    .where('personId', '=', recordsOf(people))
    .where('programmeId', '=', actor.programmeId)
    .orderBy('madeAt')
    .orderBy('id')
    .execute();
}

/** For whom of some people within reach a step was proposed that counts from a day between two. */
export async function listProposedOn(
  tx: Tx,
  actor: SignedInActor,
  {
    people,
    step,
    from,
    to,
  }: {
    readonly people: readonly string[];
    readonly step: Step;
    readonly from: string;
    readonly to: string;
  },
): Promise<ReadonlySet<string>> {
  if (people.length === 0) return new Set();
  const rows = await tx
    .selectFrom('stepProposal')
    .select(standingId('stepProposal.personId').as('personId'))
    .where('personId', '=', recordsOf(people))
    .where('programmeId', '=', actor.programmeId)
    .where(sql<boolean>`outcome ->> 'step' = ${step}`)
    .where('countsOn', '>=', from)
    .where('countsOn', '<=', to)
    .execute();
  return new Set(rows.map(({ personId }) => personId));
}

/** What was decided about some people within reach, the oldest first. */
export async function listDecisionRows(
  tx: Tx,
  actor: SignedInActor,
  people: readonly string[],
): Promise<DecisionRow[]> {
  if (people.length === 0) return [];
  return await tx
    .selectFrom('stepDecision')
    .select(['id', 'personId as recordId', standingId('stepDecision.personId').as('personId')])
    .select(['proposalId', 'kind', 'step', 'reason', 'wish', 'functioning', 'evaluatedOn'])
    .select(['sealed', 'decidedBy', 'decidedAt', 'decidedOn'])
    .where('personId', '=', recordsOf(people))
    .where('programmeId', '=', actor.programmeId)
    .orderBy('decidedAt')
    .orderBy('id')
    .execute();
}

/** Makes whoever proposes for the same person, or decides about her, wait. */
export async function lockSteps(tx: Tx, personId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended('steps ' || ${personId}, 0))`.execute(tx);
}

export async function insertProposal(
  tx: Tx,
  actor: SignedInActor,
  row: StepProposal & { readonly personId: string },
): Promise<void> {
  await tx
    .insertInto('stepProposal')
    .values({
      ...row,
      outcome: JSON.stringify(row.outcome),
      programmeId: actor.programmeId,
      madeBy: actor.accountId,
    })
    .execute();
}

type Said<Decision> = Decision extends StepDecision ? Omit<Decision, 'words'> : never;

export async function insertDecision(
  tx: Tx,
  actor: SignedInActor,
  row: Said<StepDecision> & { readonly recordId: string; readonly sealed: Buffer | null },
): Promise<void> {
  const { recordId, ...said } = row;
  await tx
    .insertInto('stepDecision')
    .values({ ...said, personId: recordId, programmeId: actor.programmeId })
    .execute();
}

/** The names of those who decided about some people within reach, by account. */
export async function listDeciders(tx: Tx, people: readonly string[]) {
  const { rows } = await sql<{ personId: string; accountId: string; name: string }>`
    select who as "personId", decider.account_id as "accountId", decider.display_name as name
    from unnest(${[...people]}::uuid[]) as who cross join lateral step_deciders(who) as decider`.execute(
    tx,
  );
  return rows;
}

/** Who of these people agreed to screening, on a day: without it nothing new is proposed. */
export async function listAgreedToProposals(
  tx: Tx,
  { people, on }: { people: readonly string[]; on: string },
): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ person: string }>`
    select person from unnest(${[...people]}::uuid[]) as person
    where consent_allows(person, 'screening', null, ${on}::date)`.execute(tx);
  return new Set(rows.map(({ person }) => person));
}

export interface GapCounts {
  readonly region: string | null;
  readonly waiting: number;
  readonly overdue: number;
  readonly unevaluated: number;
  readonly unassigned: number;
}

/** Where care stops short in the actor's regions, in whole fives. */
export async function countCareGaps(
  tx: Tx,
  { now, today, days }: { now: string; today: string; days: number },
): Promise<GapCounts[]> {
  const { rows } = await sql<GapCounts>`
    select region_code as region, waiting, overdue, unevaluated, unassigned
    from care_gap_counts(${now}::timestamptz, ${today}::date, ${days}) order by region_code`.execute(
    tx,
  );
  return rows;
}

/** Who may look again at what was proposed for somebody, beside the actor. */
export async function listStepReviewers(tx: Tx, personId: string): Promise<string[]> {
  const { rows } = await sql<{ accountId: string }>`
    select account_id as "accountId" from step_reviewers(${personId}::uuid)`.execute(tx);
  return rows.map(({ accountId }) => accountId);
}
