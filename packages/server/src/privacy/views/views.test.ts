import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { colleague, register, search } from '../../people/test/registering.ts';
import { rowsAsApp } from '../../test/queries.ts';
import { type TestApp, testApp } from '../../test/test-app.ts';

/** Another centre's practitioner looks at somebody of Saule's, by a search. */
async function lookFrom(app: TestApp, accountId: string, given: string, family: string) {
  const client = app.asAccount(accountId);
  const { id: searchId, cards } = await search(client, { given, family });
  const personId = cards[0]?.personId ?? '';
  await client.call('openPerson', {
    id: randomUUID(),
    personId,
    searchId,
    reason: 'relative',
  });
  return personId;
}

describe('who viewed what', () => {
  it('is told to Madina by her practitioner: each look, by whom, and why from elsewhere', async () => {
    await using app = await testApp();
    const saule = app.as('saule');
    const { personId } = await register(saule, { given: 'Мәдина', family: 'Оразбаева' });
    await saule.call('getPerson', { personId });
    await lookFrom(app, await colleague(app, 'nurlan'), 'Мәдина', 'Оразбаева');
    const { views, next } = await saule.call('listPersonViews', { personId });
    expect(views.map(({ action, by, why }) => [action, by, why])).toEqual([
      ['openPerson', 'nurlan', 'relative'],
      ['searchPeople', 'nurlan', null],
      ['getPerson', 'Сәуле Ахметова', null],
      ['registerPerson', 'Сәуле Ахметова', null],
    ]);
    expect(next).toBeNull();
    // Looking here is a view as well.
    const again = await saule.call('listPersonViews', { personId });
    expect(again.views[0]?.action).toBe('listPersonViews');
  });

  it('comes page by page', async () => {
    await using app = await testApp();
    const saule = app.as('saule');
    const { personId } = await register(saule, { given: 'Мәдина' });
    for (let i = 0; i < 120; i += 1) await saule.call('getPerson', { personId });
    const first = await saule.call('listPersonViews', { personId });
    expect(first.views).toHaveLength(100);
    const rest = await saule.call('listPersonViews', { personId, before: first.next ?? '' });
    expect(rest.next).toBeNull();
    expect(new Set([...first.views, ...rest.views].map(({ number }) => number)).size).toBe(121);
  });

  it('says nothing of a hold, and nothing of whom others hold', async () => {
    await using app = await testApp();
    const { personId } = await register(app.as('saule'), { given: 'Мәдина' });
    await app
      .as('ruslan')
      .call('placeLegalHold', { id: randomUUID(), personId, basis: 'prosecutor' });
    const { views } = await app.as('saule').call('listPersonViews', { personId });
    expect(views.map(({ action }) => action)).toEqual(['registerPerson']);
    const stranger = app.asAccount(await colleague(app, 'nurlan'));
    await expect(stranger.call('listPersonViews', { personId })).rejects.toMatchObject({
      code: 'not-found',
    });
    for (const name of ['ruslan', 'kairat', 'dana'] as const)
      expect(
        await rowsAsApp(
          app.database,
          {
            actor_kind: 'account',
            actor_id: app.id(name),
            programme_id: app.programmeId,
            fully_signed_in: 'yes',
          },
          `select * from views_of_person('${personId}', null, 100)`,
        ),
        name,
      ).toEqual([]);
  });
});

describe('odd patterns', () => {
  it('tell Ruslan that somebody looked at a person of her own family name, and of whom only an id', async () => {
    await using app = await testApp();
    const other = app.asAccount(await colleague(app, 'nurlan'));
    await register(other, { given: 'Гүлнұр', family: 'Ахметов' });
    await register(other, { given: 'Айгерім', family: 'Оразбаева' });
    // Saule is an Akhmetova.
    const namesake = await lookFrom(app, app.id('saule'), 'Гүлнұр', 'Ахметов');
    await lookFrom(app, app.id('saule'), 'Айгерім', 'Оразбаева');
    const { patterns } = await app.as('ruslan').call('listOddViews', {});
    expect(patterns).toMatchObject([
      {
        kind: 'namesake',
        account: { id: app.id('saule'), name: 'Сәуле Ахметова' },
        people: [namesake],
        looks: 1,
      },
    ]);
    expect(JSON.stringify(patterns)).not.toContain('Гүлнұр');
  });

  it('are forgotten after thirty days', async () => {
    await using app = await testApp();
    const other = app.asAccount(await colleague(app, 'nurlan'));
    await register(other, { given: 'Гүлнұр', family: 'Ахметов' });
    await lookFrom(app, app.id('saule'), 'Гүлнұр', 'Ахметов');
    // The log's times are the database's own, whatever the clock of the program says.
    app.clock.advance(40 * 366 * 24 * 60);
    expect(await app.as('ruslan').call('listOddViews', {})).toEqual({ patterns: [] });
  });

  it('are compared for nobody but who reads the log', async () => {
    await using app = await testApp();
    await register(app.as('saule'), { given: 'Мәдина' });
    for (const name of ['saule', 'kairat'] as const)
      expect(
        await rowsAsApp(
          app.database,
          {
            actor_kind: 'account',
            actor_id: app.id(name),
            programme_id: app.programmeId,
            fully_signed_in: 'yes',
          },
          `select * from namesakes(array['${app.id('saule')}'::uuid], array[1::bigint], array['${app.id('saule')}'::uuid])`,
        ),
      ).toEqual([]);
  });
});
