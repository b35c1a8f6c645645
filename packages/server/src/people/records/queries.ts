import type { SignedInActor } from '@tirek/domain/access';
import type { Residence, Sex } from '@tirek/domain/people';
import { type RawBuilder, sql } from 'kysely';
import type { Tx } from '../../db/database.ts';
import { recordsOf, standingId } from '../merging/queries.ts';

export interface PersonRow {
  readonly id: string;
  readonly sex: Sex;
  readonly registeredAt: string;
}

/** What the record that stands tells of a person's sex; where it tells nothing, what another record does. */
const sexOf = (person: RawBuilder<string>) => sql<Sex>`(
  select record.sex from person record where record.id = any (array(
    select ${person} union all select other.merged_id from standing_merge other where other.person_id = ${person}))
  order by record.sex = 'unknown', record.id <> ${person}, record.id limit 1)`;

/** Somebody within the actor's reach, or null. */
export async function findPerson(tx: Tx, actor: SignedInActor, id: string) {
  const row = await tx
    .selectFrom('person')
    .select(['id', 'registeredAt'])
    .select(sexOf(sql`person.id`).as('sex'))
    .where('id', '=', id)
    .where('programmeId', '=', actor.programmeId)
    .executeTakeFirst();
  return (row as PersonRow | undefined) ?? null;
}

/** Those of some people who are within the actor's reach. */
export async function listPersons(
  tx: Tx,
  actor: SignedInActor,
  ids: readonly string[],
): Promise<PersonRow[]> {
  if (ids.length === 0) return [];
  return await tx
    .selectFrom('person')
    .select(['id', 'registeredAt'])
    .select(sexOf(sql`person.id`).as('sex'))
    .where('id', 'in', [...ids])
    .where('programmeId', '=', actor.programmeId)
    .execute();
}

/** Those of some people within the actor's reach whose files are put away, and with them their names. */
export async function listAway(tx: Tx, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ id: string }>`
    select away.id from people_put_away() away (id) where away.id = any (${[...ids]}::uuid[])`.execute(
    tx,
  );
  return new Set(rows.map(({ id }) => id));
}

export async function insertPerson(
  tx: Tx,
  actor: SignedInActor,
  person: { id: string; sex: Sex; searchId: string; now: string },
): Promise<void> {
  const { now, ...rest } = person;
  await tx
    .insertInto('person')
    .values({
      ...rest,
      programmeId: actor.programmeId,
      registeredBy: actor.accountId,
      registeredAt: now,
    })
    .execute();
}

export async function insertFamily(
  tx: Tx,
  actor: SignedInActor,
  { id, now }: { id: string; now: string },
): Promise<void> {
  await tx
    .insertInto('family')
    .values({ id, programmeId: actor.programmeId, madeBy: actor.accountId, madeAt: now })
    .execute();
}

export async function insertMember(
  tx: Tx,
  actor: SignedInActor,
  member: { id: string; familyId: string; personId: string; from: string | null; now: string },
): Promise<void> {
  const { from, now, ...rest } = member;
  await tx
    .insertInto('familyMember')
    .values({
      ...rest,
      programmeId: actor.programmeId,
      fromOn: from,
      addedBy: actor.accountId,
      addedAt: now,
    })
    .execute();
}

/** Takes somebody out of a family within reach, with all her records. @returns whether she was in it. */
export async function endMember(
  tx: Tx,
  actor: SignedInActor,
  { personId, familyId, until }: { personId: string; familyId: string; until: string },
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('familyMember')
    .set({ untilOn: until, endedBy: actor.accountId })
    .where('personId', '=', recordsOf([personId]))
    .where('familyId', '=', familyId)
    .where('untilOn', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** Whether somebody belongs to a held family besides this one, within reach or not. */
export async function isInAnotherFamily(
  tx: Tx,
  { personId, familyId }: { personId: string; familyId: string },
): Promise<boolean> {
  const { rows } = await sql<{ is: boolean }>`
    select is_in_another_family(${personId}, ${familyId}) as is`.execute(tx);
  return rows[0]?.is ?? false;
}

export interface MemberRow {
  readonly id: string;
  readonly familyId: string;
  readonly personId: string;
  readonly sex: Sex;
  readonly from: string | null;
}

/** The members of today of families within reach, in the order in which they came. */
export async function listMembers(tx: Tx, familyIds: readonly string[]): Promise<MemberRow[]> {
  if (familyIds.length === 0) return [];
  const standing = sql<string>`coalesce(merge.person_id, person.id)`;
  const rows = await tx
    .selectFrom('familyMember')
    .innerJoin('person', 'person.id', 'familyMember.personId')
    .leftJoin(
      sql<{ personId: string; mergedId: string }>`standing_merge`.as('merge'),
      'merge.mergedId',
      'person.id',
    )
    .select([
      'familyMember.id',
      'familyMember.familyId',
      'familyMember.fromOn as from',
      standing.as('personId'),
      sexOf(standing).as('sex'),
    ])
    .where('familyMember.familyId', 'in', [...familyIds])
    .where('familyMember.untilOn', 'is', null)
    .orderBy('familyMember.addedAt')
    .orderBy('familyMember.id')
    .execute();
  return onceEach(rows as MemberRow[]);
}

/** Two records of one person in one family are one member. */
function onceEach<Row extends { readonly familyId: string; readonly personId: string }>(
  members: readonly Row[],
): Row[] {
  const seen = new Set<string>();
  return members.filter(({ familyId, personId }) => {
    const key = `${familyId} ${personId}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

/** The families of today to which some people belong, as far as they are within reach; under whichever of their records. */
export async function listFamiliesOf(
  tx: Tx,
  people: readonly string[],
): Promise<{ personId: string; familyId: string }[]> {
  if (people.length === 0) return [];
  const rows = await tx
    .selectFrom('familyMember')
    .select(['familyId', standingId('familyMember.personId').as('personId')])
    .where('personId', '=', recordsOf(people))
    .where('untilOn', 'is', null)
    .orderBy('addedAt')
    .execute();
  return onceEach(rows);
}

/** The families of today to which somebody belongs, as far as they are within reach. */
export async function listFamilyIdsOf(tx: Tx, personId: string): Promise<string[]> {
  const rows = await tx
    .selectFrom('familyMember')
    .select('familyId')
    .where('personId', '=', recordsOf([personId]))
    .where('untilOn', 'is', null)
    .orderBy('addedAt')
    .execute();
  return [...new Set(rows.map(({ familyId }) => familyId))];
}

/** Every family within reach that somebody belongs or belonged to, with who else did. */
export async function listMemberships(
  tx: Tx,
  personId: string,
): Promise<{ from: string | null; until: string | null; beside: string[] }[]> {
  return await tx
    .selectFrom('familyMember as own')
    .select([
      'own.fromOn as from',
      'own.untilOn as until',
      sql<string[]>`array(select distinct kin.person_id from family_member kin
        where kin.family_id = own.family_id and not kin.person_id = ${recordsOf([personId])})`.as(
        'beside',
      ),
    ])
    .where('own.personId', '=', recordsOf([personId]))
    .orderBy('own.addedAt')
    .execute();
}

/** In how many families that others hold somebody within reach is recorded too. */
export async function countFamiliesElsewhere(tx: Tx, personId: string): Promise<number> {
  const { rows } = await sql<{ families: number }>`
    select families_elsewhere(${personId}) as families`.execute(tx);
  return rows[0]?.families ?? 0;
}

/** Where somebody lived and lives, the newest first; of several ids as of one person. */
export async function listResidences(tx: Tx, people: readonly string[]): Promise<Residence[]> {
  const [today, ...before] = await tx
    .selectFrom('residence')
    .select(['id', 'regionCode as region', 'fromOn as from', 'untilOn as until'])
    .where('personId', '=', recordsOf(people))
    .orderBy(sql`until_on is null`, 'desc')
    .orderBy('recordedAt', 'desc')
    .execute();
  return today ? livedIn(today, before) : [];
}

/** Where each of some people lived and lives, the newest first. */
export async function listResidencesOf(
  tx: Tx,
  people: readonly string[],
): Promise<ReadonlyMap<string, Residence[]>> {
  if (people.length === 0) return new Map();
  const rows = await tx
    .selectFrom('residence')
    .select(['id', 'regionCode as region', 'fromOn as from', 'untilOn as until'])
    .select(standingId('residence.personId').as('personId'))
    .where('personId', '=', recordsOf(people))
    .orderBy(sql`until_on is null`, 'desc')
    .orderBy('recordedAt', 'desc')
    .execute();
  const byPerson = Map.groupBy(rows, ({ personId }) => personId);
  return new Map(
    [...byPerson].map(([personId, own]) => {
      const [today, ...before] = own.map(({ personId: _, ...rest }): Residence => rest);
      return [personId, today ? livedIn(today, before) : []];
    }),
  );
}

function livedIn(today: Residence, before: readonly Residence[]): Residence[] {
  // Where another record of hers has her living still, she lived until she moved to where she lives today.
  return [today, ...before.map((each) => ({ ...each, until: each.until ?? today.from }))];
}

export async function insertResidence(
  tx: Tx,
  actor: SignedInActor,
  residence: { id: string; personId: string; region: string; from: string | null; now: string },
): Promise<void> {
  const { id, personId, region, from, now } = residence;
  await tx
    .insertInto('residence')
    .values({
      id,
      programmeId: actor.programmeId,
      personId,
      regionCode: region,
      fromOn: from,
      recordedBy: actor.accountId,
      recordedAt: now,
    })
    .execute();
}

/** Ends the residence of today, where there is one. */
export async function endResidence(
  tx: Tx,
  actor: SignedInActor,
  { personId, until }: { personId: string; until: string },
): Promise<void> {
  await tx
    .updateTable('residence')
    .set({ untilOn: until, endedBy: actor.accountId })
    // Of this record alone: what another one says stays said.
    .where('personId', '=', personId)
    .where('untilOn', 'is', null)
    .execute();
}

/** The languages somebody speaks, best first; of several ids as of one person. */
export async function findLanguages(tx: Tx, people: readonly string[]): Promise<string[]> {
  const row = await tx
    .selectFrom('spokenLanguages')
    .select('languages')
    .where('personId', '=', recordsOf(people))
    .orderBy('recordedAt', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.languages ?? [];
}

/** The languages that each of some people speaks, best first. */
export async function listLanguages(
  tx: Tx,
  people: readonly string[],
): Promise<ReadonlyMap<string, string[]>> {
  if (people.length === 0) return new Map();
  const standing = standingId('spokenLanguages.personId');
  const rows = await tx
    .selectFrom('spokenLanguages')
    .distinctOn(standing)
    .select([standing.as('personId'), 'languages'])
    .where('personId', '=', recordsOf(people))
    .orderBy(standing)
    .orderBy('recordedAt', 'desc')
    .orderBy('id', 'desc')
    .execute();
  return new Map(rows.map(({ personId, languages }) => [personId, languages]));
}

export async function insertLanguages(
  tx: Tx,
  actor: SignedInActor,
  row: { id: string; personId: string; languages: readonly string[]; now: string },
): Promise<void> {
  const { languages, now, ...rest } = row;
  await tx
    .insertInto('spokenLanguages')
    .values({
      ...rest,
      programmeId: actor.programmeId,
      languages: [...languages],
      recordedBy: actor.accountId,
      recordedAt: now,
    })
    .execute();
}
