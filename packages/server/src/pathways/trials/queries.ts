import type { SignedInActor } from '@tirek/domain/access';
import { DEFAULT_PATHWAY, Pathway } from '@tirek/domain/pathways';
import { liveCount } from '@tirek/domain/reports';
import {
  type PathwayTrial,
  type StoredPerson,
  type ToldTrial,
  TrialResult,
  type Tried,
} from '@tirek/domain/reports/pathway-trials';
import { sql } from 'kysely';
import * as z from 'zod/mini';
import type { Tx } from '../../db/database.ts';

/** Every trial of the programme's versions, the newest first. */
export async function listTrials(tx: Tx, actor: SignedInActor): Promise<PathwayTrial[]> {
  const { rows } = await sql<Omit<PathwayTrial, 'result'> & { result: unknown }>`
    select trial.id, trial.version_id as "versionId", trial.asked_at as "askedAt", coalesce(who.display_name, '') as "askedBy",
      trial.people, trial.done, trial.made_at as "madeAt", trial.result
    from pathway_trial trial
    left join pathway_triers() who on who.account_id = trial.asked_by
    where trial.programme_id = ${actor.programmeId}
    order by trial.asked_at desc, trial.id`.execute(tx);
  return rows.map(({ result, people, done, ...row }) => ({
    ...row,
    people: people === null ? null : liveCount(people, 'network'),
    done: liveCount(done, 'network'),
    result: result === null ? null : z.parse(TrialResult, result),
  }));
}

/** @returns false where the version was tried this month already. */
export async function insertTrial(
  tx: Tx,
  actor: SignedInActor,
  row: {
    readonly id: string;
    readonly versionId: string;
    readonly againstId: string | null;
    readonly month: string;
    readonly now: string;
  },
): Promise<boolean> {
  const { now, ...asked } = row;
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('pathwayTrial')
    .values({
      ...{ ...asked, programmeId: actor.programmeId },
      ...{ askedBy: actor.accountId, askedAt: now },
    })
    .onConflict((conflict) => conflict.columns(['versionId', 'month']).doNothing())
    .executeTakeFirst();
  return (numInsertedOrUpdatedRows ?? 0n) > 0n;
}

/** A trial that goes on, with the two pathways. */
export interface OpenTrial {
  readonly id: string;
  readonly programmeId: string;
  readonly pathway: Pathway;
  readonly inForce: Pathway;
  readonly people: number | null;
  /** The last person of the newest piece; null before the first. */
  readonly lastId: string | null;
}

/** The trial that waits longest, held until the transaction ends; null where none waits or another process has it. */
export async function lockOpenTrial(tx: Tx): Promise<OpenTrial | null> {
  const { rows } = await sql<
    Omit<OpenTrial, 'pathway' | 'inForce'> & { pathway: unknown; inForce: unknown }
  >`
    select trial.id, trial.programme_id as "programmeId", tried.pathway, against.pathway as "inForce", trial.people,
      (select piece.last_id from pathway_trial_piece piece where piece.trial_id = trial.id
        order by piece.last_id desc limit 1) as "lastId"
    from pathway_trial trial
    join pathway_version tried on tried.id = trial.version_id
    left join pathway_version against on against.id = trial.against_id
    where trial.made_at is null
    order by trial.asked_at
    limit 1
    for update of trial skip locked`.execute(tx);
  const [row] = rows;
  return row
    ? {
        ...row,
        pathway: z.parse(Pathway, row.pathway),
        inForce: row.inForce === null ? DEFAULT_PATHWAY : z.parse(Pathway, row.inForce),
      }
    : null;
}

/** The next people in the order of their ids, as far as what decides a step lies open. */
export async function listPeopleToTry(
  tx: Tx,
  { after, limit, today }: { after: string | null; limit: number; today: string },
): Promise<StoredPerson[]> {
  type Row = Omit<StoredPerson, 'assessments' | 'decisions'> & {
    readonly assessments: ReadonlyArray<Omit<StoredPerson['assessments'][number], 'sealed'>>;
    readonly decisions: ReadonlyArray<Omit<StoredPerson['decisions'][number], 'words'>>;
  };
  const { rows } = await sql<Row>`
    select person_id as "personId", family_id as family, region_code as region, born_year as "bornYear", assessments, dangers,
      decisions
    from answers_to_try(${after}::uuid, ${limit}::integer, ${today}::date)`.execute(tx);
  return rows.map((row) => ({
    ...row,
    assessments: row.assessments.map((each) => ({ ...each, sealed: null })),
    decisions: row.decisions as StoredPerson['decisions'],
  }));
}

export async function countPeopleToTry(tx: Tx, today: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::integer as count from people_to_try(null, 1000000, ${today}::date)`.execute(
    tx,
  );
  return rows[0]?.count ?? 0;
}

/** What was counted of one piece: how many people come to the same, and from which families. */
export async function keepPiece(
  tx: Tx,
  piece: {
    readonly trialId: string;
    readonly lastId: string;
    readonly counted: readonly Tried[];
    readonly people: number;
    readonly looked: number;
  },
): Promise<void> {
  const { trialId, lastId, counted, people, looked } = piece;
  await tx
    .insertInto('pathwayTrialPiece')
    .values({ trialId, lastId, counted: JSON.stringify(counted) })
    .execute();
  await tx
    .updateTable('pathwayTrial')
    .set(({ eb }) => ({ people, done: eb('done', '+', looked) }))
    .where('id', '=', trialId)
    .execute();
}

/** Everybody who was counted. */
export async function listCounted(tx: Tx, trialId: string): Promise<Tried[]> {
  const rows = await tx
    .selectFrom('pathwayTrialPiece')
    .select('counted')
    .where('trialId', '=', trialId)
    .orderBy('lastId')
    .execute();
  return rows.flatMap(({ counted }) => counted as unknown as Tried[]);
}

/** What was told of the trials of the programme so far, with its true counts; the newest first. */
export async function listTrialReleases(tx: Tx, programmeId: string): Promise<unknown[]> {
  const rows = await tx
    .selectFrom('pathwayTrial')
    .select('releases')
    .where('programmeId', '=', programmeId)
    .where('releases', 'is not', null)
    .orderBy('askedAt', 'desc')
    .limit(24)
    .execute();
  return rows.map(({ releases }) => releases);
}

/** Keeps what may be told, and lets go of what it was made of; the first of several processes counts. */
export async function finishTrial(
  tx: Tx,
  { id, told, now }: { readonly id: string; readonly told: ToldTrial; readonly now: string },
): Promise<void> {
  await tx
    .updateTable('pathwayTrial')
    .set({
      madeAt: now,
      result: told.kind === 'told' ? JSON.stringify(told.result) : null,
      releases: told.kind === 'told' ? JSON.stringify(told.releases) : null,
    })
    .where('id', '=', id)
    .where('madeAt', 'is', null)
    .execute();
  await tx.deleteFrom('pathwayTrialPiece').where('trialId', '=', id).execute();
}
