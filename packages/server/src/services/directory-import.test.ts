import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { rowsAsOwner } from '../test/queries.ts';
import { type TestApp, testApp } from '../test/test-app.ts';

let app: TestApp;
beforeAll(async () => {
  app = await testApp();
});
afterAll(() => app[Symbol.asyncDispose]());

const HEAD =
  'Provider;Held by;Kind;Provider region;Service;Need;Layer;Activities;Regions;Reach;Languages;Phone';
const line = (service: string, over: Readonly<Record<string, string>> = {}) =>
  [
    over.provider ?? 'Nur Centre',
    ...['state', 'psychological-support-centre', 'KZ-27', service, 'distress', over.layer ?? '3'],
    ...['counselling', 'KZ-27', 'city', 'kk, ru', '+7 7112 00 00 00'],
  ].join(';');
const file = (...lines: string[]) => ({
  name: 'services.csv',
  content: Buffer.from([HEAD, ...lines].join('\n')).toString('base64'),
});
const directory = async () => {
  const { providers, services } = await app.as('aidos').call('listServices', {});
  return { providers: providers.length, services: services.length };
};

it('shows Aidos what his list would become and every mistake in it, and writes nothing', async () => {
  const aidos = app.as('aidos');
  const before = await directory();
  const wrong = file(line('Talks'), line('Groups', { layer: 'high' }));
  const checked = await aidos.call('checkServicesFile', { ...wrong, mapping: null });
  expect(checked).toMatchObject({ rows: 2, providers: 1, services: 1 });
  expect(checked.findings).toEqual([
    { code: 'word-unknown', line: 3, column: 'Layer', role: 'layer', value: 'high' },
  ]);
  const mapping = { columns: checked.roles, language: 'en' } as const;
  const sent = { id: randomUUID(), ...wrong, mapping };
  expect(await aidos.refusal('importServices', sent)).toBe('services-file-refused');
  expect(await directory()).toEqual(before);
});

it('writes all of it once, and knows it again', async () => {
  const aidos = app.as('aidos');
  const good = file(line('Talks'), line('Groups'), line('Groups'));
  const { roles } = await aidos.call('checkServicesFile', { ...good, mapping: null });
  const mapping = { columns: roles, language: 'en' } as const;
  const before = await directory();
  const sent = { id: randomUUID(), ...good, mapping };
  expect(await aidos.call('importServices', sent)).toEqual({ providers: 1, services: 2 });
  expect(await aidos.call('importServices', sent)).toEqual({ providers: 1, services: 2 });
  expect(await directory()).toEqual({
    providers: before.providers + 1,
    services: before.services + 2,
  });
  const again = await aidos.call('checkServicesFile', { ...good, mapping });
  expect(again.findings.map(({ code }) => code)).toEqual(['known', 'known', 'twice']);
  const second = { ...sent, id: randomUUID() };
  expect(await aidos.refusal('importServices', second)).toBe('services-file-refused');
});

it('takes nothing of a region that is not his, and no list of whoever does not keep the directory', async () => {
  const other = file(line('Talks', { provider: 'Far Centre' }).replaceAll('KZ-27', 'KZ-75'));
  const checked = await app.as('aidos').call('checkServicesFile', { ...other, mapping: null });
  expect(checked.findings.map(({ code }) => code)).toEqual([
    'region-not-yours',
    'region-not-yours',
  ]);
  for (const who of ['saule', 'gulmira', 'kairat', 'nobody'] as const) {
    expect(await app.as(who).refusal('checkServicesFile', { ...other, mapping: null })).toBe(
      'not-allowed',
    );
  }
  const [{ count } = { count: 0 }] = await rowsAsOwner<{ count: number }>(
    app.database,
    `select count(*)::integer as count from provider where entry -> 'name' ->> 'en' = 'Far Centre'`,
  );
  expect(count).toBe(0);
});
