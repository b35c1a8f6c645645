import { randomUUID } from 'node:crypto';
import type { ConsentPurpose } from '@tirek/domain/consents';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bornOn, register } from '../people/test/registering.ts';
import { rowsAsOwner } from '../test/queries.ts';
import { type TestApp, testApp } from '../test/test-app.ts';
import type { TestClient } from '../test/test-client.ts';
import { decisionOf, settle, sittingOf, TEST_SETTINGS } from './test/consenting.ts';

let app: TestApp;
let saule: TestClient;
beforeAll(async () => {
  app = await testApp();
  saule = app.as('saule');
});
afterAll(() => app[Symbol.asyncDispose]());

const woman = async (given: string) =>
  (await register(saule, { family: 'Сынақова', given, birth: bornOn('1990-05-17') })).personId;
const stateOf = async (personId: string, purpose: ConsentPurpose) =>
  (await saule.call('listConsents', { personId })).standing.find((one) => one.purpose === purpose)
    ?.state;
const topic = { purpose: 'research', receiverId: null } as const;
const withdrawal = (personId: string, over: object = {}) => ({
  id: randomUUID(),
  personId,
  party: 'person' as const,
  ...topic,
  mode: 'verbal' as const,
  language: 'kk' as const,
  shown: [topic],
  ...over,
});

describe('before Dana has said who the programme is', () => {
  it('nothing is recorded, and Saule is told why', async () => {
    const personId = await woman('Бірінші');
    expect(await saule.call('listConsents', { personId })).toMatchObject({
      obstacle: 'settings-missing',
      rule: null,
    });
    expect(await saule.refusal('recordConsent', sittingOf(personId, [decisionOf('service')]))).toBe(
      'consent-settings-missing',
    );
    await settle(app);
  });
});

describe('Saule takes down what Madina decides', () => {
  it('in one sitting, in Kazakh, with a thumb mark and a witness, and sees what stands', async () => {
    const personId = await woman('Мадина');
    const sitting = sittingOf(personId, [
      decisionOf('service', 'given', { withheld: [{ what: 'мекенжай', why: 'қауіпсіздік' }] }),
      decisionOf('screening', 'declined'),
      decisionOf('research', 'given', { until: '2027-11-23' }),
    ]);
    await saule.call('recordConsent', sitting);
    const seen = await saule.call('listConsents', { personId });
    expect(seen.standing).toMatchObject([
      { purpose: 'service', state: 'stands', until: null },
      { purpose: 'screening', state: 'declined' },
      { purpose: 'conference', state: 'not-asked' },
      { purpose: 'contact-phone', state: 'not-asked' },
      { purpose: 'contact-messenger', state: 'not-asked' },
      { purpose: 'research', state: 'stands', until: '2027-11-23' },
      { purpose: 'aggregate-reporting', state: 'not-asked' },
    ]);
    expect(seen.entries.find(({ purpose }) => purpose === 'service')).toMatchObject({
      mode: 'thumb',
      language: 'kk',
      textVersion: 'service-1',
      particulars: {
        witness: 'Айгүл Сейітова',
        withheld: [{ what: 'мекенжай', why: 'қауіпсіздік' }],
      },
    });
    expect(seen.due).toMatchObject([{ purpose: 'research', on: '2027-11-23', why: 'term-ends' }]);
    await saule.call('recordConsent', sitting);
    expect((await saule.call('listConsents', { personId })).entries).toHaveLength(3);
  });

  it('and nothing of who was there or what is withheld lies readable in the database', async () => {
    const rows = await rowsAsOwner<{ row: string }>(
      app.database,
      `select consent::text || encode(coalesce(sealed, ''), 'escape') as row from consent`,
    );
    expect(rows.length).toBeGreaterThan(2);
    expect(rows.map(({ row }) => row).join()).not.toMatch(/Айгүл|мекенжай/);
  });

  it('all of it or nothing: one thing amiss, and no word of the sitting is kept', async () => {
    const personId = await woman('Үшінші');
    const refusal = (over: object, decisions = [decisionOf('service'), decisionOf('research')]) =>
      saule.refusal('recordConsent', sittingOf(personId, decisions, over));
    expect(await refusal({ witness: null })).toBe('consent-not-possible');
    expect(await refusal({ givenOn: '2026-11-24' })).toBe('consent-not-possible');
    const wrong = decisionOf('research', 'given', { textVersion: 'service-1' });
    expect(await refusal({}, [decisionOf('service'), wrong])).toBe('consent-version-unknown');
    const nobody = decisionOf('referral', 'given', { receiverId: randomUUID() });
    expect(await refusal({}, [decisionOf('service'), nobody])).toBe('consent-receiver-unknown');
    expect((await saule.call('listConsents', { personId })).entries).toEqual([]);
  });

  it('but not for somebody of whom nobody knows how old she is', async () => {
    const { personId } = await register(saule, { family: 'Жасы', given: 'Белгісіз' });
    expect((await saule.call('listConsents', { personId })).obstacle).toBe('birth-missing');
    expect(await saule.refusal('recordConsent', sittingOf(personId, [decisionOf('service')]))).toBe(
      'birth-needed',
    );
  });
});

describe('a boy of eleven', () => {
  it('and his aunt agree together until he is twelve, and then it lapses', async () => {
    const { personId } = await register(saule, {
      family: 'Сынақов',
      given: 'Арман',
      birth: bornOn('2014-12-24'),
    });
    const service = () => [decisionOf('service')];
    const guardian = {
      relation: 'guardian' as const,
      name: 'Кенжегүл Апаева',
      document: '№ 14, 12.03.2021',
    };
    await saule.call(
      'recordConsent',
      sittingOf(personId, service(), { party: 'guardian', guardian }),
    );
    expect(await stateOf(personId, 'service')).toBe('incomplete');
    await saule.call('recordConsent', sittingOf(personId, service(), { mode: 'verbal' }));
    const seen = await saule.call('listConsents', { personId });
    expect(seen.standing[0]).toMatchObject({ state: 'stands', until: '2026-12-24' });
    expect(seen.due).toMatchObject([{ on: '2026-12-24', why: 'rule-changes', lapses: true }]);
    const [row] = await rowsAsOwner<{ before: boolean; after: boolean }>(
      app.database,
      `select exists (select from consent where person_id = $1 and stands_until > '2026-12-23') as before,
         exists (select from consent where person_id = $1 and stands_until > '2026-12-24') as after`,
      [personId],
    );
    expect(row).toEqual({ before: true, after: false });
  });
});

describe('Madina takes research back', () => {
  it('after she was shown what stops and what stays, and it is so at once', async () => {
    const personId = await woman('Қайтарған');
    await saule.call(
      'recordConsent',
      sittingOf(personId, [decisionOf('service'), decisionOf('research')]),
    );
    const effect = await saule.call('previewWithdrawal', { personId, party: 'person', ...topic });
    expect(effect).toEqual({
      topics: [topic],
      stops: ['new-research-answers', 'use-in-new-analyses'],
      remains: ['help', 'published-totals', 'log-and-consents'],
    });
    expect(await stateOf(personId, 'research')).toBe('stands');
    app.clock.advance(1);
    const input = withdrawal(personId);
    await saule.call('withdrawConsent', input);
    await saule.call('withdrawConsent', input);
    expect(await stateOf(personId, 'research')).toBe('withdrawn');
    expect(await stateOf(personId, 'service')).toBe('stands');
    expect(await saule.refusal('withdrawConsent', withdrawal(personId))).toBe(
      'consent-not-standing',
    );
  });

  it('and nothing is taken back that was not shown', async () => {
    const personId = await woman('Көрмеген');
    const hospital = randomUUID();
    await saule.call('addConsentReceiver', { id: hospital, name: 'Облыстық аурухана' });
    const referral = { purpose: 'referral', receiverId: hospital } as const;
    await saule.call(
      'recordConsent',
      sittingOf(personId, [decisionOf('referral', 'given', referral)]),
    );
    app.clock.advance(1);
    const all = { purpose: 'referral', receiverId: null } as const;
    const refused = withdrawal(personId, { ...all, shown: [] });
    expect(await saule.refusal('withdrawConsent', refused)).toBe('changed-meanwhile');
    await saule.call('withdrawConsent', withdrawal(personId, { ...all, shown: [referral] }));
    expect(await stateOf(personId, 'referral')).toBe('withdrawn');
  });
});

describe('help', () => {
  it('goes on for a woman who declined everything there is', async () => {
    const { personId, familyId } = await register(saule, {
      family: 'Келіспеген',
      given: 'Әйел',
      birth: bornOn('1988-01-01'),
    });
    const purposes = [
      'service',
      'screening',
      'conference',
      'research',
      'aggregate-reporting',
    ] as const;
    const no = sittingOf(
      personId,
      purposes.map((purpose) => decisionOf(purpose, 'declined')),
      { witness: null },
    );
    await saule.call('recordConsent', no);
    const done = [
      await saule.refusal('getPerson', { personId }),
      await saule.refusal('getFamily', { familyId }),
      await saule.refusal('recordLanguages', { id: randomUUID(), personId, languages: ['kk'] }),
      await saule.refusal('recordMove', {
        id: randomUUID(),
        personId,
        region: 'KZ-27',
        from: '2026-11-01',
      }),
    ];
    expect(done).toEqual([null, null, null, null]);
  });
});

describe('Ruslan', () => {
  it('sees who agreed to what by opaque ids, and no name, no witness and nothing sealed', async () => {
    const { words, next } = await app
      .as('ruslan')
      .call('listConsentStates', { purpose: 'research' });
    expect(words.length).toBeGreaterThan(1);
    expect(next).toBeNull();
    expect(words[0]).toEqual({
      personId: expect.any(String),
      purpose: 'research',
      receiverId: null,
      party: 'person',
      decision: expect.any(String),
      mode: expect.any(String),
      language: 'kk',
      textVersion: 'research-1',
      givenOn: '2026-11-23',
      standsUntil: expect.toBeOneOf([null, expect.any(String)]),
      isWitnessed: expect.any(Boolean),
    });
  });
});

describe('Dana', () => {
  it('changes the settings on the newest version only', async () => {
    const dana = app.as('dana');
    const { version } = await dana.call('getConsentSettings', {});
    const change = (basedOn: number) =>
      dana.refusal('setConsentSettings', { id: randomUUID(), basedOn, settings: TEST_SETTINGS });
    expect(await change(version)).toBeNull();
    expect(await change(version)).toBe('changed-meanwhile');
  });

  it('adds words of the programme’s own for a purpose, with everything the law wants named', async () => {
    const dana = app.as('dana');
    const text = (version: string, said: string) => ({
      id: randomUUID(),
      version,
      purpose: 'research' as const,
      givenToOthers: false,
      sentAbroad: false,
      published: false,
      words: {
        kk: {
          title: 'Зерттеу',
          points: [{ heading: 'Кім', text: said }],
          agree: 'Иә',
          decline: 'Жоқ',
        },
      },
    });
    const whole = '{{operator}} {{registrationNumber}} {{subject}} {{term}}';
    expect(await dana.refusal('addPurposeText', text('own-1', '{{operator}}'))).toBe(
      'consent-fields-missing',
    );
    expect(await dana.refusal('addPurposeText', text('own-1', `${whole} {{iin}}`))).toBe(
      'consent-placeholder-unknown',
    );
    expect(await dana.refusal('addPurposeText', text('research-1', whole))).toBe(
      'consent-version-taken',
    );
    expect(await dana.refusal('addPurposeText', text('own-1', whole))).toBeNull();
    const personId = await woman('Өз сөзі');
    const own = decisionOf('research', 'given', { textVersion: 'own-1' });
    expect(
      await saule.refusal('recordConsent', sittingOf(personId, [own], { language: 'ru' })),
    ).toBe('consent-version-unknown');
    expect(await saule.refusal('recordConsent', sittingOf(personId, [own]))).toBeNull();
  });
});
