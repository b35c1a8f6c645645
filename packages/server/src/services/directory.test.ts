import { randomUUID } from 'node:crypto';
import type { Provider, Responsible, Service } from '@tirek/domain/services';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CAST_REGION } from '../demo/cast.ts';
import { rowsAsApp } from '../test/queries.ts';
import { type TestApp, testApp } from '../test/test-app.ts';
import type { TestClient } from '../test/test-client.ts';
import { PROVIDER, SERVICE } from './test/directory.ts';

let app: TestApp;
let aidos: TestClient;
let dana: TestClient;
let saule: TestClient;
beforeAll(async () => {
  app = await testApp();
  [aidos, dana, saule] = [app.as('aidos'), app.as('dana'), app.as('saule')];
});
afterAll(() => app[Symbol.asyncDispose]());

const ASTANA = 'KZ-71';
const told = (providerId: string, provider: Partial<Provider> = {}, basedOn = 0) => ({
  ...{ id: randomUUID(), providerId, basedOn, closed: null },
  provider: { ...PROVIDER, ...provider },
});
const offered = (serviceId: string, service: Partial<Service> & { providerId: string }) => ({
  ...{ id: randomUUID(), serviceId, basedOn: 0, closed: null },
  service: { ...SERVICE, ...service },
});

/** A centre of Aidos's region and what it offers. */
async function centre(provider: Partial<Provider> = {}, service: Partial<Service> = {}) {
  const [providerId, serviceId] = [randomUUID(), randomUUID()];
  await aidos.call('recordProvider', told(providerId, provider));
  await aidos.call('recordService', offered(serviceId, { ...service, providerId }));
  return { providerId, serviceId };
}
const seenBySaule = async (serviceId: string) =>
  (await saule.call('listServices', {})).services.find(({ id }) => id === serviceId);

describe('an entry of the directory', () => {
  it('by Aidos is read by Saule as he wrote it, who cannot change it, and keeps its id through every version', async () => {
    const { providerId, serviceId } = await centre();
    expect(await seenBySaule(serviceId)).toEqual({
      ...{ id: serviceId, version: 1, closed: null },
      service: { ...SERVICE, providerId },
    });
    const changed = { ...offered(serviceId, { providerId, placesFree: 0 }), basedOn: 1 };
    expect(await saule.refusal('recordService', changed)).toBe('not-allowed');
    expect(await aidos.call('recordService', changed)).toEqual({ version: 2 });
    expect(await aidos.call('recordService', changed)).toEqual({ version: 2 });
    const late = { ...offered(serviceId, { providerId, placesFree: 5 }), basedOn: 1 };
    expect(await dana.refusal('recordService', late)).toBe('changed-meanwhile');
    const over = { ...offered(serviceId, { providerId }), basedOn: 2, closed: 'no-money' as const };
    await dana.call('recordService', over);
    expect(await seenBySaule(serviceId)).toMatchObject({ version: 3, closed: 'no-money' });
    const { versions } = await saule.call('listEntryVersions', { entryId: serviceId });
    expect(versions.map(({ version, by, closed }) => [version, by, closed])).toEqual([
      [3, 'Дана Оспанова', 'no-money'],
      [2, 'Айдос Нұрланов', null],
      [1, 'Айдос Нұрланов', null],
    ]);
  });

  it('of another region, of several or of the whole country is Dana’s to change, by the database too', async () => {
    const [providerId, serviceId] = [randomUUID(), randomUUID()];
    for (const region of [ASTANA, null]) {
      const elsewhere = told(randomUUID(), { region });
      expect(await aidos.refusal('recordProvider', elsewhere)).toBe('region-not-yours');
    }
    await dana.call('recordProvider', told(providerId, { region: ASTANA }));
    const both = { providerId, regions: [CAST_REGION, ASTANA] };
    expect(await aidos.refusal('recordService', offered(serviceId, both))).toBe('region-not-yours');
    await dana.call('recordService', offered(serviceId, both));
    // He cannot take it over by leaving the other region out, nor move a provider of Astana to himself.
    const taken = { ...offered(serviceId, { providerId }), basedOn: 1 };
    expect(await aidos.refusal('recordService', taken)).toBe('region-not-yours');
    expect(await aidos.refusal('recordProvider', told(providerId, {}, 1))).toBe('region-not-yours');
    const insert = (version: number, region: string, id: string) =>
      rowsAsApp(
        app.database,
        {
          ...{ actor_kind: 'account', actor_id: app.id('aidos') },
          ...{ programme_id: app.programmeId, fully_signed_in: 'yes' },
        },
        `insert into service (id, programme_id, service_id, version, regions, entry, recorded_by, recorded_at)
         values (gen_random_uuid(), '${app.programmeId}', '${id}', ${version}, '{${region}}',
           '{"providerId": "${providerId}"}', '${app.id('aidos')}', now())`,
      );
    await expect(insert(2, CAST_REGION, serviceId)).rejects.toMatchObject({ code: '42501' });
    await expect(insert(1, ASTANA, randomUUID())).rejects.toMatchObject({ code: '42501' });
    expect(await insert(1, CAST_REGION, randomUUID())).toEqual([]);
  });

  it('of a centre of psychological support holds no psychotherapy, whichever of the two is written last', async () => {
    const { providerId } = await centre();
    for (const activity of ['psychotherapy', 'medical-psychology'] as const) {
      const beyond = offered(randomUUID(), { providerId, activities: ['counselling', activity] });
      expect(await aidos.refusal('recordService', beyond)).toBe('service-not-at-support-centre');
    }
    const clinic = await centre(
      { kind: 'mental-health-centre' },
      { activities: ['psychotherapy'] },
    );
    const demoted = told(clinic.providerId, {}, 1);
    expect(await aidos.refusal('recordProvider', demoted)).toBe('service-not-at-support-centre');
    const school = await centre({ kind: 'school' }, { activities: ['counselling'] });
    const treats = offered(randomUUID(), { ...school, activities: ['psychiatry'] });
    expect(await aidos.refusal('recordService', treats)).toBe('service-without-licence');
  });

  it('holds no contact of helpers who are no institution, and a provider is closed after its services', async () => {
    const helper = { holder: 'informal', kind: 'self-help' } as const;
    const withPhone = told(randomUUID(), helper);
    expect(await aidos.refusal('recordProvider', withPhone)).toBe('provider-informal-contacts');
    const contacts = { phone: '', email: '', address: '', site: '' };
    const { providerId, serviceId } = await centre({ ...helper, contacts });
    const closing = { ...told(providerId, { ...helper, contacts }, 1), closed: 'ended' as const };
    expect(await aidos.refusal('recordProvider', closing)).toBe('provider-has-services');
    const over = { ...offered(serviceId, { providerId }), basedOn: 1, closed: 'ended' as const };
    await aidos.call('recordService', over);
    await aidos.call('recordProvider', closing);
    const another = offered(randomUUID(), { providerId });
    expect(await aidos.refusal('recordService', another)).toBe('provider-closed');
  });

  it('is about regions that are there, and was verified on a day that has come', async () => {
    const { providerId } = await centre();
    const old = offered(randomUUID(), { providerId, regions: ['KZ-ALA'] });
    expect(await dana.refusal('recordService', old)).toBe('region-not-then');
    const early = offered(randomUUID(), { providerId, verifiedOn: '2026-12-24' });
    expect(await aidos.refusal('recordService', early)).toBe('input-invalid');
  });
});

describe('the map of who answers', () => {
  const answer: Responsible = {
    accountable: { body: 'social-protection', providerId: null },
    deputy: { body: 'local-authority', providerId: null },
    days: 14,
    escalation: { body: 'local-authority', providerId: null },
  };
  const cell = (region: string, basedOn = 0) => ({
    ...{ id: randomUUID(), region, category: 'housing' as const, basedOn },
    ...{ since: '2026-01-01', until: null, responsible: answer as Responsible | null },
  });

  it('is filled by Aidos for his region and by Dana for any; Saule reads it; the second to write is told', async () => {
    await aidos.call('recordResponsibility', cell(CAST_REGION));
    expect(await aidos.refusal('recordResponsibility', cell(ASTANA))).toBe('region-not-yours');
    await dana.call('recordResponsibility', cell(ASTANA));
    expect(await dana.refusal('recordResponsibility', cell(ASTANA))).toBe('changed-meanwhile');
    expect(await saule.refusal('recordResponsibility', cell(ASTANA, 1))).toBe('not-allowed');
    const none = { ...cell(ASTANA, 1), since: '2026-06-01', responsible: null };
    await dana.call('recordResponsibility', none);
    const { responsibilities } = await saule.call('listResponsibilities', {});
    expect(
      responsibilities.map(({ region, version, responsible }) => [region, version, responsible]),
    ).toEqual([
      [CAST_REGION, 1, answer],
      [ASTANA, 1, answer],
      [ASTANA, 2, null],
    ]);
  });

  it('names a provider only while it stands in the directory', async () => {
    const accountable = { body: 'ngo' as const, providerId: randomUUID() };
    const named = { ...cell(CAST_REGION), category: 'language' as const };
    const unknown = { ...named, responsible: { ...answer, accountable } };
    expect(await aidos.refusal('recordResponsibility', unknown)).toBe('not-found');
    const { providerId } = await centre();
    const known = { ...accountable, providerId };
    await aidos.call('recordResponsibility', {
      ...named,
      responsible: { ...answer, accountable: known },
    });
  });
});
