import type { SignedInActor } from '@tirek/domain/access';
import type { LegalDemand } from '@tirek/domain/privacy/demands';
import { sql } from 'kysely';
import type { Tx } from '../../db/database.ts';

type Closing = NonNullable<LegalDemand['closing']>;

/** A demand as it lies in the database, with the newest answer that was proposed. */
export interface DemandRow {
  readonly id: string;
  readonly from: LegalDemand['from'];
  readonly basis: LegalDemand['basis'];
  readonly writtenOn: string;
  readonly receivedOn: string;
  readonly dueOn: string;
  readonly asked: Buffer;
  readonly answerId: string;
  readonly answerVersion: number;
  readonly answerKind: LegalDemand['answer']['kind'];
  readonly why: Buffer;
  readonly proposedBy: string;
  readonly proposer: string | null;
  readonly proposedAt: string;
  readonly isAgreed: boolean | null;
  readonly words: Buffer | null;
  readonly decider: string | null;
  readonly decidedAt: string | null;
  readonly answeredOn: string | null;
  readonly telling: Closing['telling'] | null;
  readonly barredBy: Closing['barredBy'];
}

/** The demands of the programme, those that are not closed first, the nearest day at the top. */
export async function listDemandRows(tx: Tx, actor: SignedInActor): Promise<DemandRow[]> {
  const { rows } = await sql<DemandRow>`
    select demand.id, demand.from_body as "from", demand.basis, demand.written_on, demand.received_on, demand.due_on, demand.asked,
      answer.id as answer_id, answer.version as answer_version, answer.kind as answer_kind, answer.why, answer.proposed_by,
      demand_colleague(demand.id, answer.proposed_by) as proposer, answer.proposed_at,
      decision.is_agreed, decision.words, demand_colleague(demand.id, decision.decided_by) as decider, decision.decided_at,
      closing.answered_on, closing.telling, closing.barred_by
    from legal_demand demand
    join lateral (
      select * from legal_demand_answer known where known.demand_id = demand.id order by known.version desc limit 1) answer on true
    left join legal_demand_decision decision on decision.answer_id = answer.id
    left join legal_demand_closing closing on closing.demand_id = demand.id
    where demand.programme_id = ${actor.programmeId}
    order by closing.demand_id is not null, demand.due_on, demand.received_on desc, demand.id`.execute(
    tx,
  );
  return rows;
}

export async function insertDemand(
  tx: Tx,
  actor: SignedInActor,
  demand: Pick<LegalDemand, 'id' | 'from' | 'basis' | 'writtenOn' | 'receivedOn' | 'dueOn'> & {
    readonly asked: Buffer;
    readonly now: string;
  },
): Promise<void> {
  const { from, now, ...row } = demand;
  await tx
    .insertInto('legalDemand')
    .values({
      ...row,
      fromBody: from,
      programmeId: actor.programmeId,
      recordedBy: actor.accountId,
      recordedAt: now,
    })
    .execute();
}

export async function insertAnswer(
  tx: Tx,
  actor: SignedInActor,
  answer: {
    readonly id: string;
    readonly demandId: string;
    readonly version: number;
    readonly kind: string;
    readonly why: Buffer;
    readonly now: string;
  },
): Promise<void> {
  const { now, ...row } = answer;
  await tx
    .insertInto('legalDemandAnswer')
    .values({
      ...row,
      programmeId: actor.programmeId,
      proposedBy: actor.accountId,
      proposedAt: now,
    })
    .execute();
}

export async function insertDemandDecision(
  tx: Tx,
  actor: SignedInActor,
  decision: {
    readonly demandId: string;
    readonly answerId: string;
    readonly proposedBy: string;
    readonly isAgreed: boolean;
    readonly words: Buffer | null;
    readonly now: string;
  },
): Promise<void> {
  const { now, ...row } = decision;
  await tx
    .insertInto('legalDemandDecision')
    .values({
      ...row,
      programmeId: actor.programmeId,
      decidedBy: actor.accountId,
      decidedAt: now,
    })
    .execute();
}

export async function insertDemandClosing(
  tx: Tx,
  actor: SignedInActor,
  closing: Closing & { readonly demandId: string; readonly now: string },
): Promise<void> {
  const { now, ...row } = closing;
  await tx
    .insertInto('legalDemandClosing')
    .values({
      ...row,
      programmeId: actor.programmeId,
      recordedBy: actor.accountId,
      recordedAt: now,
    })
    .execute();
}
