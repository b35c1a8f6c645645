import { randomUUID } from 'node:crypto';
import type { CampaignSettings } from '@tirek/domain/surveys';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rowsAsOwner } from '../test/queries.ts';
import { type TestApp, testApp } from '../test/test-app.ts';
import { testForms } from './test/test-forms.ts';
import { openSurvey, SETTINGS, send, shuffle, submissionOf } from './test/test-survey.ts';

let app: TestApp;
beforeAll(async () => {
  app = await testApp({ forms: testForms });
});
afterAll(() => app[Symbol.asyncDispose]());

const draft = (changes: Partial<CampaignSettings> = {}) =>
  app
    .as('dana')
    .call('createCampaign', { id: randomUUID(), settings: { ...SETTINGS, ...changes } });

async function publish(changes: Partial<CampaignSettings>) {
  const { id, edition } = await draft(changes);
  const { status, body } = await app
    .as('dana')
    .raw('publishCampaign', { id: randomUUID(), campaignId: id, basedOn: edition });
  return status === 200
    ? { code: null, details: {} }
    : (body as { code: string; details: Record<string, unknown> });
}

describe('Dana prepares a campaign', () => {
  it('sees at once what stands against publishing, mends it, and publishes', async () => {
    const dana = app.as('dana');
    const { id, edition, obstacles } = await draft({ languages: ['kk', 'ru'] });
    expect(obstacles).toMatchObject([{ kind: 'language-draft', form: 'phq-8', language: 'kk' }]);
    const changed = await dana.call('changeCampaign', {
      id: randomUUID(),
      campaignId: id,
      basedOn: edition,
      settings: SETTINGS,
    });
    expect(changed).toMatchObject({ edition: 2, obstacles: [] });
    const published = await dana.call('publishCampaign', {
      id: randomUUID(),
      campaignId: id,
      basedOn: 2,
    });
    expect(published).toMatchObject({ status: 'published', publishedAt: app.clock.now() });
  });

  it('cannot publish what must not be asked, and is told why', async () => {
    expect(await publish({ forms: [{ code: 'ghq-12', version: '1.0.0' }] })).toMatchObject({
      code: 'campaign-not-publishable',
      details: { obstacles: [{ kind: 'form-without-text', form: 'ghq-12' }] },
    });
    expect(
      await publish({
        languages: ['ru'],
        forms: [...SETTINGS.forms, { code: 'danger', version: '1.0.0' }],
      }),
    ).toMatchObject({
      code: 'safety-item-refused',
      details: { form: 'danger', items: ['danger_1'] },
    });
    expect(await publish({ forms: [{ code: 'asq', version: '1.0.0' }] })).toMatchObject({
      code: 'safety-item-refused',
      details: { form: 'asq', obstacles: [{ kind: 'form-attended' }, { kind: 'language-draft' }] },
    });
    expect(await publish({ linkage: 'linked' })).toMatchObject({ code: 'linkage-not-available' });
    expect(await publish({ consentVersion: 'survey-panel-1' })).toMatchObject({
      details: { obstacles: [{ kind: 'consent-linkage-differs' }] },
    });
  });

  it('may ask about danger when there is somebody to call in every language, and is told what is missing', async () => {
    const asked = { forms: [...SETTINGS.forms, { code: 'phq-9', version: '1.0.0' }] };
    expect(await publish({ ...asked, help: [] })).toMatchObject({
      code: 'safety-item-refused',
      details: {
        form: 'phq-9',
        items: ['phq9_9'],
        obstacles: [
          { kind: 'safety-help-missing', language: 'ru' },
          { kind: 'safety-help-missing', language: 'en' },
        ],
      },
    });
    const [line] = SETTINGS.help;
    const withoutNumber = { ...line!, phone: 'по записи' };
    expect(await publish({ ...asked, help: [withoutNumber] })).toMatchObject({
      code: 'safety-item-refused',
    });
    expect(await publish(asked)).toMatchObject({ code: null });
  });

  it('cannot change what is published, neither through the program nor past it', async () => {
    const { campaign } = await openSurvey(app);
    const change = {
      id: randomUUID(),
      campaignId: campaign.id,
      basedOn: campaign.edition,
      settings: SETTINGS,
    };
    expect(await app.as('dana').refusal('changeCampaign', change)).toBe('campaign-published');
    await expect(
      rowsAsOwner(app.database, "update survey_campaign set settings = '{}' where id = $1", [
        campaign.id,
      ]),
    ).rejects.toThrow(/published campaign/);
  });

  it('does not overwrite what somebody else changed meanwhile', async () => {
    const { id } = await draft();
    const change = () => ({ id: randomUUID(), campaignId: id, basedOn: 1, settings: SETTINGS });
    expect(await app.as('dana').refusal('changeCampaign', change())).toBeNull();
    const { body } = await app.as('dana').raw('changeCampaign', change());
    expect(body).toMatchObject({ code: 'changed-meanwhile', details: { edition: 2 } });
  });

  it('finds instruments with their languages and what stands against them', async () => {
    const { forms } = await app.as('dana').call('listAskableForms', {});
    const named = (code: string) => forms.find((form) => form.code === code);
    expect(named('ghq-12')).toMatchObject({ canBeAnswered: false });
    expect(named('danger')).toMatchObject({ safetyItems: ['danger_1'], isAttended: false });
    expect(named('asq')).toMatchObject({ isAttended: true });
    expect(named('phq-8')).toMatchObject({
      questions: 8,
      canBeAnswered: true,
      languages: [
        { language: 'kk', state: 'draft' },
        { language: 'ru', state: 'complete' },
        { language: 'en', state: 'complete' },
      ],
    });
  });
});

describe('a wave', () => {
  it('goes from draft to open, closed and open again, each step kept with who, when and why', async () => {
    const dana = app.as('dana');
    const { wave } = await openSurvey(app);
    const waveId = wave.id;
    const closed = await dana.call('closeWave', {
      id: randomUUID(),
      waveId,
      reason: 'Қатты аяз, жол жабық',
    });
    expect(closed).toMatchObject({ status: 'closed', phase: 'closed' });
    const reopened = await dana.call('reopenWave', {
      id: randomUUID(),
      waveId,
      reason: 'Жол ашылды',
      closesOn: '2027-01-15',
    });
    expect(reopened).toMatchObject({
      status: 'reopened',
      phase: 'accepting',
      closesOn: '2027-01-15',
    });
    expect(reopened.events.map(({ kind, reason, by }) => ({ kind, reason, by }))).toEqual([
      { kind: 'created', reason: null, by: 'Дана Оспанова' },
      { kind: 'opened', reason: null, by: 'Дана Оспанова' },
      { kind: 'closed', reason: 'Қатты аяз, жол жабық', by: 'Дана Оспанова' },
      { kind: 'reopened', reason: 'Жол ашылды', by: 'Дана Оспанова' },
    ]);
    await expect(
      rowsAsOwner(app.database, 'delete from survey_wave_event where wave_id = $1', [waveId]),
    ).rejects.toThrow(/append-only/);
  });

  it('cannot be opened before its campaign is published, twice, or closed without a reason', async () => {
    const dana = app.as('dana');
    const { id: campaignId } = await draft();
    const days = { opensOn: '2026-12-01', closesOn: '2026-12-31' };
    const wave = await dana.call('addWave', { id: randomUUID(), campaignId, ...days });
    const open = () => dana.refusal('openWave', { id: randomUUID(), waveId: wave.id });
    expect(await open()).toBe('campaign-not-published');
    await dana.call('publishCampaign', { id: randomUUID(), campaignId, basedOn: 1 });
    expect(await open()).toBeNull();
    expect(await open()).toBe('wave-not-draft');
    expect(
      await dana.refusal('closeWave', { id: randomUUID(), waveId: wave.id, reason: ' ' }),
    ).toBe('input-invalid');
    expect(
      await dana.refusal('reopenWave', {
        id: randomUUID(),
        waveId: wave.id,
        reason: 'why',
        closesOn: '2027-01-01',
      }),
    ).toBe('wave-not-closed');
  });

  it('keeps its days in order and counts up within its campaign', async () => {
    const dana = app.as('dana');
    const { campaign } = await openSurvey(app);
    const add = (opensOn: string, closesOn: string) =>
      dana.raw('addWave', { id: randomUUID(), campaignId: campaign.id, opensOn, closesOn });
    expect((await add('2027-05-31', '2027-05-01')).body).toMatchObject({
      code: 'wave-dates-reversed',
    });
    expect((await add('2027-05-01', '2027-05-31')).body).toMatchObject({
      number: 2,
      status: 'draft',
      phase: 'draft',
    });
    expect((await add('2027-11-01', '2027-11-30')).body).toMatchObject({ number: 3 });
  });

  it('is made once, however often Dana’s app sends it', async () => {
    const { campaign } = await openSurvey(app);
    const input = {
      id: randomUUID(),
      campaignId: campaign.id,
      opensOn: '2027-05-01',
      closesOn: '2027-05-31',
    };
    const dana = app.as('dana');
    expect(await dana.call('addWave', input)).toEqual(await dana.call('addWave', input));
  });
});

describe('progress', () => {
  it('is counts by day and language, and codes issued and used', async () => {
    await using own = await testApp();
    const survey = await openSurvey(own, { linkage: 'one-time' });
    const dana = own.as('dana');
    const { codes, path } = await dana.call('issueCodes', {
      id: randomUUID(),
      waveId: survey.wave.id,
      count: 30,
    });
    expect(path).toBe(`/s/${survey.slug}`);
    for (const [n, code] of codes.slice(0, 12).entries()) {
      expect(
        await send(own, survey, submissionOf(survey, { code, language: n < 3 ? 'en' : 'ru' })),
      ).toBeNull();
    }
    expect(await dana.call('getWaveProgress', { waveId: survey.wave.id })).toMatchObject({
      answers: 12,
      waiting: 12,
      byDay: [],
      codes: { issued: 30, used: 12 },
    });
    own.clock.advance(24 * 60);
    await shuffle(own);
    expect(await own.as('timur').call('getWaveProgress', { waveId: survey.wave.id })).toEqual({
      waveId: survey.wave.id,
      answers: 12,
      waiting: 0,
      byDay: [
        { receivedOn: '2026-11-23', language: 'en', answers: 3 },
        { receivedOn: '2026-11-23', language: 'ru', answers: 9 },
      ],
      byLanguage: [
        { language: 'ru', answers: 9 },
        { language: 'en', answers: 3 },
      ],
      codes: { issued: 30, used: 12 },
      carriedDrafts: 0,
      isRounded: false,
    });
    // Aidos neither runs the survey nor reads its answers.
    expect(await own.as('aidos').call('getWaveProgress', { waveId: survey.wave.id })).toEqual({
      waveId: survey.wave.id,
      answers: 10,
      waiting: 0,
      byDay: [],
      byLanguage: [],
      codes: { issued: 30, used: 10 },
      carriedDrafts: 0,
      isRounded: true,
    });
    const { campaigns } = await own.as('aidos').call('listCampaigns', {});
    expect(campaigns[0]?.waves).toMatchObject([{ number: 1, phase: 'accepting', answers: 10 }]);
  });
});

describe('one-time codes', () => {
  it('open the survey once each; a slip, a stranger’s code and a used one each get their own sentence', async () => {
    const survey = await openSurvey(app, { linkage: 'one-time' });
    const other = await openSurvey(app, { linkage: 'one-time' });
    const dana = app.as('dana');
    const issue = (waveId: string) =>
      dana.call('issueCodes', { id: randomUUID(), waveId, count: 3 });
    const { codes } = await issue(survey.wave.id);
    const foreign = (await issue(other.wave.id)).codes[0];
    const [code = ''] = codes;
    const asked = async (changes: object) =>
      (await send(app, survey, submissionOf(survey, changes)))?.code;
    const slip = code.replace(/.$/, (last) => (last === '2' ? '3' : '2'));
    expect(await asked({})).toBe('code-missing');
    expect(await asked({ code: slip })).toBe('code-mistyped');
    expect(await asked({ code: foreign })).toBe('code-unknown');
    const submission = submissionOf(survey, { code: code.toLowerCase() });
    expect(await send(app, survey, submission)).toBeNull();
    expect(await asked({ code })).toBe('code-used');
    // She sends again because she is not sure that it went: that is no second use.
    expect(await send(app, survey, submission)).toBeNull();
  });

  it('lets only one of two people in who use one code at the same moment', async () => {
    const survey = await openSurvey(app, { linkage: 'one-time' });
    const { codes } = await app
      .as('dana')
      .call('issueCodes', { id: randomUUID(), waveId: survey.wave.id, count: 1 });
    const results = await Promise.all(
      Array.from({ length: 8 }, () => send(app, survey, submissionOf(survey, { code: codes[0]! }))),
    );
    expect(results.filter((one) => one === null)).toHaveLength(1);
    expect(results.filter((one) => one?.code === 'code-used')).toHaveLength(7);
  });

  it('are told once and stored only as keyed hashes', async () => {
    const survey = await openSurvey(app, { linkage: 'one-time' });
    const dana = app.as('dana');
    const input = { id: randomUUID(), waveId: survey.wave.id, count: 50 };
    const { codes } = await dana.call('issueCodes', input);
    expect(new Set(codes).size).toBe(50);
    expect(await dana.refusal('issueCodes', input)).toBe('already-done');
    const [{ text }] = (await rowsAsOwner<{ text: string }>(
      app.database,
      `select (select string_agg(code::text, ' ') from survey_code code where wave_id = '${survey.wave.id}')
        || (select string_agg(receipt::text, ' ') from write_receipt receipt)
        || (select string_agg(entry::text, ' ') from audit_entry entry) as text`,
    )) as [{ text: string }];
    for (const code of codes) {
      expect(text).not.toContain(code);
      expect(text).not.toContain(code.replaceAll('-', ''));
    }
    const [entry] = await rowsAsOwner(
      app.database,
      "select facts from audit_entry where action = 'issueCodes' order by id desc limit 1",
    );
    expect(entry).toEqual({ facts: { codes: 50 } });
  });

  it('are for waves that use them and are not closed', async () => {
    const dana = app.as('dana');
    const open = await openSurvey(app);
    const issue = (waveId: string) =>
      dana.refusal('issueCodes', { id: randomUUID(), waveId, count: 3 });
    expect(await issue(open.wave.id)).toBe('wave-without-codes');
    const survey = await openSurvey(app, { linkage: 'one-time' });
    await dana.call('closeWave', { id: randomUUID(), waveId: survey.wave.id, reason: 'аяқталды' });
    expect(await issue(survey.wave.id)).toBe('wave-closed');
    expect(await issue(randomUUID())).toBe('not-found');
  });
});
