import type { SignedInActor } from '@tirek/domain/access';
import type {
  AidInput,
  MaterialAid,
  SupportBegin,
  SupportCourse,
  SupportEnd,
  SupportSession,
} from '@tirek/domain/support';
import { sql } from 'kysely';
import type { Tx } from '../db/database.ts';
import { recordsOf, standingId } from '../people/index.ts';

/** A meeting as it lies in the database, with what is sealed of it. */
export interface SessionRow extends Omit<SupportSession, 'note'> {
  /** The record under which it was written, and whose data key opens its note. */
  readonly recordId: string;
  readonly sealed: Buffer | null;
}

interface Recorded {
  readonly now: string;
  readonly today: string;
}

const recorded = (actor: SignedInActor, { now, today }: Recorded) => ({
  ...{ programmeId: actor.programmeId, recordedBy: actor.accountId },
  ...{ recordedAt: now, recordedOn: today },
});

export async function listCourses(
  tx: Tx,
  actor: SignedInActor,
  people: readonly string[],
): Promise<SupportCourse[]> {
  if (people.length === 0) return [];
  const rows = await tx
    .selectFrom('supportCourse')
    .select(['id', standingId('supportCourse.personId').as('personId'), 'isForFamily', 'kind'])
    .select(['method', 'giver', 'providerId', 'providerKind', 'need', 'groupId', 'beganOn'])
    .select(['recordedBy', 'recordedAt', 'recordedOn'])
    .where('personId', '=', recordsOf(people))
    .where('programmeId', '=', actor.programmeId)
    .orderBy('recordedAt')
    .orderBy('id')
    .execute();
  return rows as SupportCourse[];
}

export async function listSessionRows(
  tx: Tx,
  actor: SignedInActor,
  people: readonly string[],
): Promise<SessionRow[]> {
  if (people.length === 0) return [];
  const rows = await tx
    .selectFrom('supportSession')
    .select(['id', 'personId as recordId', standingId('supportSession.personId').as('personId')])
    .select(['courseId', 'heldOn', 'minutes', 'attendance', 'language', 'supersedes', 'sealed'])
    .select(['recordedBy', 'recordedAt', 'recordedOn'])
    .where('personId', '=', recordsOf(people))
    .where('programmeId', '=', actor.programmeId)
    .orderBy('recordedAt')
    .orderBy('id')
    .execute();
  return rows as SessionRow[];
}

export async function listEnds(
  tx: Tx,
  actor: SignedInActor,
  people: readonly string[],
): Promise<SupportEnd[]> {
  if (people.length === 0) return [];
  const rows = await tx
    .selectFrom('supportEnd')
    .select(['id', standingId('supportEnd.personId').as('personId'), 'courseId', 'endedOn', 'how'])
    .select(['recordedBy', 'recordedAt', 'recordedOn'])
    .where('personId', '=', recordsOf(people))
    .where('programmeId', '=', actor.programmeId)
    .orderBy('id')
    .execute();
  return rows as SupportEnd[];
}

export async function listAid(
  tx: Tx,
  actor: SignedInActor,
  people: readonly string[],
): Promise<MaterialAid[]> {
  if (people.length === 0) return [];
  const rows = await tx
    .selectFrom('materialAid')
    .select(['id', standingId('materialAid.personId').as('personId'), 'isForFamily', 'kind'])
    .select(['amount', 'currency', 'providerId', 'need', 'handedOn', 'supersedes', 'isGiven'])
    .select(['recordedBy', 'recordedAt', 'recordedOn'])
    .where('personId', '=', recordsOf(people))
    .where('programmeId', '=', actor.programmeId)
    .orderBy('recordedAt')
    .orderBy('id')
    .execute();
  return rows as MaterialAid[];
}

/** Makes whoever writes down help for the same people wait. */
export async function lockSupport(tx: Tx, people: readonly string[]): Promise<void> {
  for (const personId of people.toSorted()) {
    await sql`select pg_advisory_xact_lock(hashtextextended('support ' || ${personId}, 0))`.execute(
      tx,
    );
  }
}

export async function insertCourse(
  tx: Tx,
  actor: SignedInActor,
  row: Recorded &
    SupportBegin &
    Pick<SupportCourse, 'id' | 'personId' | 'providerKind' | 'beganOn'>,
): Promise<void> {
  const { now, today, ...rest } = row;
  await tx
    .insertInto('supportCourse')
    .values({ ...rest, ...recorded(actor, { now, today }) })
    .execute();
}

export async function insertSession(
  tx: Tx,
  actor: SignedInActor,
  row: Recorded &
    Omit<SupportSession, 'note' | 'recordedBy' | 'recordedAt' | 'recordedOn'> & {
      readonly sealed: Buffer | null;
    },
): Promise<void> {
  const { now, today, ...rest } = row;
  await tx
    .insertInto('supportSession')
    .values({ ...rest, ...recorded(actor, { now, today }) })
    .execute();
}

export async function insertEnd(
  tx: Tx,
  actor: SignedInActor,
  row: Recorded & Pick<SupportEnd, 'id' | 'courseId' | 'personId' | 'endedOn' | 'how'>,
): Promise<void> {
  const { now, today, ...rest } = row;
  await tx
    .insertInto('supportEnd')
    .values({ ...rest, ...recorded(actor, { now, today }) })
    .execute();
}

export async function insertAid(
  tx: Tx,
  actor: SignedInActor,
  row: Recorded & AidInput & Pick<MaterialAid, 'id' | 'personId'>,
): Promise<void> {
  const { now, today, ...rest } = row;
  await tx
    .insertInto('materialAid')
    .values({ ...rest, ...recorded(actor, { now, today }) })
    .execute();
}

/** The names of those who wrote down help for some people within reach, by account. */
export async function listAuthors(tx: Tx, people: readonly string[]) {
  const { rows } = await sql<{ personId: string; accountId: string; name: string }>`
    select who as "personId", author.account_id as "accountId", author.display_name as name
    from unnest(${[...people]}::uuid[]) as who cross join lateral support_authors(who) as author`.execute(
    tx,
  );
  return rows;
}
