import { randomUUID } from 'node:crypto';
import type { Role } from '@tirek/domain/access';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CAST_NAMES, type CastName } from '../test/cast.ts';
import { rowsAsApp, rowsAsOwner } from '../test/queries.ts';
import { type TestApp, testApp } from '../test/test-app.ts';
import { colleague, register, search } from './test/registering.ts';

const TABLES = [
  'person',
  'family',
  'family_member',
  'caseload',
  'residence',
  'spoken_languages',
  'person_data_key',
  'identity',
];

let app: TestApp;
/** Saule's, in Oral. */
let own: { personId: string; familyId: string };
/** Marat's, in Almaty. */
let others: { personId: string; familyId: string };
let marat: string;
let samal: string;
beforeAll(async () => {
  app = await testApp();
  marat = await colleague(app, 'marat');
  samal = await colleague(app, 'samal', 'practitioner', 'KZ-27');
  const person = { family: 'Серікова', given: 'Аяулым', region: 'KZ-27' };
  own = await register(app.as('saule'), person);
  others = await register(app.asAccount(marat), {
    family: 'Юсупова',
    given: 'Наргиза',
    region: 'KZ-75',
  });
  const kairat = app.as('kairat');
  for (const practitionerId of [app.id('saule'), samal]) {
    const supervisorId = app.id('gulmira');
    await kairat.call('assignSupervision', { id: randomUUID(), supervisorId, practitionerId });
  }
});
afterAll(() => app[Symbol.asyncDispose]());

/** What an injected query sees under the program's login when the settings say that somebody is at work. */
const asked = (accountId: string, text: string, signedIn = 'yes') =>
  rowsAsApp<{ n: number }>(
    app.database,
    {
      actor_kind: 'account',
      actor_id: accountId,
      programme_id: app.programmeId,
      fully_signed_in: signedIn,
    },
    text,
  );
const countAs = async (accountId: string, table: string) =>
  (await asked(accountId, `select count(*)::int as n from ${table}`))[0]?.n;
const refusedAs = async (accountId: string, text: string) => {
  try {
    await asked(accountId, text);
    return 'done';
  } catch (error) {
    return (error as { code?: string }).code;
  }
};
const ROW_POLICY = '42501';

describe('an injected query under the name of', () => {
  it.each(TABLES)('Saule and Gulmira finds one family in %s and no other', async (table) => {
    expect([
      await countAs(app.id('saule'), table),
      await countAs(app.id('gulmira'), table),
    ]).toEqual([1, 1]);
  });

  it.each(TABLES)('anybody else of the cast finds nothing in %s', async (table) => {
    const without = CAST_NAMES.filter((name) => name !== 'saule' && name !== 'gulmira');
    const found = await Promise.all(
      without.map(async (name: CastName) => [name, await countAs(app.id(name), table)]),
    );
    expect(found).toEqual(without.map((name) => [name, 0]));
  });

  it.each(TABLES)('a half-finished session of Saule finds nothing in %s', async (table) => {
    const [row] = await asked(app.id('saule'), `select count(*)::int as n from ${table}`, 'no');
    expect(row?.n).toBe(0);
  });

  it('anybody reads no token, and writes none but through the function', async () => {
    for (const accountId of [app.id('saule'), app.id('ruslan')]) {
      expect(await refusedAs(accountId, 'select * from name_token')).toBe(ROW_POLICY);
      expect(await refusedAs(accountId, 'delete from name_token')).toBe(ROW_POLICY);
    }
    const [row] = await asked(
      app.id('saule'),
      `select keep_name_tokens('${others.personId}', '{1}')::int as n`,
    );
    expect(row?.n).toBe(0);
  });

  it('Dana, Timur, Aidos, Ruslan, Kairat or Zarina gets no candidate out of the vault', async () => {
    for (const name of ['dana', 'timur', 'aidos', 'ruslan', 'kairat', 'zarina'] as const) {
      expect(
        await refusedAs(
          app.id(name),
          `insert into identity_search (id, programme_id, account_id, searched_at, name_mark)
           values (gen_random_uuid(), '${app.programmeId}', '${app.id(name)}', now(), '')`,
        ),
      ).toBe(ROW_POLICY);
      const [token] = await rowsAsOwner<{ token: string }>(
        app.database,
        'select token::text from name_token limit 1',
      );
      const [own] = await rowsAsOwner<{ id: string }>(
        app.database,
        'select id from identity_search limit 1',
      );
      const text = `select count(*)::int as n from search_vault('${own?.id}', '{${token?.token}}', '{1}')`;
      expect(await asked(app.id(name), text)).toEqual([{ n: 0 }]);
    }
  });
});

describe('Saule cannot', () => {
  const saule = () => app.id('saule');

  it('take a family of another centre into her caseload', async () => {
    const take = `insert into caseload (id, programme_id, family_id, account_id, from_at, assigned_by)
      values (gen_random_uuid(), '${app.programmeId}', '${others.familyId}', '${saule()}', now(), '${saule()}')`;
    expect(await refusedAs(saule(), take)).toBe(ROW_POLICY);
    const hand = `select hand_over_family(gen_random_uuid(), '${others.familyId}', '${saule()}', now())::int as n`;
    expect(await asked(saule(), hand)).toEqual([{ n: 0 }]);
  });

  it('end or move what is Marat’s by writing to the tables', async () => {
    expect(await refusedAs(saule(), `update caseload set until_at = now()`)).toBe(ROW_POLICY);
    expect(await refusedAs(saule(), `delete from caseload`)).toBe(ROW_POLICY);
  });

  it('draw somebody of another centre into her own family', async () => {
    const draw = `insert into family_member (id, programme_id, family_id, person_id, added_by, added_at)
      values (gen_random_uuid(), '${app.programmeId}', '${own.familyId}', '${others.personId}', '${saule()}', now())`;
    expect(await refusedAs(saule(), draw)).toBe(ROW_POLICY);
    const client = app.as('saule');
    const input = { id: randomUUID(), familyId: own.familyId, personId: others.personId };
    expect(await client.refusal('addFamilyMember', { ...input, from: null })).toBe('not-found');
  });

  it('register somebody without having searched, or on the search of somebody else', async () => {
    const [search] = await rowsAsOwner<{ id: string }>(
      app.database,
      'select id from identity_search where account_id = $1',
      [marat],
    );
    for (const searchId of [randomUUID(), search?.id]) {
      const insert = `insert into person (id, programme_id, sex, search_id, registered_by, registered_at)
        values (gen_random_uuid(), '${app.programmeId}', 'female', '${searchId}', '${saule()}', '${app.clock.now()}')`;
      expect(await refusedAs(saule(), insert)).toBe(ROW_POLICY);
    }
  });

  it('look at somebody whose card she was not shown', async () => {
    const client = app.as('saule');
    const { id: searchId } = await search(client, { given: 'Қанат', family: 'Сейдахметов' });
    const open = `insert into identity_opening (id, programme_id, account_id, search_id, person_id, reason, opened_at)
      values (gen_random_uuid(), '${app.programmeId}', '${saule()}', '${searchId}', '${others.personId}', 'relative', '${app.clock.now()}')`;
    expect(await refusedAs(saule(), open)).toBe(ROW_POLICY);
    const input = { id: randomUUID(), personId: others.personId, searchId };
    expect(await client.refusal('openPerson', { ...input, reason: 'relative' })).toBe('not-found');
  });

  it('use one look twice', async () => {
    const client = app.as('saule');
    const { id: searchId, cards } = await search(client, { given: 'Наргиза', family: 'Юсупова' });
    expect(cards).toMatchObject([{ personId: others.personId, holding: 'other' }]);
    const id = randomUUID();
    const { personId } = others;
    await client.call('openPerson', { id, personId, searchId, reason: 'relative' });
    const again = `select count(*)::int as n from opened_identity('${id}')`;
    expect(await asked(saule(), again)).toEqual([{ n: 0 }]);
    expect(await client.refusal('openPerson', { id, personId, searchId, reason: 'relative' })).toBe(
      'id-reused',
    );
  });

  it('show herself more than the database handed out to be compared', async () => {
    const { id } = await search(app.as('saule'), { given: 'Ешкім', family: 'Жоқбаев' });
    const widen = `select keep_shown('${id}', '{${others.personId}}')::int as n`;
    expect(await asked(saule(), widen)).toEqual([{ n: 0 }]);
  });
});

describe('Gulmira', () => {
  it('hands a family of her team to Samal and never to herself or outside the team', async () => {
    const gulmira = app.as('gulmira');
    const { familyId } = await register(app.as('saule'), { family: 'Тоқтарова', given: 'Ләззат' });
    const give = (accountId: string, family = familyId) =>
      gulmira.refusal('handOverFamily', { id: randomUUID(), familyId: family, accountId });
    expect(await give(app.id('gulmira'))).toBe('hand-over-refused');
    expect(await give(marat)).toBe('hand-over-refused');
    expect(await give(samal, others.familyId)).toBe('not-found');
    expect(await give(samal)).toBeNull();
    expect(await app.as('saule').refusal('getFamily', { familyId })).toBe('not-found');
    expect(await app.asAccount(samal).call('getFamily', { familyId })).toMatchObject({
      isOwn: true,
    });
    const history = await rowsAsOwner(
      app.database,
      'select account_id, until_at is null as "isNow" from caseload where family_id = $1 order by from_at, until_at',
      [familyId],
    );
    expect(history).toEqual([
      { account_id: app.id('saule'), isNow: false },
      { account_id: samal, isNow: true },
    ]);
  });

  it('who becomes a practitioner and no supervisor any more reaches what she holds and nothing of the team', async () => {
    const accountId = await colleague(app, 'former.supervisor', 'supervisor', 'KZ-27');
    await app.as('kairat').call('assignSupervision', {
      id: randomUUID(),
      supervisorId: accountId,
      practitionerId: app.id('saule'),
    });
    const client = app.asAccount(accountId);
    expect((await client.call('listFamilies', {})).families).not.toEqual([]);
    const become = (role: Role) =>
      rowsAsOwner(app.database, 'update role_assignment set role = $2 where account_id = $1', [
        accountId,
        role,
      ]);
    await become('practitioner');
    expect(await client.call('listFamilies', {})).toEqual({ families: [] });
    expect(await countAs(accountId, 'identity')).toBe(0);
  });

  it('answers for nobody through a supervision that she or Saule wrote themselves', async () => {
    for (const name of ['gulmira', 'saule'] as const) {
      const write = `insert into supervision (id, programme_id, supervisor_id, practitioner_id, from_at, assigned_by)
        values (gen_random_uuid(), '${app.programmeId}', '${app.id(name)}', '${marat}', now(), '${app.id(name)}')`;
      expect(await refusedAs(app.id(name), write)).toBe(ROW_POLICY);
    }
    const kairat = app.as('kairat');
    const id = randomUUID();
    const own = { id, supervisorId: app.id('kairat'), practitionerId: marat };
    expect(await kairat.refusal('assignSupervision', own)).toBe('own-account');
  });
});

it('Aidos hears whole fives of his own region, and no name', async () => {
  for (let at = 0; at < 5; at++)
    await register(app.as('saule'), { family: 'Құрманова', given: `Әсем${'аеиоу'[at]}` });
  const { regions } = await app.as('aidos').call('countCaseloads', {});
  expect(regions).toEqual([{ region: 'KZ-27', families: 5, people: 5 }]);
});
