import { randomUUID } from 'node:crypto';
import {
  foldSafety,
  PROTOCOLS,
  type SafetyEntryInput,
  USUAL_SAFETY_CLOCK,
} from '@tirek/domain/pathways/safety';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inRequest } from '../../db/request-transaction.ts';
import { CAST_REGION } from '../../demo/cast.ts';
import { derivedKey } from '../../http/derived-key.ts';
import { colleague, register } from '../../people/test/registering.ts';
import { rowsAsApp, rowsAsOwner } from '../../test/queries.ts';
import { type TestApp, testApp } from '../../test/test-app.ts';
import type { TestClient } from '../../test/test-client.ts';
import { TEST_KEY } from '../../test/throw-away-database.ts';
import { escalateSafety } from './escalate-safety.ts';
import { raiseSafetyEvents } from './raise-safety-events.ts';

let app: TestApp;
let saule: TestClient;
let gulmira: TestClient;
let aidos: TestClient;
let dayan: TestClient;
let onCall: string;
beforeAll(async () => {
  app = await testApp();
  saule = anew(() => app.as('saule'));
  gulmira = anew(() => app.as('gulmira'));
  aidos = anew(() => app.as('aidos'));
  onCall = await colleague(app, 'on.call', 'practitioner', CAST_REGION);
  dayan = anew(() => app.asAccount(onCall));
  await app.as('kairat').call('assignSupervision', {
    ...{ id: randomUUID(), supervisorId: app.id('gulmira'), practitionerId: app.id('saule') },
  });
  await aidos.call('planDutyShift', {
    ...{ id: randomUUID(), region: CAST_REGION, accountId: onCall },
    ...{ from: app.clock.now(), until: later(60 * 24 * 30) },
  });
});
afterAll(() => app[Symbol.asyncDispose]());

/** Whoever signs in anew for every call: hours pass here, and a session would have ended. */
const anew = (signIn: () => TestClient): TestClient => ({
  ...signIn(),
  call: (name, input) => signIn().call(name, input),
});
const later = (minutes: number, from = app.clock.now()) =>
  new Date(Date.parse(from) + minutes * 60_000).toISOString();
const minutesPass = async (minutes: number) => {
  app.clock.advance(minutes);
  await tick();
};
/** One round of the job, as any process runs it. */
const tick = (database = app.database) =>
  escalateSafety.run({
    ...{ database, clock: app.clock, newId: randomUUID, folder: '', log: () => undefined },
    keyFor: (purpose) => derivedKey(TEST_KEY, purpose),
  });

const woman = (client = saule) =>
  register(client, { given: 'Айгүл', family: 'Сәрсенова', phone: '+7 700 000 00 01' });

/** What the answers of an assessment say, as the colleague who keeps it raises it. */
async function answered(
  personId: string,
  {
    minutesAgo = 0,
    urgency = 'now' as 'now' | 'today',
    assessmentId = randomUUID() as string,
    by = app.id('saule'),
  } = {},
): Promise<string> {
  const assignments = [{ role: 'practitioner' as const, region: CAST_REGION }];
  const actor = {
    ...{ kind: 'account' as const, accountId: by, programmeId: app.programmeId, assignments },
    ...{ sessionId: randomUUID(), isFullySignedIn: true as const },
  };
  const now = app.clock.now();
  const [id = ''] = await inRequest(app.database, actor, (tx) =>
    raiseSafetyEvents(tx, actor, {
      ...{ assessmentId, personId, now, answeredAt: later(-minutesAgo) },
      signals: [
        { kind: 'suicide', urgency: 'today' },
        { kind: 'suicide', urgency },
      ],
    }),
  );
  return id;
}

const callsOf = async (client: TestClient, eventId: string) =>
  (await client.call('listSafetyCalls', {})).calls.find((call) => call.eventId === eventId)
    ?.wanted ?? null;
/** Who is called to an event now. */
const called = async (eventId: string) => ({
  saule: await callsOf(saule, eventId),
  gulmira: await callsOf(gulmira, eventId),
  dayan: await callsOf(dayan, eventId),
  aidos: await callsOf(aidos, eventId),
});
const NOBODY = { saule: null, gulmira: null, dayan: null, aidos: null };

/** Each word a moment after the one before. */
const says = (
  client: TestClient,
  eventId: string,
  entry: Pick<SafetyEntryInput, 'kind'> & { value?: object; words?: object | null },
) => {
  app.clock.advance(0.001);
  return client.call('recordSafetyEntry', {
    ...{ id: randomUUID(), eventId, doneAt: app.clock.now() },
    entry: { value: {}, words: null, ...entry } as SafetyEntryInput,
  });
};
const takes = (client: TestClient, eventId: string) =>
  says(client, eventId, { kind: 'acknowledged' });
async function follows(client: TestClient, eventId: string) {
  for (const step of PROTOCOLS.suicide.required) {
    await says(client, eventId, { kind: 'step', value: { step, state: 'done' } });
  }
}
const problem = async (doing: Promise<unknown>) =>
  await doing.then(
    () => null,
    (error: { code?: string }) => error.code,
  );

const claims = (accountId: string) => ({
  ...{ actor_kind: 'account', actor_id: accountId, programme_id: app.programmeId },
  fully_signed_in: 'yes',
});
const triedAs = async (accountId: string, text: string) => {
  try {
    return (await rowsAsApp(app.database, claims(accountId), text)).length;
  } catch (error) {
    return (error as { code?: string }).code;
  }
};
const ROW_POLICY = '42501';

describe('an answer that says danger', () => {
  it('calls Saule at once, Gulmira after a quarter of an hour, who is on call after half an hour, Aidos after an hour', async () => {
    const eventId = await answered((await woman()).personId);
    expect(await called(eventId)).toEqual({ ...NOBODY, saule: 'take' });
    await minutesPass(14);
    expect(await callsOf(dayan, eventId)).toBeNull();
    await minutesPass(1);
    expect(await called(eventId)).toEqual({ ...NOBODY, saule: 'take', gulmira: 'take' });
    await minutesPass(15);
    expect(await callsOf(dayan, eventId)).toBe('take');
    expect(await callsOf(aidos, eventId)).toBeNull();
    await minutesPass(30);
    expect(await callsOf(aidos, eventId)).toBe('appoint');
    // Whoever is on call learns what is needed to act, and Aidos whom to ring up and nothing of a person.
    const seen = await dayan.call('getSafetyEvent', { eventId });
    expect(seen.person).toMatchObject({
      ...{ name: 'Сәрсенова Айгүл', phones: ['+7 700 000 00 01'], isInReach: false },
    });
    const { unanswered } = await aidos.call('getDuty', {});
    const mine = unanswered.find((each) => each.eventId === eventId);
    expect(mine?.asked).toHaveLength(4);
    expect(JSON.stringify(mine)).not.toMatch(/Айгүл|suicide/);
    await takes(dayan, eventId);
    expect(await called(eventId)).toEqual(NOBODY);
    expect((await saule.call('getSafetyEvent', { eventId })).holder).toMatchObject({
      ...{ accountId: onCall, isTaken: true },
    });
  });

  it('that comes three hours late from a device that slept is overdue at once and has reached everybody', async () => {
    const eventId = await answered((await woman()).personId, { minutesAgo: 180 });
    expect(await called(eventId)).toEqual({
      ...{ saule: 'take', gulmira: 'take', dayan: 'take', aidos: 'appoint' },
    });
    const { event } = await saule.call('getSafetyEvent', { eventId });
    expect(event.dueAt).toBe(later(-120));
    await takes(saule, eventId);
    await follows(saule, eventId);
  });

  it('counts from its arrival where the device is in another time zone or an hour ahead', async () => {
    const eventId = await answered((await woman()).personId, { minutesAgo: -600 });
    const { event } = await saule.call('getSafetyEvent', { eventId });
    expect(event).toMatchObject({ countsFrom: 'arrival', dueAt: later(60) });
    await takes(saule, eventId);
  });

  it('raises one event, the more pressing one, however often the assessment is sent', async () => {
    const { personId } = await woman();
    const assessmentId = randomUUID();
    const eventId = await answered(personId, { assessmentId });
    expect(await answered(personId, { assessmentId })).toBe(eventId);
    const { events } = await saule.call('listSafetyEventsOf', { personId });
    expect(events.map(({ event }) => [event.kind, event.urgency])).toEqual([['suicide', 'now']]);
    await takes(saule, eventId);
  });
});

describe('an event always has somebody', () => {
  it('a teenager says yes on a Friday at 17:55: Gulmira has gone on leave, and who is on call gets it', async () => {
    app.clock.set('2026-11-27T12:55:00.000Z');
    await gulmira.call('planAbsence', {
      ...{ id: randomUUID(), accountId: app.id('gulmira') },
      ...{ from: '2026-11-27T12:00:00.000Z', until: '2026-11-30T04:00:00.000Z' },
    });
    const eventId = await answered((await woman()).personId);
    await minutesPass(15);
    expect(await called(eventId)).toEqual({ ...NOBODY, saule: 'take', dayan: 'take' });
    await takes(dayan, eventId);
    await follows(dayan, eventId);
    await minutesPass(60);
    expect(await called(eventId)).toEqual(NOBODY);
  });

  it('goes on at once where Saule is on leave, and again when whoever had it goes on leave', async () => {
    app.clock.set('2026-11-30T05:00:00.000Z');
    const { personId } = await woman();
    const absence = {
      ...{ id: randomUUID(), accountId: app.id('saule') },
      ...{ from: app.clock.now(), until: later(600) },
    };
    await saule.call('planAbsence', absence);
    const eventId = await answered(personId);
    expect(await called(eventId)).toEqual({ ...NOBODY, gulmira: 'take' });
    await takes(gulmira, eventId);
    const leave = { ...absence, id: randomUUID(), accountId: app.id('gulmira') };
    await gulmira.call('planAbsence', leave);
    await tick();
    expect(await callsOf(dayan, eventId)).toBe('take');
    expect((await dayan.call('getSafetyEvent', { eventId })).holder.accountId).toBe(onCall);
    for (const [client, absenceId] of [
      [saule, absence.id],
      [gulmira, leave.id],
    ] as const) {
      await client.call('withdrawAbsence', { id: randomUUID(), absenceId });
    }
    await says(dayan, eventId, { kind: 'handed-over', value: { to: onCall } });
  });

  it('is somebody’s even where nobody holds the family and every colleague is gone', async () => {
    const lone = await colleague(app, 'lone', 'practitioner', 'KZ-75');
    const { personId } = await woman(app.asAccount(lone));
    const eventId = await answered(personId, { by: lone });
    await rowsAsOwner(app.database, 'update account set closed_at = now() where id = $1', [lone]);
    await tick();
    // No supervisor, nobody on call there, no coordinator: colleagues of other regions, the nearest first.
    const { calls } = await gulmira.call('listSafetyCalls', {});
    expect(calls.some((call) => call.eventId === eventId)).toBe(true);
    await takes(gulmira, eventId);
  });

  it('hears again of what was taken and not begun by the deadline', async () => {
    const eventId = await answered((await woman()).personId);
    await takes(saule, eventId);
    await minutesPass(60);
    const { entries } = await gulmira.call('getSafetyEvent', { eventId });
    expect(entries.flatMap(({ kind, value }) => (kind === 'asked' ? [value.to] : []))).toContain(
      app.id('gulmira'),
    );
    await follows(saule, eventId);
  });

  it('calls whoever was asked by a message that tells nothing', async () => {
    const eventId = await answered((await woman()).personId);
    await minutesPass(15);
    await takes(saule, eventId);
    const rows = await rowsAsOwner<{ kind: string; to: string }>(
      app.database,
      `select message.kind, entry.for_account as to from message join safety_entry entry on entry.id = message.id
       where entry.event_id = $1`,
      [eventId],
    );
    // Saule was there when it was raised; nobody rings her up about what is on her screen.
    expect(rows).toEqual([{ kind: 'look-now', to: app.id('gulmira') }]);
  });

  it('asks everybody once after a restart, and with two processes side by side', async () => {
    const eventId = await answered((await woman()).personId);
    app.clock.advance(45);
    await Promise.all([tick(), tick(), tick()]);
    await tick();
    const rows = await rowsAsOwner<{ asked: number; told: number }>(
      app.database,
      `select (select count(*)::integer from safety_entry where event_id = $1 and kind = 'asked') as asked,
        (select count(*)::integer from audit_entry where action = 'askForSafety' and $1 = any (about)) as told`,
      [eventId],
    );
    // Saule was asked when it was raised; Gulmira and who is on call by the job.
    expect(rows).toEqual([{ asked: 3, told: 2 }]);
    await takes(saule, eventId);
  });

  it('goes along when the family is handed over', async () => {
    const { personId, familyId } = await woman();
    const eventId = await answered(personId);
    const mate = await colleague(app, 'mate', 'practitioner', CAST_REGION);
    await app.as('kairat').call('assignSupervision', {
      ...{ id: randomUUID(), supervisorId: app.id('gulmira'), practitionerId: mate },
    });
    app.clock.advance(1);
    await gulmira.call('handOverFamily', { id: randomUUID(), familyId, accountId: mate });
    await tick();
    expect(await callsOf(app.asAccount(mate), eventId)).toBe('take');
    await takes(app.asAccount(mate), eventId);
  });
});

describe('what a colleague sees herself', () => {
  it('is hers at once, and words that she wrote come back to her and to nobody outside', async () => {
    const { personId } = await woman();
    const eventId = randomUUID();
    const raising = {
      ...{ id: eventId, personId, kind: 'violence' as const, urgency: 'today' as const },
      ...{ seenAt: later(-30), words: { text: 'Күйеуі ұрғанын айтты.' } },
    };
    const { dueAt } = await saule.call('raiseSafetyEvent', raising);
    expect(dueAt).toBe(later(24 * 60 - 30));
    expect(await saule.call('raiseSafetyEvent', raising)).toEqual({ dueAt });
    const seen = await gulmira.call('getSafetyEvent', { eventId });
    expect(seen.holder).toMatchObject({ accountId: app.id('saule'), isTaken: true });
    expect(seen.entries.find(({ kind }) => kind === 'acknowledged')?.words).toEqual(raising.words);
    expect(await problem(dayan.call('getSafetyEvent', { eventId }))).toBe('not-found');
    // A plan of her own, in two versions, and what it is bound to.
    const plan = { signs: 'а', ways: 'б', company: '', helpers: '', services: '', home: '' };
    await says(saule, eventId, { kind: 'plan', words: plan });
    await says(saule, eventId, { kind: 'plan', words: { ...plan, ways: 'в' } });
    const { event, entries } = await saule.call('getSafetyEvent', { eventId });
    expect(foldSafety(event, entries).plans.map(({ words }) => words?.ways)).toEqual(['б', 'в']);
  });

  it('is closed by two people, and not before the protocol is done', async () => {
    const eventId = await answered((await woman()).personId);
    const proposal = { kind: 'closing-proposed', value: { ground: 'danger-over' } } as const;
    expect(await problem(says(saule, eventId, proposal))).toBe('safety-not-taken');
    await takes(saule, eventId);
    expect(await problem(says(saule, eventId, proposal))).toBe('safety-steps-missing');
    await follows(saule, eventId);
    await says(saule, eventId, proposal);
    expect(await callsOf(gulmira, eventId)).toBe('confirm');
    expect(await problem(says(saule, eventId, { kind: 'closed' }))).toBe('safety-second-person');
    app.clock.advance(1);
    await says(gulmira, eventId, { kind: 'closed' });
    expect(await called(eventId)).toEqual(NOBODY);
    expect(await problem(takes(saule, eventId))).toBe('safety-closed');
    app.clock.advance(1);
    await says(saule, eventId, { kind: 'reopened' });
    const { events } = await saule.call('listSafetyEvents', {});
    expect(events.map(({ event }) => event.id)).toContain(eventId);
  });

  it('is handed over only when the other one says that she has it', async () => {
    const eventId = await answered((await woman()).personId);
    await takes(saule, eventId);
    await says(saule, eventId, { kind: 'handed-over', value: { to: onCall } });
    expect(await callsOf(dayan, eventId)).toBe('take');
    const holder = async () => (await saule.call('getSafetyEvent', { eventId })).holder.accountId;
    expect(await holder()).toBe(app.id('saule'));
    app.clock.advance(1);
    await takes(dayan, eventId);
    expect(await holder()).toBe(onCall);
  });
});

describe('duty', () => {
  it('is Aidos’ to plan, in his region, and a clock is never slower than the promise', async () => {
    const contactId = randomUUID();
    const value = {
      ...{ kind: 'guardianship' as const, region: CAST_REGION, phone: '+7 7112 50 00 00' },
      name: { kk: 'Қорғаншылық органы', ru: 'Орган опеки', en: 'Guardianship body' },
      hours: { kk: '9–18', ru: '9–18', en: '9–18' },
    };
    const recorded = { id: randomUUID(), contactId, basedOn: 0, value };
    await aidos.call('recordRegionalContact', recorded);
    expect((await saule.call('getDuty', {})).contacts.map(({ id }) => id)).toContain(contactId);
    const elsewhere = { ...value, region: 'KZ-75' };
    const wrong = { ...recorded, id: randomUUID(), contactId: randomUUID(), value: elsewhere };
    expect(await problem(aidos.call('recordRegionalContact', wrong))).toBe('not-allowed');
    const slow = { ...USUAL_SAFETY_CLOCK.now, coordinator: 90 };
    const clock = { ...USUAL_SAFETY_CLOCK, now: slow };
    const dana = app.as('dana');
    expect(
      await problem(dana.call('setSafetyClock', { id: randomUUID(), basedOn: 0, clock })),
    ).toBe('safety-clock-slow');
    const endless = { region: CAST_REGION, accountId: onCall, from: later(0) };
    expect(
      await problem(
        aidos.call('planDutyShift', { ...endless, id: randomUUID(), until: later(90 * 24 * 60) }),
      ),
    ).toBe('duty-span-impossible');
  });
});

describe('whoever goes around the program', () => {
  it('reads no event she was not asked for, writes nobody’s word and no past', async () => {
    const eventId = await answered((await woman()).personId);
    await takes(saule, eventId);
    const stranger = await colleague(app, 'stranger.here', 'practitioner', CAST_REGION);
    for (const table of ['safety_event', 'safety_entry']) {
      expect(await triedAs(stranger, `select from ${table}`)).toBe(0);
      expect(await triedAs(app.id('aidos'), `select from ${table}`)).toBe(0);
    }
    const forged = (kind: string, by: string, to: string | null = null) =>
      `insert into safety_entry (id, programme_id, event_id, kind, value, for_account, recorded_by, done_at, recorded_at)
       values (gen_random_uuid(), '${app.programmeId}', '${eventId}', '${kind}',
         '${to ? `{"to":"${to}"}` : '{}'}', ${to ? `'${to}'` : 'null'}, '${by}', now(), now())`;
    expect(await triedAs(stranger, forged('acknowledged', stranger))).toBe(ROW_POLICY);
    expect(await triedAs(app.id('saule'), forged('acknowledged', onCall))).toBe(ROW_POLICY);
    expect(await triedAs(app.id('saule'), forged('closed', app.id('saule')))).toBe(ROW_POLICY);
    expect(
      await triedAs(app.id('saule'), forged('handed-over', app.id('saule'), app.id('aidos'))),
    ).toBe(ROW_POLICY);
    expect(await triedAs(stranger, `select from safety_chains('{${eventId}}', now())`)).toBe(0);
    expect(await triedAs(stranger, `select from safety_identities('{${eventId}}')`)).toBe(0);
    expect(
      await triedAs(
        stranger,
        `select where ask_for_safety(gen_random_uuid(), '${eventId}', '${stranger}', 4, now())`,
      ),
    ).toBe(0);
    expect(await triedAs(stranger, `select from safety_chains_of('{${eventId}}', now())`)).toBe(
      ROW_POLICY,
    );
    for (const text of [
      `update safety_event set due_at = due_at + interval '1 hour'`,
      'delete from safety_entry',
    ]) {
      await expect(rowsAsOwner(app.database, text, [])).rejects.toThrow(/append-only/);
      expect(await triedAs(app.id('saule'), text)).toBe(ROW_POLICY);
    }
  });

  it('an erased person’s event calls nobody, and its words are gone', async () => {
    const { personId } = await woman();
    const eventId = randomUUID();
    await saule.call('raiseSafetyEvent', {
      ...{ id: eventId, personId, kind: 'violence', urgency: 'now' },
      ...{ seenAt: app.clock.now(), words: { text: 'Айтты.' } },
    });
    await rowsAsOwner(
      app.database,
      'insert into erasure (person_id, programme_id, erased_at) values ($1, $2, now())',
      [personId, app.programmeId],
    );
    await minutesPass(120);
    const rows = await rowsAsOwner<{ asked: number; sealed: number }>(
      app.database,
      `select count(*) filter (where kind = 'asked' and value ->> 'level' <> '0')::integer as asked,
        count(sealed)::integer as sealed from safety_entry where event_id = $1`,
      [eventId],
    );
    expect(rows).toEqual([{ asked: 0, sealed: 0 }]);
  });
});
