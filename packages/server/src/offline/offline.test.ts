import { randomUUID } from 'node:crypto';
import type { Role } from '@tirek/domain/access';
import type { StoredAnswer } from '@tirek/domain/offline';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { bornOn, colleague, register } from '../people/test/registering.ts';
import { rowsAsApp, rowsAsOwner } from '../test/queries.ts';
import { type TestApp, testApp } from '../test/test-app.ts';
import type { TestClient } from '../test/test-client.ts';

const SECRET = 'S'.repeat(43);

let app: TestApp;
let saule: TestClient;
let first: { personId: string; familyId: string };
let second: { personId: string; familyId: string };
beforeAll(async () => {
  app = await testApp();
  saule = app.as('saule');
  first = await register(saule, { given: 'Айгүл', family: 'Омарова', birth: bornOn('1990-05-17') });
  second = await register(saule, { given: 'Дина', family: 'Сапарова' });
});
afterAll(() => app[Symbol.asyncDispose]());

let deviceId: string;
beforeEach(async () => {
  deviceId = randomUUID();
  await saule.call('registerDevice', { id: deviceId, secret: SECRET, name: 'Chrome, Android' });
});

const NOTHING = { known: {}, day: null, programme: null };
const take = (
  families: readonly string[],
  had: { known: Record<string, string>; day: string | null; programme: string | null } = NOTHING,
  client = saule,
) => client.call('takeAlong', { deviceId, families: [...families], ...had });
const standing = async (secret = SECRET) =>
  (await app.visitor().call('checkDevice', { deviceId, secret })).standing;
const had = (taken: Awaited<ReturnType<typeof take>>) => ({
  day: taken.day,
  programme: taken.programme.mark,
  known: Object.fromEntries(taken.families.map(({ familyId, mark }) => [familyId, mark])),
});
const answerOf = (answers: readonly StoredAnswer[], name: string) =>
  answers.find((each) => each.name === name)?.output;

describe('Saule takes families along', () => {
  it('gets what each page would have asked, word for word', async () => {
    const taken = await take([first.familyId]);
    expect(taken.families.map(({ familyId }) => familyId)).toEqual([first.familyId]);
    const { answers } = taken.families[0]!;
    const { personId, familyId } = first;
    expect(answerOf(answers, 'getPerson')).toEqual(await saule.call('getPerson', { personId }));
    expect(answerOf(answers, 'listConsents')).toEqual(
      await saule.call('listConsents', { personId }),
    );
    expect(answerOf(answers, 'getFamilyGraph')).toEqual(
      await saule.call('getFamilyGraph', { familyId }),
    );
    expect(answerOf(taken.programme.answers, 'listRegions')).toEqual(
      await saule.call('listRegions', {}),
    );
  });

  it('and the log has a row for every page, as if she had opened each', async () => {
    await take([second.familyId]);
    const rows = await rowsAsOwner<{ action: string }>(
      app.database,
      `select action from audit_entry where actor_id = $1 and facts ->> 'along' = 'true' and $2 = any (about)
       order by action`,
      [app.id('saule'), second.personId],
    );
    expect(rows.map(({ action }) => action)).toEqual([
      'getCase',
      'getFamily',
      'getFamilyGraph',
      'getPerson',
      'getRescreens',
      'listAssessments',
      'listCircumstances',
      'listConsents',
      'listFamilyPapers',
      'listSafetyEventsOf',
      'listSteps',
      'listSupport',
    ]);
  });

  it('a second time gets nothing, and after a change the family that was changed', async () => {
    const both = [first.familyId, second.familyId];
    const before = had(await take(both));
    const nothing = await take(both, before);
    expect([nothing.families, nothing.programme.answers]).toEqual([[], []]);
    app.clock.advance(1);
    await saule.call('recordLanguages', {
      id: randomUUID(),
      personId: second.personId,
      languages: ['kk', 'ru'],
    });
    const after = await take(both, before);
    expect(after.families.map(({ familyId }) => familyId)).toEqual([second.familyId]);
    const person = answerOf(after.families[0]!.answers, 'getPerson') as { languages: string[] };
    expect(person.languages).toEqual(['kk', 'ru']);
  });

  it('on another day gets only what a day changes', async () => {
    const before = had(await take([first.familyId]));
    app.clock.advance(26 * 60);
    saule = app.as('saule');
    const next = await take([first.familyId], before);
    expect(next.day).not.toBe(before.day);
    expect(next.families[0]?.answers.map(({ name }) => name)).toEqual([
      'listConsents',
      'listAssessments',
      'listSteps',
      'getRescreens',
      'listSafetyEventsOf',
      'listSupport',
    ]);
  });

  it('is told of a family that is hers no longer, and gets none that never was', async () => {
    const marat = await colleague(app, `marat.${randomUUID().slice(0, 8)}`);
    const other = await register(app.asAccount(marat), { given: 'Наргиза' });
    const mine = await register(saule, { given: 'Күміс' });
    const before = had(await take([mine.familyId, other.familyId]));
    expect(Object.keys(before.known)).toEqual([mine.familyId]);
    await rowsAsOwner(app.database, 'update caseload set account_id = $1 where family_id = $2', [
      marat,
      mine.familyId,
    ]);
    const after = await take([mine.familyId, other.familyId], before);
    expect(after.families).toEqual([]);
    expect(after.gone.toSorted()).toEqual([mine.familyId, other.familyId].toSorted());
  });

  it('whoever works with the same person in another family hears of her change too', async () => {
    const shared = await register(saule, { given: 'Әлия' });
    await saule.call('addFamilyMember', {
      id: randomUUID(),
      familyId: first.familyId,
      personId: shared.personId,
      from: null,
    });
    const before = had(await take([first.familyId, shared.familyId]));
    await saule.call('recordMove', {
      id: randomUUID(),
      personId: shared.personId,
      region: 'KZ-75',
      from: '2026-05-01',
    });
    const after = await take([first.familyId, shared.familyId], before);
    expect(after.families).toHaveLength(2);
  });
});

describe('a device', () => {
  it('that is lost takes nothing more, and hears that it must forget', async () => {
    expect(await standing()).toBe('stands');
    await saule.call('endDevice', { id: randomUUID(), deviceId });
    expect(await standing()).toBe('ended');
    await expect(take([first.familyId])).rejects.toMatchObject({ code: 'device-ended' });
  });

  it('that guesses hears nothing', async () => {
    expect(await standing('T'.repeat(43))).toBe('unknown');
    deviceId = randomUUID();
    expect(await standing()).toBe('unknown');
  });

  it('takes nothing for a colleague who has its id', async () => {
    const marat = app.asAccount(await colleague(app, `marat.${randomUUID().slice(0, 8)}`));
    await expect(take([first.familyId], NOTHING, marat)).rejects.toMatchObject({
      code: 'device-ended',
    });
    expect(await marat.refusal('endDevice', { id: randomUUID(), deviceId })).toBe('not-found');
  });

  it('hears of other roles, and of an account that was closed', async () => {
    const account = await colleague(app, `samal.${randomUUID().slice(0, 8)}`);
    const samal = app.asAccount(account);
    deviceId = randomUUID();
    await samal.call('registerDevice', { id: deviceId, secret: SECRET, name: '' });
    expect(await standing()).toBe('stands');
    await rowsAsOwner(
      app.database,
      `insert into role_assignment (id, programme_id, account_id, role, region_code)
       values ($1, $2, $3, $4, null)`,
      [randomUUID(), app.programmeId, account, 'trainer' satisfies Role],
    );
    expect(await standing()).toBe('roles-changed');
    await expect(take([first.familyId], NOTHING, samal)).rejects.toMatchObject({
      code: 'device-ended',
    });
    await rowsAsOwner(app.database, 'update account set closed_at = now() where id = $1', [
      account,
    ]);
    expect(await standing()).toBe('account-closed');
  });

  it('is seen in the database by its own holder alone, its secret by nobody in clear', async () => {
    const seenBy = async (name: 'saule' | 'bolat' | 'gulmira' | 'kairat') => {
      const rows = await rowsAsApp<{ id: string }>(
        app.database,
        {
          actor_kind: 'account',
          actor_id: app.id(name),
          programme_id: app.programmeId,
          fully_signed_in: 'yes',
        },
        'select id from offline_device',
      );
      return rows.some(({ id }) => id === deviceId);
    };
    expect(await seenBy('saule')).toBe(true);
    for (const name of ['bolat', 'gulmira', 'kairat'] as const) {
      expect(await seenBy(name)).toBe(false);
    }
    const rows = await rowsAsOwner(app.database, 'select * from offline_device');
    expect(JSON.stringify(rows)).not.toContain(SECRET);
  });
});
