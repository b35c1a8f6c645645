import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rowsAsOwner } from '../test/queries.ts';
import { type TestApp, testApp } from '../test/test-app.ts';
import {
  bornOn,
  colleague,
  identityOf,
  queryOf,
  register,
  registrationOf,
  search,
} from './test/registering.ts';

let app: TestApp;
let marat: string;
beforeAll(async () => {
  app = await testApp();
  marat = await colleague(app, 'marat');
});
afterAll(() => app[Symbol.asyncDispose]());

describe('Saule, before she registers somebody', () => {
  it('finds her under another spelling, as a card that says no more than a neighbour knows', async () => {
    await register(app.asAccount(marat), {
      family: 'Әбдірахманова',
      given: 'Гүлжан',
      patronymic: 'Ерғалиқызы',
      sex: 'female',
      birth: bornOn('1991-04-17'),
      phone: '+7 701 555 01 23',
      documentNumber: '910417400123',
      region: 'KZ-75',
    });
    const { cards } = await search(app.as('saule'), {
      family: 'Abdirakhmanova',
      given: 'Gulzhan',
      birth: { precision: 'year', date: '1991' },
    });
    expect(cards).toEqual([
      {
        personId: expect.any(String),
        given: 'Гүлжан',
        familyInitial: 'Ә',
        birthYear: 1991,
        sex: 'female',
        region: 'KZ-75',
        heldIn: 'KZ-75',
        holding: 'other',
        isAway: false,
        score: expect.any(Number),
        reasons: ['family-same', 'given-same', 'birth-same-year'],
      },
    ]);
  });

  it('opens the card with a reason, sees who it is and whom to call, and the log keeps both', async () => {
    const saule = app.as('saule');
    const found = await search(saule, { family: 'Әбдірахманова', given: 'Гүлжан' });
    const personId = found.cards[0]?.personId ?? '';
    const opened = await saule.call('openPerson', {
      id: randomUUID(),
      personId,
      searchId: found.id,
      reason: 'same-person',
    });
    expect(opened).toMatchObject({
      names: [{ family: 'Әбдірахманова', patronymic: 'Ерғалиқызы' }],
      birth: { precision: 'day', date: '1991-04-17' },
      holder: 'marat',
      heldIn: 'KZ-75',
    });
    expect(JSON.stringify(opened)).not.toMatch(/910417400123|555/);
    const { entries } = await app.as('ruslan').call('listAuditEntries', { action: 'openPerson' });
    expect(entries[0]).toMatchObject({
      account: { id: app.id('saule') },
      effect: 'read',
      about: [personId],
      facts: { why: 'same-person' },
    });
    expect(await saule.refusal('getPerson', { personId })).toBe('not-found');
  });

  it('finds her by telephone or number of a document alone, whatever the name', async () => {
    const saule = app.as('saule');
    const byPhone = await search(saule, { given: 'Басқа', phone: '8 (701) 555-01-23' });
    const byNumber = await search(saule, { given: 'Басқа', documentNumber: '9104 1740 0123' });
    expect(byPhone.cards.map(({ reasons }) => reasons[0])).toEqual(['phone-same']);
    expect(byNumber.cards.map(({ reasons }) => reasons[0])).toEqual(['document-same']);
  });
});

describe('a registration', () => {
  const person = { family: 'Нұрпейісова', given: 'Айнұр', birth: bornOn('1988-02-03') };

  it('without a search is refused', async () => {
    expect(
      await app.as('saule').refusal('registerPerson', registrationOf(person, randomUUID())),
    ).toBe('search-needed');
  });

  it('on the search of a colleague is refused', async () => {
    const { id } = await search(app.asAccount(marat), person);
    expect(await app.as('saule').refusal('registerPerson', registrationOf(person, id))).toBe(
      'search-needed',
    );
  });

  it('on a search of twenty minutes ago is refused', async () => {
    const saule = app.as('saule');
    const { id } = await search(saule, person);
    app.clock.advance(20);
    expect(await saule.refusal('registerPerson', registrationOf(person, id))).toBe('search-needed');
  });

  it('under another name than was searched for is refused, under another spelling of it is not', async () => {
    const saule = app.as('saule');
    const { id } = await search(saule, person);
    const another = { ...person, given: 'Мәдина' };
    expect(await saule.refusal('registerPerson', registrationOf(another, id))).toBe(
      'search-names-differ',
    );
    const respelt = { family: 'Nurpeissova', given: 'Ainur', patronymic: 'Serikovna' };
    expect(await saule.refusal('registerPerson', registrationOf(respelt, id))).toBeNull();
  });

  it('on a search that somebody was registered after is refused', async () => {
    const saule = app.as('saule');
    const twin = { family: 'Әлиева', given: 'Фатима' };
    const { id } = await search(saule, twin);
    await saule.call('registerPerson', registrationOf(twin, id));
    expect(await saule.refusal('registerPerson', registrationOf(twin, id))).toBe('search-used');
  });

  it('sent twice is one person', async () => {
    const saule = app.as('saule');
    const child = { family: 'Егізбай', given: 'Асан' };
    const { id } = await search(saule, child);
    const input = registrationOf(child, id);
    const first = await saule.call('registerPerson', input);
    expect(await saule.call('registerPerson', input)).toEqual(first);
    const again = await search(saule, child);
    expect(again.cards.filter(({ given }) => given === 'Асан')).toHaveLength(1);
  });

  it('of a child into the family of its mother makes one family of two', async () => {
    const saule = app.as('saule');
    const mother = { family: 'Темірова', given: 'Сабина', sex: 'female', region: 'KZ-27' } as const;
    const { familyId, personId } = await register(saule, mother);
    app.clock.advance(1);
    await register(saule, { family: 'Темірова', given: 'Амина', familyId });
    const family = await saule.call('getFamily', { familyId });
    expect(family).toMatchObject({ holder: 'Сәуле Ахметова', isOwn: true });
    expect(family.members.map(({ name }) => name?.given)).toEqual(['Сабина', 'Амина']);
    expect(await saule.call('getPerson', { personId })).toMatchObject({
      sex: 'female',
      languages: ['kk'],
      residences: [{ region: 'KZ-27', until: null }],
      identities: [{ version: 1, identity: identityOf(mother) }],
      families: [{ id: familyId }],
    });
  });

  it('into a family of another centre is refused', async () => {
    const { familyId } = await register(app.asAccount(marat), {
      given: 'Жанар',
      family: 'Оразова',
    });
    const saule = app.as('saule');
    const child = { family: 'Оразов', given: 'Тимур', familyId };
    const { id } = await search(saule, child);
    expect(await saule.refusal('registerPerson', registrationOf(child, id))).toBe('not-allowed');
  });
});

describe('who somebody is', () => {
  it('changes as a new version, and a change based on an older one is told as a clash', async () => {
    const saule = app.as('saule');
    const before = { family: 'Бекова', given: 'Роза' };
    const { personId } = await register(saule, before);
    const after = identityOf({ family: 'Сапарова', given: 'Роза' });
    const identity = {
      ...after,
      names: [
        ...after.names,
        { kind: 'former' as const, family: 'Бекова', given: 'Роза', patronymic: '' },
      ],
    };
    const input = { id: randomUUID(), personId, basedOn: 1, identity };
    expect(await saule.call('changeIdentity', input)).toEqual({ version: 2 });
    expect(await saule.refusal('changeIdentity', { ...input, id: randomUUID() })).toBe(
      'changed-meanwhile',
    );
    const { identities } = await saule.call('getPerson', { personId });
    expect(identities.map(({ version }) => version)).toEqual([2, 1]);
    const byFormer = await search(app.asAccount(marat), before);
    expect(byFormer.cards[0]).toMatchObject({ personId, familyInitial: 'С' });
    expect(byFormer.cards[0]?.reasons).toContain('name-of-before');
  });

  it('stands in clear nowhere in the database and in no line of the log', async () => {
    const saule = app.as('saule');
    const secret = {
      family: 'Қырыққызова',
      given: 'Перизат',
      phone: '+77019998877',
      documentNumber: 'N12345678',
    };
    await register(saule, secret);
    const tables = await rowsAsOwner<{ name: string }>(
      app.database,
      `select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'`,
    );
    const found: string[] = [];
    for (const { name } of tables) {
      const rows = await rowsAsOwner<{ text: string }>(
        app.database,
        `select t::text as text from "${name}" t`,
      );
      const all = rows.map(({ text }) => text).join('\n');
      for (const word of ['Қырыққыз', 'Перизат', '9998877', 'N12345678']) {
        const hex = Buffer.from(word).toString('hex');
        if (all.includes(word) || all.includes(hex)) found.push(`${name}: ${word}`);
      }
    }
    expect(found).toEqual([]);
    expect(JSON.stringify(app.log)).not.toMatch(/Перизат/);
  });

  it('does not open when a sealed row is copied to another person', async () => {
    const saule = app.as('saule');
    const one = await register(saule, { family: 'Бірінші', given: 'Кісі' });
    const two = await register(saule, { family: 'Екінші', given: 'Адам' });
    await rowsAsOwner(app.database, 'alter table identity disable trigger identity_append_only');
    await rowsAsOwner(
      app.database,
      `update identity set sealed = (select sealed from identity where person_id = $1) where person_id = $2`,
      [one.personId, two.personId],
    );
    expect(await saule.refusal('getPerson', { personId: two.personId })).toBe('internal');
    app.log.length = 0;
    await rowsAsOwner(app.database, 'delete from identity where person_id = $1', [two.personId]);
  });
});

describe('a person', () => {
  it('moves: the old residence ends on the day of the new one', async () => {
    const saule = app.as('saule');
    const { personId } = await register(saule, {
      family: 'Көшербаева',
      given: 'Алтын',
      region: 'KZ-27',
    });
    const move = { id: randomUUID(), personId, region: 'KZ-63', from: '2026-09-01' };
    await saule.call('recordMove', move);
    await saule.call('recordMove', move);
    const { residences } = await saule.call('getPerson', { personId });
    expect(residences.map(({ region, from, until }) => [region, from, until])).toEqual([
      ['KZ-63', '2026-09-01', null],
      ['KZ-27', null, '2026-09-01'],
    ]);
    const nowhere = { ...move, id: randomUUID(), region: 'KZ-00' };
    expect(await saule.refusal('recordMove', nowhere)).toBe('input-invalid');
  });

  it('belongs to two families and leaves one, never the last', async () => {
    const saule = app.as('saule');
    const girl = await register(saule, { family: 'Жетімова', given: 'Еркежан' });
    const aunt = await register(saule, { family: 'Апаева', given: 'Кенжегүл' });
    const { members } = await saule.call('getFamily', { familyId: girl.familyId });
    const leave = {
      familyId: girl.familyId,
      memberId: members[0]?.id ?? '',
      until: '2026-11-23',
    };
    expect(await saule.refusal('endFamilyMember', { id: randomUUID(), ...leave })).toBe(
      'last-family',
    );
    const join = { familyId: aunt.familyId, personId: girl.personId, from: '2026-11-23' };
    await saule.call('addFamilyMember', { id: randomUUID(), ...join });
    expect(await saule.refusal('addFamilyMember', { id: randomUUID(), ...join })).toBe(
      'already-member',
    );
    await saule.call('endFamilyMember', { id: randomUUID(), ...leave });
    const { families } = await saule.call('getPerson', { personId: girl.personId });
    expect(families.map(({ id }) => id)).toEqual([aunt.familyId]);
  });
});

it('a search is refused that names nobody', async () => {
  const query = { ...queryOf({ given: '' }), family: '  ', given: '…' };
  expect(await app.as('saule').refusal('searchPeople', { id: randomUUID(), query })).toBe(
    'input-invalid',
  );
});
