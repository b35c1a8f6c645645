import { namesSearched, type peopleContract } from '@tirek/domain/people';
import { CAST_REGION, castId } from '../demo/cast.ts';
import { derivedKey } from '../http/derived-key.ts';
import type { Position } from '../test/matrix/positions.ts';
import { MARKS, type MatrixInputs, type MatrixWorld } from '../test/matrix/world.ts';
import { insertPosition, rowsAsOwner } from '../test/queries.ts';
import { TEST_KEY } from '../test/throw-away-database.ts';
import { bornOn, type MadeUpPerson, queryOf, registrationOf } from './test/registering.ts';
import { nameMark } from './vault/name-hashes.ts';

export type Registered = { personId: string; familyId: string };

/**
 * What every position finds: two families it holds itself, one that it supervises (held by `mate`), and one that others hold.
 * Held as by mistake too: an analyst in whose caseload a family lies must not see it.
 */
interface Standing {
  readonly mine: Registered;
  readonly also: Registered;
  readonly ofTeam: Registered;
  readonly elsewhere: Registered;
  readonly mates: readonly [string, string];
}

async function practitioner({ app, programmeId, newId }: MatrixWorld): Promise<string> {
  const accountId = newId();
  await insertPosition(app.database, {
    accountId,
    programmeId,
    signInName: `mate-${accountId}`,
    assignments: [{ role: 'practitioner', region: CAST_REGION }],
  });
  return accountId;
}

export const standing = (world: MatrixWorld, position: Position): Promise<Standing> =>
  world.once(`standing ${position.name}`, async () => {
    const { app, programmeId, newId } = world;
    const mates = [await practitioner(world), await practitioner(world)] as const;
    const [mate] = mates;
    const mine = await registered(world, mate, {
      given: MARKS.programme,
      birth: bornOn('1990-05-17'),
    });
    const also = await registered(world, mate, { given: MARKS.programme });
    const ofTeam = await registered(world, mate, {
      ...{ given: MARKS.region, birth: bornOn('1991-02-03') },
    });
    const elsewhere = await world.once('person elsewhere', async () =>
      registered(world, await practitioner(world), { given: MARKS.elsewhere }),
    );
    if (position.accountId !== null && position.name !== 'stranger') {
      await rowsAsOwner(
        app.database,
        'update caseload set account_id = $1 where family_id = any ($2)',
        [position.accountId, [mine.familyId, also.familyId]],
      );
      for (const practitionerId of mates) {
        await rowsAsOwner(
          app.database,
          `insert into supervision (id, programme_id, supervisor_id, practitioner_id, from_at, assigned_by)
           values ($1, $2, $3, $4, now(), $5)`,
          [newId(), programmeId, position.accountId, practitionerId, castId('kairat')],
        );
      }
    }
    return { mine, also, ofTeam, elsewhere, mates };
  });

/** What the position may see if it may see anybody: a supervisor her team's, everybody else his own. */
export const nearest = async (world: MatrixWorld, position: Position): Promise<Registered> => {
  const { mine, ofTeam } = await standing(world, position);
  return position.name.startsWith('supervisor') ? ofTeam : mine;
};

/** A search that the position has just ended, made by the owner. @returns its id. */
export async function searched(
  { app, programmeId, otherProgrammeId, newId }: MatrixWorld,
  { name, accountId }: Pick<Position, 'name' | 'accountId'>,
  { names, shown }: { names: string; shown: readonly string[] },
): Promise<string> {
  const id = newId();
  if (accountId === null) return id;
  const programme = name === 'stranger' ? otherProgrammeId : programmeId;
  const mark = nameMark(names, programme, (purpose) => derivedKey(TEST_KEY, purpose));
  await rowsAsOwner(
    app.database,
    `insert into identity_search (id, programme_id, account_id, searched_at, name_mark, candidates, shown)
     values ($1, $2, $3, $4, $5, $6, $6)`,
    [id, programme, accountId, app.clock.now(), mark, shown],
  );
  return id;
}

/**
 * Somebody registered by a practitioner. Nobody searches first: hundreds in the matrix have one of three names, and each would be
 * compared with all before.
 */
export async function registered(
  world: MatrixWorld,
  accountId: string,
  person: MadeUpPerson,
): Promise<Registered> {
  const names = namesSearched({ given: person.given, family: person.family ?? '' });
  const searchId = await searched(world, { name: 'mate', accountId }, { names, shown: [] });
  const registration = registrationOf(person, searchId);
  return await world.app.asAccount(accountId).call('registerPerson', registration);
}

export const peopleMatrixInputs: MatrixInputs<keyof typeof peopleContract> = {
  async searchPeople(world, position) {
    await standing(world, position);
    return { id: world.newId(), query: queryOf({ given: MARKS.elsewhere }) };
  },
  async openPerson(world, position) {
    const { personId } = (await standing(world, position)).elsewhere;
    const searchId = await searched(world, position, { names: '', shown: [personId] });
    return { id: world.newId(), personId, searchId, reason: 'same-person' as const };
  },
  async registerPerson(world, position) {
    const person = { given: 'Жаңа', family: 'Адам' };
    const names = namesSearched(person);
    const searchId = await searched(world, position, { names, shown: [] });
    return registrationOf(person, searchId);
  },
  async getPerson(world, position) {
    const { personId } = await nearest(world, position);
    return { personId };
  },
  async changeIdentity(world, position) {
    const { personId } = await nearest(world, position);
    const person = { given: MARKS.programme, family: 'Басқа', birth: bornOn('1990-05-17') };
    const { identity } = registrationOf(person, '');
    return { id: world.newId(), personId, basedOn: 1, identity };
  },
  async recordLanguages(world, position) {
    const { personId } = await nearest(world, position);
    return { id: world.newId(), personId, languages: ['ru'] };
  },
  async recordMove(world, position) {
    const { personId } = await nearest(world, position);
    return { id: world.newId(), personId, region: 'KZ-75', from: '2026-05-01' };
  },
  listFamilies: async (world, position) => {
    await standing(world, position);
    return {};
  },
  async getFamily(world, position) {
    const { familyId } = await nearest(world, position);
    return { familyId };
  },
  async addFamilyMember(world, position) {
    const { personId } = await nearest(world, position);
    const { familyId } = (await standing(world, position)).also;
    return { id: world.newId(), familyId, personId, from: null };
  },
  async endFamilyMember(world, position) {
    const { app, programmeId, newId } = world;
    const { familyId, personId } = await nearest(world, position);
    const { also, mates } = await standing(world, position);
    await rowsAsOwner(
      app.database,
      `insert into family_member (id, programme_id, family_id, person_id, added_by, added_at)
       values ($1, $2, $3, $4, $5, now()) on conflict do nothing`,
      [newId(), programmeId, also.familyId, personId, mates[0]],
    );
    const [member] = await rowsAsOwner<{ id: string }>(
      app.database,
      'select id from family_member where family_id = $1 and person_id = $2',
      [familyId, personId],
    );
    return { id: newId(), familyId, memberId: member?.id ?? '', until: '2026-11-01' };
  },
  listTeam: async (world, position) => {
    await standing(world, position);
    return {};
  },
  async handOverFamily(world, position) {
    const { ofTeam, mates } = await standing(world, position);
    return { id: world.newId(), familyId: ofTeam.familyId, accountId: mates[1] };
  },
  countCaseloads: () => ({}),
  listSupervision: () => ({}),
  assignSupervision: async (world) => ({
    id: world.newId(),
    supervisorId: castId('gulmira'),
    practitionerId: await practitioner(world),
  }),
  async endSupervision(world) {
    const { app, programmeId, newId } = world;
    const supervisionId = newId();
    await rowsAsOwner(
      app.database,
      `insert into supervision (id, programme_id, supervisor_id, practitioner_id, from_at, assigned_by)
       values ($1, $2, $3, $4, $5, $3)`,
      [supervisionId, programmeId, castId('gulmira'), await practitioner(world), app.clock.now()],
    );
    return { id: newId(), supervisionId };
  },
};
