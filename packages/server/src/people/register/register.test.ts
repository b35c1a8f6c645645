import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rowsAsApp, rowsAsOwner } from '../../test/queries.ts';
import { type TestApp, testApp } from '../../test/test-app.ts';
import type { TestClient } from '../../test/test-client.ts';
import { bornOn, colleague, register, search } from '../test/registering.ts';
import { allOthers, check, listOf, review, run, runJob, upload } from './test/importing.ts';

const HEAD = 'Отбасы нөмірі;ФИО;Туған күні;Жынысы;Туыстығы;Телефон;Өңірі';

let app: TestApp;
let saule: TestClient;
/** Held by Marat in Almaty. */
let nargiza: { personId: string; familyId: string };
/** Of Saule's own. */
let own: { personId: string; familyId: string };
beforeAll(async () => {
  app = await testApp();
  saule = app.as('saule');
  const marat = app.asAccount(await colleague(app, 'marat'));
  nargiza = await register(marat, {
    ...{ family: 'Юсупова', given: 'Наргиза', patronymic: 'Ахметқызы' },
    ...{ birth: bornOn('1991-03-02'), phone: '+7 777 555 44 33', region: 'KZ-75' },
  });
  own = await register(saule, {
    ...{ family: 'Құрманова', given: 'Ләззат', birth: bornOn('1985-06-01'), region: 'KZ-27' },
  });
  const practitionerId = app.id('saule');
  const supervisorId = app.id('gulmira');
  await app
    .as('kairat')
    .call('assignSupervision', { id: randomUUID(), supervisorId, practitionerId });
});
afterAll(() => app[Symbol.asyncDispose]());

const count = async (text: string, values: unknown[] = []) =>
  (
    await rowsAsOwner<{ n: number }>(app.database, `select count(*)::int as n from ${text}`, values)
  )[0]?.n;
const people = () => count('person');

/** What an injected query sees under Saule's name. */
const injected = (accountId: string, text: string) =>
  rowsAsApp<{ n: number | boolean }>(
    app.database,
    {
      ...{ actor_kind: 'account', actor_id: accountId },
      ...{ programme_id: app.programmeId, fully_signed_in: 'yes' },
    },
    text,
  );

describe('Saule brings in the list of her centre', () => {
  const LIST = listOf([
    HEAD,
    '1;СЕРІКОВА Аяулым Қанатқызы;17 мамыр 1990 ж.;ә;отбасы басшысы;8 701 111 22 33;БҚО',
    ';Серіков Данияр;2014;е;ұлы;;',
    ';Серікова Дана;05.2018;ә;қызы;;',
    '2;Tulegenova Zhanar;~1975;ж;глава семьи;;Алматы',
    '2;Төлегенов Ерлан;1960;м;сын;;Алматы',
  ]);

  it('is told what would be registered and what is wrong, and nobody is registered by it', async () => {
    const before = await people();
    const file = await upload(saule, LIST);
    const checked = await check(app, saule, file);
    expect(checked).toMatchObject({ state: 'checked', people: 4, families: 2, errors: 1 });
    const { findings } = await review(saule, file.id);
    expect(findings.map(({ code, line, value }) => [code, line, value])).toEqual([
      ['region-unread', 2, 'БҚО'],
      ['relation-without-head', 3, null],
      ['relation-without-head', 4, null],
      ['relation-impossible', 6, null],
    ]);
    const refused = { id: randomUUID(), registerId: file.id, holderId: app.id('saule') };
    expect(await saule.refusal('runRegister', refused)).toBe('register-wrong');
    expect(await people()).toBe(before);
    await saule.call('cancelRegister', { id: randomUUID(), registerId: file.id });
  });

  it('has all of them in her caseload, with what the list says clearly and no consent', async () => {
    const before = await people();
    const right = listOf(LIST.toString().replace('БҚО', 'Батыс Қазақстан').split('\r\n'));
    const file = await upload(saule, right);
    await check(app, saule, file);
    await allOthers(saule, file.id);
    const done = await run(app, saule, file.id, app.id('saule'));
    expect(done).toMatchObject({
      state: 'done',
      people: 5,
      families: 2,
      linked: 0,
      fileName: null,
    });
    expect(await people()).toBe((before ?? 0) + 5);
    const { families } = await saule.call('listFamilies', {});
    const family = families.find(({ members }) =>
      members.some(({ name }) => name?.given === 'Аяулым'),
    );
    expect(family).toMatchObject({ isOwn: true });
    const { graph } = await saule.call('getFamilyGraph', { familyId: family?.id ?? '' });
    const mother = family?.members.find(({ name }) => name?.given === 'Аяулым');
    expect(
      graph.parentages.map(({ parent, kind, evidence }) => [parent, kind, evidence.kind]),
    ).toEqual([
      [mother?.personId, 'unknown', 'asserted'],
      [mother?.personId, 'unknown', 'asserted'],
    ]);
    const whole = await saule.call('getPerson', { personId: mother?.personId ?? '' });
    expect(whole).toMatchObject({
      sex: 'female',
      identities: [{ identity: { birth: { precision: 'day', date: '1990-05-17' } } }],
      residences: [{ region: 'KZ-27' }],
    });
    const { cards } = await search(saule, { family: 'Serikova', given: 'Aiaulym' });
    expect(cards).toMatchObject([{ personId: mother?.personId, holding: 'own' }]);
    expect(await count(`consent where person_id = '${mother?.personId}'`)).toBe(0);
    const log = await rowsAsOwner<{ about: string[]; actor_id: string }>(
      app.database,
      `select about, actor_id from audit_entry where action = 'registerPerson' and $1 = any (about)`,
      [file.id],
    );
    expect(log.map(({ actor_id }) => actor_id)).toEqual(Array(5).fill(app.id('saule')));
    expect(new Set(log.flatMap(({ about }) => about[0] ?? [])).size).toBe(5);
  });
});

describe('a list that tells more than who they are', () => {
  const MORE = `${HEAD};Тұрады;Бұрынғы өңірі;Келген күні;Операция;Келген өңірі;Тілдері;Өмір жағдайы;Қайтыс болған күні`;
  const WIFE =
    '9;Досова Меруерт;1988;ә;отбасы басшысы;;Батыс Қазақстан;01.09.2021;Алматы;28.05.2019;Жусан-3;Алматы;қазақша, орысша;тірі;';
  const FATHER = '9;Досов Айбек;1955;е;әкесі;;;;;;;;араб тілі;қайтыс болған;2017';

  it('has how they came, moved and speak, and where their lives stand, written down as somebody’s word', async () => {
    const file = await upload(
      saule,
      listOf([MORE.replace('Тұрады', 'Қашаннан тұрады'), WIFE, FATHER]),
    );
    expect(await check(app, saule, file)).toMatchObject({ errors: 0, warnings: 0 });
    await allOthers(saule, file.id);
    await run(app, saule, file.id, app.id('saule'));
    const { families } = await saule.call('listFamilies', {});
    const family = families.find(({ members }) =>
      members.some(({ name }) => name?.given === 'Меруерт'),
    );
    const personId = family?.members.find(({ name }) => name?.given === 'Меруерт')?.personId ?? '';
    const whole = await saule.call('getPerson', { personId });
    expect(whole.languages).toEqual(['kk', 'ru']);
    expect(whole.residences).toMatchObject([
      { region: 'KZ-27', from: '2021-09-01', until: null },
      { region: 'KZ-ALA', from: null, until: '2021-09-01' },
    ]);
    const { circumstances } = await saule.call('listCircumstances', { personId });
    expect(circumstances).toMatchObject([
      {
        ...{ section: 'arrival', since: '2019-05-28', version: 1 },
        told: {
          value: {
            ...{ way: 'organised', operation: 3, region: 'KZ-ALA' },
            on: { precision: 'day', date: '2019-05-28' },
          },
        },
      },
    ]);
    const { graph } = await saule.call('getFamilyGraph', { familyId: family?.id ?? '' });
    expect(graph.persons.map(({ life }) => life)).toMatchObject([
      { state: 'alive', evidence: { kind: 'asserted' } },
      { state: 'deceased', on: { date: '2017' }, evidence: { kind: 'asserted' } },
    ]);
  });

  it('lets nobody write so of people whom this import has not registered', async () => {
    const told = JSON.stringify([
      { person_id: own.personId, languages_id: randomUUID(), languages: ['ru'] },
    ]);
    const [row] = await injected(
      app.id('saule'),
      `select register_living('${randomUUID()}', now(), current_date, '${told}') as n`,
    );
    expect(row?.n).toBe(false);
  });
});

describe('a row that may be somebody registered', () => {
  it('of another centre shows a minimal card, must be decided, and gets no second record', async () => {
    const before = await people();
    const file = await upload(
      saule,
      listOf([
        HEAD,
        '7;Юсупова Наргиза;1991;ж;глава семьи;87775554433;',
        '7;Юсупов Тимур;2015;м;сын;;',
      ]),
    );
    expect(await check(app, saule, file)).toMatchObject({ asked: 1, undecided: 1, errors: 0 });
    const { asked } = await review(saule, file.id);
    expect(asked).toMatchObject([{ line: 2, name: 'Юсупова Наргиза', birth: '1991' }]);
    const [card] = asked[0]?.cards ?? [];
    expect(card).toMatchObject({ personId: nargiza.personId, holding: 'other', heldIn: 'KZ-75' });
    // No more of her than a neighbour knows.
    expect(Object.keys(card ?? {}).toSorted()).toEqual(
      [
        ...['birthYear', 'familyInitial', 'given', 'heldIn', 'holding', 'isAway'],
        ...['personId', 'reasons'],
        ...['region', 'score', 'sex'],
      ].toSorted(),
    );
    expect(JSON.stringify(asked[0]?.cards)).not.toMatch(/Юсупова|Ахметқызы|5554433|1991-03/);
    const start = { registerId: file.id, holderId: app.id('saule') };
    expect(await saule.refusal('runRegister', { id: randomUUID(), ...start })).toBe(
      'register-undecided',
    );
    const decide = (personId: string) =>
      saule.refusal('decideRegisterRow', {
        ...{ id: randomUUID(), registerId: file.id, line: 2 },
        decision: { kind: 'person', personId },
      });
    // Somebody who was not shown cannot be named.
    expect(await decide(own.personId)).toBe('not-found');
    expect(await decide(nargiza.personId)).toBeNull();
    const done = await run(app, saule, file.id, app.id('saule'));
    expect(done).toMatchObject({ state: 'done', people: 1, linked: 1 });
    expect(await people()).toBe((before ?? 0) + 1);
    // She became no bit more readable, and nothing was changed about her.
    const { personId, familyId } = nargiza;
    expect(await saule.refusal('getPerson', { personId })).toBe('not-found');
    expect(await saule.refusal('getFamily', { familyId })).toBe('not-found');
    expect(await count('family_member where person_id = $1', [personId])).toBe(1);
    const looks = await rowsAsOwner(
      app.database,
      `select 1 from audit_entry where action = 'getRegisterReview' and $1 = any (about) and actor_id = $2`,
      [personId, app.id('saule')],
    );
    expect(looks.length).toBeGreaterThan(0);
  });

  it('of her own has the others of her family join the one that is there', async () => {
    const file = await upload(
      saule,
      listOf([
        HEAD,
        '9;Курманова Ляззат;01.06.1985;ж;глава семьи;;',
        '9;Құрманов Әлихан;2016;м;сын;;',
      ]),
    );
    await check(app, saule, file);
    await saule.call('decideRegisterRow', {
      ...{ id: randomUUID(), registerId: file.id, line: 2 },
      decision: { kind: 'person', personId: own.personId },
    });
    const done = await run(app, saule, file.id, app.id('saule'));
    expect(done).toMatchObject({ state: 'done', people: 1, families: 0, linked: 1 });
    const { members } = await saule.call('getFamily', { familyId: own.familyId });
    expect(members.map(({ name }) => name?.given)).toEqual(['Ләззат', 'Әлихан']);
  });

  it('and was registered after the check sends the import back instead of a second record', async () => {
    const file = await upload(saule, listOf([HEAD, '4;Жұмағұлова Сәния;12.12.1999;ж;;;']));
    expect(await check(app, saule, file)).toMatchObject({ asked: 0, errors: 0 });
    await register(saule, { family: 'Жумагулова', given: 'Сания', birth: bornOn('1999-12-12') });
    const before = await people();
    const back = await run(app, saule, file.id, app.id('saule'));
    expect(back).toMatchObject({ state: 'checked', hasNews: true, undecided: 1 });
    expect(await people()).toBe(before);
    await allOthers(saule, file.id);
    expect(await run(app, saule, file.id, app.id('saule'))).toMatchObject({ state: 'done' });
  });
});

it('two rows of one person become one record that belongs to both families', async () => {
  const before = await people();
  const file = await upload(
    saule,
    listOf([
      HEAD,
      '11;Бекова Роза;1950;ж;глава семьи;87011112233;',
      '12;Беков Нұрлан;1975;м;глава семьи;;',
      '12;Bekova Roza;03.04.1950;ж;мать;;',
    ]),
  );
  expect(await check(app, saule, file)).toMatchObject({ people: 3, undecided: 1 });
  await saule.call('decideRegisterRow', {
    ...{ id: randomUUID(), registerId: file.id, line: 4 },
    decision: { kind: 'row', line: 2 },
  });
  const done = await run(app, saule, file.id, app.id('saule'));
  expect(done).toMatchObject({ state: 'done', people: 2, families: 2, linked: 1 });
  expect(await people()).toBe((before ?? 0) + 2);
  const { cards } = await search(saule, { family: 'Бекова', given: 'Роза' });
  const roza = await saule.call('getPerson', { personId: cards[0]?.personId ?? '' });
  expect(roza.families).toHaveLength(2);
  expect(roza.identities[0]?.identity).toMatchObject({
    birth: { precision: 'day', date: '1950-04-03' },
    phones: ['87011112233'],
  });
  const son = roza.families.find(({ members }) => members.length === 2);
  const { graph } = await saule.call('getFamilyGraph', { familyId: son?.id ?? '' });
  expect(graph.parentages).toMatchObject([{ parent: roza.id }]);
});

describe('Gulmira', () => {
  it('brings in a list for Saule of her team, and for nobody else', async () => {
    const gulmira = app.as('gulmira');
    const file = await upload(gulmira, listOf([HEAD, '5;Оразова Меруерт;1993;ж;;;KZ-27']));
    await check(app, gulmira, file);
    const start = (holderId: string) =>
      gulmira.refusal('runRegister', { id: randomUUID(), registerId: file.id, holderId });
    const other = await colleague(app, 'zhanat');
    for (const holder of [app.id('gulmira'), other, app.id('dana'), randomUUID()]) {
      expect(await start(holder)).toBe('holder-refused');
    }
    const before = (await saule.call('listFamilies', {})).families.length;
    expect(await run(app, gulmira, file.id, app.id('saule'))).toMatchObject({ state: 'done' });
    expect((await saule.call('listFamilies', {})).families.length).toBe(before + 1);
  });

  it('gets the import back, with nothing of it registered, when Saule left the team meanwhile', async () => {
    const gulmira = app.as('gulmira');
    const file = await upload(gulmira, listOf([HEAD, '6;Шәріпова Инкар;1994;ж;;;']));
    await check(app, gulmira, file);
    const before = await people();
    await gulmira.call('runRegister', {
      ...{ id: randomUUID(), registerId: file.id, holderId: app.id('saule') },
    });
    await rowsAsOwner(
      app.database,
      `update supervision set until_at = now(), ended_by = $1 where supervisor_id = $2`,
      [app.id('kairat'), app.id('gulmira')],
    );
    await runJob(app);
    const back = await gulmira.call('getRegister', { registerId: file.id });
    expect(back).toMatchObject({ state: 'checked', refusal: 'not-allowed' });
    expect(await people()).toBe(before);
  });
});

describe('what Saule uploaded', () => {
  it('is nobody else’s to see, and opens no door to whom others hold', async () => {
    const file = await upload(saule, listOf([HEAD, '8;Юсупова Наргиза;1991;ж;;87775554433;']));
    const { id: registerId } = file;
    for (const name of ['gulmira', 'dana', 'aidos', 'ruslan', 'kairat', 'timur'] as const) {
      for (const read of ['getRegister', 'getRegisterSheets'] as const) {
        expect(await app.as(name).refusal(read, { registerId }), name).toMatch(
          /^not-(found|allowed)$/,
        );
      }
      const seen = `select count(*)::int as n from register_import where uploaded_by = '${app.id('saule')}'`;
      expect(await injected(app.id(name), seen)).toEqual([{ n: 0 }]);
    }
    const [token] = await rowsAsOwner<{ token: string }>(
      app.database,
      'select token::text from name_token where person_id = $1 limit 1',
      [nargiza.personId],
    );
    const rows = JSON.stringify([{ place: 0, tokens: [token?.token] }]);
    // Not while it waits, nor under somebody else's name while the program works on it.
    const searching = `select count(*)::int as n from search_register('${registerId}', '${rows}', '{}')`;
    expect(await injected(app.id('saule'), searching)).toEqual([{ n: 0 }]);
    await saule.call('checkRegister', {
      ...{ id: randomUUID(), registerId, mapping: file.mapping, keepAs: 'как в 2024' },
    });
    expect(await injected(app.id('gulmira'), searching)).toEqual([{ n: 0 }]);
    const registering = `select register_people('${registerId}', now(), '[]', '[]') as n`;
    for (const name of ['saule', 'gulmira', 'dana'] as const) {
      expect(await injected(app.id(name), registering)).toEqual([{ n: false }]);
    }
    await runJob(app);
    // A made-up running import draws nobody of another centre into a family of hers.
    await rowsAsOwner(
      app.database,
      `update register_import set undecided = 0, holder_id = $1, state = 'running' where id = $2`,
      [app.id('saule'), registerId],
    );
    const draw = JSON.stringify([
      { id: randomUUID(), family_id: own.familyId, person_id: nargiza.personId },
    ]);
    const kinship = `select register_kinship('${registerId}', now(), '${draw}', '[]') as n`;
    expect(await injected(app.id('saule'), kinship)).toEqual([{ n: false }]);
    const into = JSON.stringify([{ id: randomUUID(), family_id: nargiza.familyId }]);
    const enter = `select register_people('${registerId}', now(), '[]', '${into}') as n`;
    expect(await injected(app.id('saule'), enter)).toEqual([{ n: false }]);
    // The forged state does not get past the program either: what is undecided is asked again.
    await runJob(app);
    const back = await saule.call('getRegister', { registerId });
    expect(back).toMatchObject({ state: 'checked', undecided: 1 });
    const { mappings } = await app.as('gulmira').call('listRegisterMappings', {});
    expect(mappings).toMatchObject([{ name: 'как в 2024', mapping: file.mapping }]);
  });

  it('lies sealed, its name too, and is gone when it is over or after a day', async () => {
    const file = await upload(saule, listOf([HEAD, '8;Есімова Қарлығаш;1991;ж;;;']), 'Есімова.csv');
    await check(app, saule, file);
    const everything = async () =>
      JSON.stringify([
        await rowsAsOwner(
          app.database,
          `select encode(name, 'escape') a, encode(cells, 'escape') b, encode(found, 'escape') c from register_import`,
        ),
        await rowsAsOwner(app.database, 'select output from write_receipt'),
        await rowsAsOwner(app.database, 'select facts from audit_entry'),
      ]);
    expect(await everything()).not.toMatch(/Есімова|Қарлығаш|Тізім/);
    expect((await saule.call('getRegister', { registerId: file.id })).fileName).toBe('Есімова.csv');
    await saule.call('cancelRegister', { id: randomUUID(), registerId: file.id });
    const forgotten = await upload(saule, listOf([HEAD, '8;Есімова Қарлығаш;1991;ж;;;']));
    app.clock.advance(25 * 60);
    await runJob(app);
    const over = await app.as('saule').call('getRegister', { registerId: forgotten.id });
    expect(over).toMatchObject({ state: 'cancelled', fileName: null });
    expect(
      await count(
        'register_import where cells is not null or name is not null or found is not null or decisions is not null',
      ),
    ).toBe(0);
  });

  it('is registered once, however often it is asked for', async () => {
    const client = app.as('saule');
    const file = await upload(client, listOf([HEAD, '3;Нұрпейісова Толғанай;1992;ж;;;']));
    await check(app, client, file);
    const before = await people();
    const start = { id: randomUUID(), registerId: file.id, holderId: app.id('saule') };
    await client.call('runRegister', start);
    await client.call('runRegister', start);
    await Promise.all([runJob(app), runJob(app)]);
    await runJob(app);
    expect(await people()).toBe((before ?? 0) + 1);
    expect(await client.refusal('runRegister', { ...start, id: randomUUID() })).toBe(
      'import-not-waiting',
    );
  });
});
