import type { SignedInActor } from '@tirek/domain/access';
import {
  Circumstance,
  type CircumstanceValue,
  periodsOf,
  type Schooling,
  type Section,
} from '@tirek/domain/people/circumstances';
import { sql } from 'kysely';
import * as z from 'zod/mini';
import type { Tx } from '../../db/database.ts';
import { recordsOf, standingId } from '../merging/queries.ts';

/** A version as it lies in the database, with what is sealed of it. */
export interface CircumstanceRow {
  readonly id: string;
  readonly personId: string;
  /** The record under which it was written, and whose data key opens it. */
  readonly recordId: string;
  readonly section: Section;
  readonly version: number;
  readonly since: string;
  readonly value: unknown;
  readonly sealed: Buffer | null;
  readonly recordedOn: string;
}

/** Every version of the parts that the actor may read of some people within reach. */
export async function listCircumstances(
  tx: Tx,
  actor: SignedInActor,
  people: readonly string[],
): Promise<CircumstanceRow[]> {
  if (people.length === 0) return [];
  const rows = await tx
    .selectFrom('circumstance')
    .select([
      'id',
      standingId('circumstance.personId').as('personId'),
      'personId as recordId',
      'section',
      'version',
      'sinceOn as since',
      'value',
      'sealed',
      'recordedOn',
    ])
    .where('personId', '=', recordsOf(people))
    .where('programmeId', '=', actor.programmeId)
    .orderBy('section')
    .orderBy('version')
    .execute();
  return rows as CircumstanceRow[];
}

/** How some people learn today and since when, as far as the actor may know; without the name of the school, which is sealed. */
export async function listSchooling(
  tx: Tx,
  actor: SignedInActor,
  people: readonly string[],
): Promise<Map<string, Pick<Schooling, 'state' | 'grade'> & { since: string }>> {
  const standing = await listStanding(tx, actor, { people, section: 'schooling' });
  return new Map(
    standing.flatMap(({ personId, since, told }) => {
      if (told.section !== 'schooling') return [];
      const { state, grade } = told.value;
      return [[personId, { state, grade, since }] as const];
    }),
  );
}

/** Who of some people is on the way to help in learning, and by when the next step is due. */
export async function listLearning(
  tx: Tx,
  actor: SignedInActor,
  people: readonly string[],
): Promise<{ personId: string; since: string; dueOn: string }[]> {
  const standing = await listStanding(tx, actor, { people, section: 'learning' });
  return standing.flatMap(({ personId, since, told }) => {
    const dueOn = told.section === 'learning' ? told.value.dueOn : null;
    return dueOn === null ? [] : [{ personId, since, dueOn }];
  });
}

/** What holds of one part for some people, without what is sealed of it. */
async function listStanding(
  tx: Tx,
  actor: SignedInActor,
  { people, section }: { readonly people: readonly string[]; readonly section: Section },
): Promise<{ personId: string; since: string; told: CircumstanceValue }[]> {
  if (people.length === 0) return [];
  const rows = await tx
    .selectFrom('circumstance')
    .select([
      standingId('circumstance.personId').as('personId'),
      'section',
      'version',
      'sinceOn as since',
      'value',
      'recordedOn',
    ])
    .where('personId', '=', recordsOf(people))
    .where('section', '=', section)
    .where('programmeId', '=', actor.programmeId)
    .execute();
  const versions = rows.map(({ value, ...row }) =>
    z.parse(Circumstance, {
      ...row,
      told: value && {
        section,
        value: section === 'schooling' ? { ...(value as object), school: '' } : value,
      },
    }),
  );
  return [...Map.groupBy(versions, ({ personId }) => personId)].flatMap(([personId, own]) => {
    const [now] = periodsOf(own, section);
    return now ? [{ personId, since: now.since, told: now.told }] : [];
  });
}

/** Makes whoever writes about the same person wait. */
export async function lockCircumstances(tx: Tx, personId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended('circumstances ' || ${personId}, 0))`.execute(
    tx,
  );
}

export async function insertCircumstance(
  tx: Tx,
  actor: SignedInActor,
  row: Omit<CircumstanceRow, 'value' | 'recordId'> & { value: object | null; now: string },
): Promise<void> {
  const { since, value, now, ...rest } = row;
  await tx
    .insertInto('circumstance')
    .values({
      ...rest,
      sinceOn: since,
      value: value === null ? null : JSON.stringify(value),
      programmeId: actor.programmeId,
      recordedBy: actor.accountId,
      recordedAt: now,
    })
    .execute();
}
