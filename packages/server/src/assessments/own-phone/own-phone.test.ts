import { randomUUID } from 'node:crypto';
import { findForm } from '@tirek/domain/instruments';
import { PHONE_CONSENT } from '@tirek/domain/surveys';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { agreeing } from '../../cases/test/casework.ts';
import { settle } from '../../consents/test/consenting.ts';
import { colleague } from '../../people/test/registering.ts';
import { rowsAsApp, rowsAsOwner } from '../../test/queries.ts';
import { type TestApp, testApp } from '../../test/test-app.ts';
import type { TestClient } from '../../test/test-client.ts';

let app: TestApp;
let saule: TestClient;
let madina: TestClient;

beforeAll(async () => {
  app = await testApp();
  await settle(app);
  await app.as('kairat').call('assignSupervision', {
    id: randomUUID(),
    supervisorId: app.id('gulmira'),
    practitionerId: app.id('saule'),
  });
  for (const formCode of ['phq-9', 'asq']) {
    await app.as('aliya').call('recordCompetence', {
      ...{ id: randomUUID(), accountId: app.id('saule'), formCode, basedOn: 0 },
      ...({ state: 'held', validUntil: null } as const),
    });
  }
  madina = app.visitor();
});
afterAll(() => app[Symbol.asyncDispose]());
/** Sessions end while nobody asks: whoever works signs in anew. */
function later(minutes: number) {
  app.clock.advance(minutes);
  saule = app.as('saule');
}
beforeEach(() => later(5));

const HOUR = 60;
const screened = () => agreeing(saule, { purposes: ['service', 'screening'] });
const prepared = (personId: string, formCode = 'phq-9') =>
  saule.call('preparePhoneAsking', {
    ...{ id: randomUUID(), personId, formCode, language: 'ru' },
  } as const);
/** A link of somebody who agreed to screening, as she holds it. */
async function linked() {
  const { personId } = await screened();
  const { url, code } = await prepared(personId);
  return { personId, token: url.split('#')[1] ?? '', code };
}
type Key = { readonly token: string; readonly code: string };
const open = ({ token, code }: Key, language: 'kk' | 'ru' = 'ru') =>
  madina.call('openPhoneLink', { token, code, language });
const refusal = async (key: Key) => {
  const { done, ...told } = await open(key);
  return done ? null : 'code' in told && told.code;
};
const other = (code: string) => (code === '000000' ? '000001' : '000000');

/** What the page sends: an option for each of the nine questions and the one on daily life. */
function answers(key: Key, pattern: string, over: object = {}) {
  const form = findForm('phq-9');
  if (!form) throw new Error('no PHQ-9');
  const asked = form.items.filter(({ options }) => options.length > 0);
  return {
    ...{ id: randomUUID(), token: key.token, code: key.code, language: 'ru' as const },
    consent: { version: PHONE_CONSENT, language: 'ru' as const },
    answers: {
      [form.code]: Object.fromEntries(asked.map(({ linkId }, at) => [linkId, pattern[at] ?? '0'])),
    },
    forms: { [form.code]: form.version },
    languages: { phq9_2: 'kk' as const },
    answeredAt: app.clock.now(),
    ...over,
  };
}
const stateOf = async (personId: string) =>
  (await saule.call('listPhoneAskings', { personId })).askings.map(({ state }) => state);

describe('Madina on her own phone', () => {
  it('opens the questions with link and code, in a language of hers, and nothing tells her name or a programme', async () => {
    const { personId, ...key } = await linked();
    expect(await stateOf(personId)).toEqual(['waiting']);
    const opened = await open(key);
    if (!opened.done) throw new Error(opened.code);
    const { model } = opened;
    expect(model).toMatchObject({ linkage: 'linked', language: 'ru', title: 'Вопросы' });
    expect(model).toMatchObject({ emergency: { all: '112', ambulance: '103' } });
    expect(JSON.stringify(model)).not.toMatch(/Мәдина|Сейітова|PHQ-9:|программ/);
    expect(JSON.stringify(model)).not.toContain(personId);
    expect(await stateOf(personId)).toEqual(['opened']);
  });

  it('sends her answers, which stand in her file as any others do, with scores, languages and a step, once', async () => {
    const { personId, ...key } = await linked();
    await open(key);
    const sent = answers(key, '2222222200');
    expect(await madina.call('sendPhoneAnswers', sent)).toEqual({ done: true });
    expect(await madina.call('sendPhoneAnswers', sent)).toEqual({ done: true });
    const { assessments } = await saule.call('listAssessments', { personId });
    expect(assessments).toHaveLength(1);
    expect(assessments[0]).toMatchObject({
      ...{ id: sent.id, mode: 'own-phone', informant: 'self', language: 'ru' },
      sealed: { answers: { phq9_1: '2' }, languages: { phq9_2: 'kk' } },
    });
    expect(assessments[0]?.scores[0]).toMatchObject({ scale: 'phq-9', value: 16 });
    const { proposals } = await saule.call('listSteps', { personId });
    expect(proposals).toHaveLength(1);
    expect(await stateOf(personId)).toEqual(['answered']);
    const { people } = await saule.call('listPhoneAskingsToday', {});
    expect(people.find(({ asking }) => asking.personId === personId)).toMatchObject({
      asking: { state: 'answered', assessmentId: sent.id },
    });
    expect(await refusal(key)).toBe('link-used');
    expect(await madina.call('sendPhoneAnswers', answers(key, '1'))).toMatchObject({
      ...{ done: false, code: 'link-used' },
    });
  });

  it('says yes to danger: it is raised with the answers, its clock counts from her answer, and Saule is called though she was not there', async () => {
    const { personId, ...key } = await linked();
    await open(key);
    const answeredAt = app.clock.now();
    later(30);
    await madina.call('sendPhoneAnswers', answers(key, '0000000010', { answeredAt }));
    const { events } = await saule.call('listSafetyEventsOf', { personId });
    expect(events).toHaveLength(1);
    expect(events[0]?.event).toMatchObject({ kind: 'suicide', answeredAt });
    const called = await rowsAsOwner<{ to: string }>(
      app.database,
      `select entry.for_account as to from message join safety_entry entry on entry.id = message.id
       where entry.event_id = $1`,
      [events[0]?.event.id],
    );
    expect(called.map(({ to }) => to)).toContain(app.id('saule'));
  });

  it('has a phone whose clock is wrong: nothing counts from before the link was there, or from after it arrived', async () => {
    for (const [told, wanted] of [
      ['1970-01-01T00:00:00.000Z', 'asked'],
      ['2031-01-01T00:00:00.000Z', 'now'],
    ] as const) {
      const { personId, ...key } = await linked();
      const asked = app.clock.now();
      later(10);
      await madina.call('sendPhoneAnswers', answers(key, '1', { answeredAt: told }));
      const { assessments } = await saule.call('listAssessments', { personId });
      expect(assessments[0]?.answeredAt).toBe(wanted === 'asked' ? asked : app.clock.now());
    }
  });

  it('has no signal until the link is over: what she opened in time is taken for a week, and shown no more', async () => {
    const { personId, ...key } = await linked();
    await open(key);
    later(80 * HOUR);
    expect(await refusal(key)).toBe('link-expired');
    expect(await madina.call('sendPhoneAnswers', answers(key, '1'))).toEqual({ done: true });
    expect(await stateOf(personId)).toEqual(['answered']);
  });

  it('answers while the family goes into other hands: nothing is lost', async () => {
    const { personId, familyId } = await screened();
    const { url, code } = await prepared(personId);
    const key = { token: url.split('#')[1] ?? '', code };
    await open(key);
    const aigul = await colleague(app, 'aigul.phone');
    await app.as('kairat').call('assignSupervision', {
      ...{ id: randomUUID(), supervisorId: app.id('gulmira'), practitionerId: aigul },
    });
    const given = { id: randomUUID(), familyId, accountId: aigul };
    await app.as('gulmira').call('handOverFamily', given);
    expect(await madina.call('sendPhoneAnswers', answers(key, '1'))).toEqual({ done: true });
    const { assessments } = await app.asAccount(aigul).call('listAssessments', { personId });
    expect(assessments[0]?.mode).toBe('own-phone');
  });
});

describe('a link that opens nothing', () => {
  it('is told kindly apart: a wrong code with what is left, the fifth, and one that nobody made', async () => {
    const key = await linked();
    const wrong = { token: key.token, code: other(key.code) };
    for (const left of [4, 3, 2, 1]) {
      expect(await open(wrong)).toEqual({
        ...{ done: false, code: 'link-wrong-code', details: { left } },
      });
    }
    expect(await refusal(wrong)).toBe('link-locked');
    expect(await refusal(key)).toBe('link-locked');
    expect(await stateOf(key.personId)).toEqual(['locked']);
    expect(await refusal({ token: 'A'.repeat(43), code: key.code })).toBe('link-unknown');
  });

  it('has run out after three days', async () => {
    const key = await linked();
    later(72 * HOUR);
    expect(await refusal(key)).toBe('link-expired');
    expect(await madina.call('sendPhoneAnswers', answers(key, '1'))).toMatchObject({
      code: 'link-expired',
    });
    expect(await stateOf(key.personId)).toEqual(['expired']);
  });

  it('was taken back by Saule, at once and for answers under way as well', async () => {
    const { personId, ...key } = await linked();
    await open(key);
    const { askings } = await saule.call('listPhoneAskings', { personId });
    const back = { id: randomUUID(), askingId: askings[0]?.id ?? '' };
    await saule.call('takeBackPhoneAsking', back);
    expect(await refusal(key)).toBe('link-taken-back');
    expect(await madina.call('sendPhoneAnswers', answers(key, '1'))).toMatchObject({
      code: 'link-taken-back',
    });
    expect((await saule.call('listAssessments', { personId })).assessments).toEqual([]);
    expect(await saule.refusal('takeBackPhoneAsking', { ...back, id: randomUUID() })).toBe(
      'changed-meanwhile',
    );
  });

  it('went with her consent, and does not come back with a new one', async () => {
    const { personId, ...key } = await linked();
    await saule.call('withdrawConsent', {
      ...{ id: randomUUID(), personId, party: 'person', purpose: 'screening', receiverId: null },
      ...{ mode: 'verbal', language: 'kk', shown: [{ purpose: 'screening', receiverId: null }] },
    });
    expect(await refusal(key)).toBe('link-taken-back');
    const ended = await rowsAsOwner<{ kind: string }>(
      app.database,
      `select kind from phone_asking_end join phone_asking on id = asking_id where person_id = $1`,
      [personId],
    );
    expect(ended).toEqual([{ kind: 'taken-back' }]);
  });
});

describe('Saule', () => {
  it('gives no link without consent, without competence, or for what is asked only with somebody beside', async () => {
    const silent = await agreeing(saule);
    const refused = (personId: string, formCode: string) =>
      saule.refusal('preparePhoneAsking', {
        ...{ id: randomUUID(), personId, formCode, language: 'ru' as const },
      });
    expect(await refused(silent.personId, 'phq-9')).toBe('assessment-consent-missing');
    const { personId } = await screened();
    expect(await refused(personId, 'gad-7')).toBe('assessment-competence-missing');
    expect(await refused(personId, 'asq')).toBe('assessment-attended');
  });

  it('writes down by hand no answer of a phone: the database wants to have seen link and code', async () => {
    const { personId } = await screened();
    const claims = {
      ...{ actor_kind: 'account', actor_id: app.id('saule'), programme_id: app.programmeId },
      fully_signed_in: 'yes',
    };
    const insert = (mode: string) =>
      rowsAsApp(
        app.database,
        claims,
        `insert into assessment (id, programme_id, person_id, form_code, form_version, mode, informant, language,
           is_entered_twice, taken_on, answered_at, scores, conclusions, sealed, recorded_by, recorded_at, recorded_on)
         values ('${randomUUID()}', '${app.programmeId}', '${personId}', 'phq-9', '1.0.0', '${mode}', 'self', 'ru', false,
           '2026-11-23', now(), '[]', '[]', '\\x00', '${app.id('saule')}', '${app.clock.now()}',
           '${app.clock.now().slice(0, 10)}')`,
      );
    await expect(insert('own-phone')).rejects.toMatchObject({ code: '42501' });
    await expect(insert('telephone')).resolves.toEqual([]);
  });

  it('keeps neither token nor code, in no table and in no log', async () => {
    const { personId, token, code } = await linked();
    await open({ token, code });
    const rows = await rowsAsOwner<{ all: string }>(
      app.database,
      `select (select string_agg(link::text, ' ') from phone_asking_link link)
         || (select string_agg(entry::text, ' ') from audit_entry entry where $1 = any (about)) as all`,
      [personId],
    );
    expect(rows[0]?.all).not.toContain(token);
    expect(JSON.stringify(app.log)).not.toContain(token);
    const [opened] = await rowsAsOwner<{ actorKind: string; facts: object }>(
      app.database,
      `select actor_kind as "actorKind", facts from audit_entry where action = 'openPhoneLink' and $1 = any (about)`,
      [personId],
    );
    expect(opened).toEqual({ actorKind: 'visitor', facts: { outcome: 'open' } });
  });
});
