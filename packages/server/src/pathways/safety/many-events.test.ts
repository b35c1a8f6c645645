import { randomUUID } from 'node:crypto';
import { foldSafety } from '@tirek/domain/pathways/safety';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { CAST_REGION } from '../../demo/cast.ts';
import { colleague, register } from '../../people/test/registering.ts';
import { rowsAsOwner } from '../../test/queries.ts';
import { runOnce } from '../../test/run-once.ts';
import { type TestApp, testApp } from '../../test/test-app.ts';
import type { TestClient } from '../../test/test-client.ts';
import { escalateSafety } from './escalate-safety.ts';

let app: TestApp;
let saule: TestClient;
let onCall: string;
beforeAll(async () => {
  app = await testApp();
  saule = app.as('saule');
  onCall = await colleague(app, 'on.call', 'practitioner', CAST_REGION);
  await app.as('kairat').call('assignSupervision', {
    ...{ id: randomUUID(), supervisorId: app.id('gulmira'), practitionerId: app.id('saule') },
  });
  await app.as('aidos').call('planDutyShift', {
    ...{ id: randomUUID(), region: CAST_REGION, accountId: onCall },
    ...{ from: app.clock.now(), until: later(60 * 24) },
  });
});
afterAll(() => app[Symbol.asyncDispose]());

const later = (minutes: number) =>
  new Date(Date.parse(app.clock.now()) + minutes * 60_000).toISOString();

/** Saule was worried about a woman of hers more than an hour ago, and has the event by that. */
async function worried(): Promise<{ eventId: string; personId: string }> {
  const { personId } = await register(saule, { given: 'Айгүл', family: 'Сәрсенова' });
  const eventId = randomUUID();
  await saule.call('raiseSafetyEvent', {
    ...{ id: eventId, personId, kind: 'violence', urgency: 'now' },
    ...{ seenAt: later(-61), words: { text: 'Айтты.' } },
  });
  return { eventId, personId };
}
const says = (eventId: string, entry: object, id: string = randomUUID()) =>
  saule.call('recordSafetyEntry', {
    ...{ id, eventId, doneAt: app.clock.now() },
    entry: { value: {}, words: null, ...entry } as never,
  });

/** How often the database is asked while something is done. */
async function questionsOf(doing: () => Promise<unknown>): Promise<number> {
  const asking = vi.spyOn(pg.Client.prototype, 'query');
  try {
    await doing();
    return asking.mock.calls.length;
  } finally {
    asking.mockRestore();
  }
}

describe('many events', () => {
  it('cost the bar, the lists and the job no more questions than one', async () => {
    const dayan = app.asAccount(onCall);
    const give = async () => {
      const { eventId } = await worried();
      await says(eventId, { kind: 'handed-over', value: { to: onCall } });
      return eventId;
    };
    const reads = {
      bar: () => dayan.call('listSafetyCalls', {}),
      list: () => dayan.call('listSafetyEvents', {}),
      // Their deadline has passed and everybody who has to was asked.
      job: () => runOnce(app, escalateSafety),
    };
    const counted = async () => ({
      bar: await questionsOf(reads.bar),
      list: await questionsOf(reads.list),
      job: await questionsOf(reads.job),
    });
    await give();
    await runOnce(app, escalateSafety);
    await counted();
    const one = await counted();
    for (let times = 0; times < 3; times += 1) await give();
    await runOnce(app, escalateSafety);
    expect((await reads.list()).events).toHaveLength(4);
    expect((await reads.bar()).calls).toHaveLength(4);
    expect(await counted()).toEqual(one);
  });
});

describe('two words of one instant', () => {
  it('stay in the order in which they were heard, whatever their ids are', async () => {
    const { eventId } = await worried();
    const said = [
      ['ffffffff-ffff-4fff-bfff-fffffffffff1', { to: onCall }],
      ['00000000-0000-4000-8000-00000000000f', { to: app.id('saule') }],
    ] as const;
    for (const [id, value] of said) await says(eventId, { kind: 'handed-over', value }, id);
    const { event, entries } = await saule.call('getSafetyEvent', { eventId });
    // Given away and taken back at once: it is Saule’s, and nobody is being waited for.
    expect(foldSafety(event, entries)).toMatchObject({
      ...{ takenBy: app.id('saule'), offeredTo: null },
    });
    expect(entries.slice(-2).map(({ id }) => id)).toEqual(said.map(([id]) => id));
  });
});

describe('whom to call', () => {
  it('are the institutions of her region and then those of the whole country, never another region’s', async () => {
    const { eventId, personId } = await worried();
    const everywhere = app.asAccount(
      await colleague(app, 'everywhere', 'regional-coordinator', null),
    );
    const record = async (name: string, region: string | null) =>
      await everywhere.call('recordRegionalContact', {
        ...{ id: randomUUID(), contactId: randomUUID(), basedOn: 0 },
        value: {
          ...{ kind: 'helpline', region, phone: '+7 7112 50 00 00' },
          name: { kk: name, ru: name, en: name },
          hours: { kk: '9–18', ru: '9–18', en: '9–18' },
        },
      });
    await record('Almaty', 'KZ-75');
    await record('country', null);
    await record('here', CAST_REGION);
    const shown = (whole: { contacts: readonly { value: { name: { en: string } } }[] }) =>
      whole.contacts.map(({ value }) => value.name.en);
    expect(shown(await saule.call('getSafetyEvent', { eventId }))).toEqual(['here', 'country']);
    const [own] = (await saule.call('listSafetyEventsOf', { personId })).events;
    expect(own && shown(own)).toEqual(['here', 'country']);
  });
});

describe('an erased person’s event', () => {
  it('stands on nobody’s list and calls nobody to it', async () => {
    const { eventId, personId } = await worried();
    await says(eventId, { kind: 'handed-over', value: { to: app.id('gulmira') } });
    const waits = async () => ({
      called: (await app.as('gulmira').call('listSafetyCalls', {})).calls.some(
        (call) => call.eventId === eventId,
      ),
      listed: (await saule.call('listSafetyEvents', {})).events.some(
        ({ event }) => event.id === eventId,
      ),
    });
    expect(await waits()).toEqual({ called: true, listed: true });
    await rowsAsOwner(
      app.database,
      'insert into erasure (person_id, programme_id, erased_at) values ($1, $2, now())',
      [personId, app.programmeId],
    );
    expect(await waits()).toEqual({ called: false, listed: false });
  });
});
