import type { SignedInActor } from '@tirek/domain/access';
import type { Paper, PaperInput, PaperKind } from '@tirek/domain/people/papers';
import { sql } from 'kysely';
import type { Tx } from '../../db/database.ts';
import { recordsOf, standingId } from '../merging/queries.ts';

/** Every version of the papers of some people, as far as they are within reach; the oldest first. */
export async function listPapers(
  tx: Tx,
  actor: SignedInActor,
  people: readonly string[],
): Promise<Paper[]> {
  if (people.length === 0) return [];
  const rows = await tx
    .selectFrom('paper')
    .select([
      'subjectId',
      standingId('paper.personId').as('personId'),
      'version',
      'kind',
      'state',
      standingId('paper.aboutPersonId').as('aboutPersonId'),
      'sinceOn as since',
      'actor',
      'step',
      'dueOn',
      'expiresOn',
      'recordedOn',
    ])
    .where('personId', '=', recordsOf(people))
    .where('programmeId', '=', actor.programmeId)
    .orderBy('recordedAt')
    .orderBy('version')
    .execute();
  return rows as Paper[];
}

/** Makes whoever writes about the same paper wait. */
export async function lockPaper(tx: Tx, subjectId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended('paper ' || ${subjectId}, 0))`.execute(
    tx,
  );
}

export async function insertPaper(
  tx: Tx,
  actor: SignedInActor,
  row: PaperInput & { id: string; personId: string; version: number; now: string; today: string },
): Promise<void> {
  const { now, today, since, ...rest } = row;
  await tx
    .insertInto('paper')
    .values({
      ...rest,
      sinceOn: since,
      programmeId: actor.programmeId,
      recordedBy: actor.accountId,
      recordedAt: now,
      recordedOn: today,
    })
    .execute();
}

/** Which of these people agreed to a record being kept, on a day. */
export async function listAgreed(
  tx: Tx,
  { people, on }: { people: readonly string[]; on: string },
): Promise<string[]> {
  const { rows } = await sql<{ person: string }>`
    select person from unnest(${[...people]}::uuid[]) as person
    where consent_allows(person, 'service', null, ${on}::date)`.execute(tx);
  return rows.map(({ person }) => person);
}

/** People of the actor's regions who wait for a paper, in whole fives. */
export async function countPapers(
  tx: Tx,
): Promise<{ region: string | null; kind: PaperKind; people: number }[]> {
  const { rows } = await sql<{ region: string | null; kind: PaperKind; people: number }>`
    select region_code as region, kind, people from paper_counts() order by region_code, kind`.execute(
    tx,
  );
  return rows;
}
