import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rowsAsOwner } from '../test/queries.ts';
import { type TestApp, testApp } from '../test/test-app.ts';
import { testForms } from './test/test-forms.ts';
import { openSurvey, phq8, send, shuffle, submissionOf } from './test/test-survey.ts';

let app: TestApp;
beforeAll(async () => {
  app = await testApp({ forms: testForms });
});
afterAll(() => app[Symbol.asyncDispose]());

/** What is there of a wave, waiting or stored. */
async function countOf(waveId: string): Promise<number> {
  const progress = await app.as('dana').call('getWaveProgress', { waveId });
  return progress.answers;
}

describe('Madina sends her answers', () => {
  it('and they are stored with their scores, the day, the language and the consent, and with nothing else', async () => {
    const survey = await openSurvey(app);
    for (let n = 0; n < 10; n++) {
      expect(await send(app, survey, submissionOf(survey, { answers: phq8('3') }))).toBeNull();
    }
    await shuffle(app);
    const [stored] = await rowsAsOwner(
      app.database,
      'select * from survey_response where wave_id = $1',
      [survey.wave.id],
    );
    expect(stored).toEqual({
      wave_id: survey.wave.id,
      id: expect.stringMatching(/^[0-9a-f-]{36}$/),
      language: 'ru',
      consent_version: 'survey-open-1',
      consent_language: 'ru',
      received_on: '2026-11-23',
      answers: phq8('3'),
      scores: { 'phq-8': [expect.objectContaining({ scale: 'phq-8', kind: 'scored', value: 24 })] },
      form_versions: { 'phq-8': '1.0.0' },
      panel_hash: null,
    });
  });

  it('twice, because the signal went before the answer came, and they count once', async () => {
    const survey = await openSurvey(app);
    const submission = submissionOf(survey);
    expect(await send(app, survey, submission)).toBeNull();
    expect(await send(app, survey, submission)).toBeNull();
    expect(await Promise.all([1, 2, 3].map(() => send(app, survey, submission)))).toEqual([
      null,
      null,
      null,
    ]);
    expect(await countOf(survey.wave.id)).toBe(1);
  });

  it('again after the survey has closed, and is not told that she came too late', async () => {
    const survey = await openSurvey(app);
    const submission = submissionOf(survey);
    expect(await send(app, survey, submission)).toBeNull();
    await app.as('dana').call('closeWave', {
      id: randomUUID(),
      waveId: survey.wave.id,
      reason: 'Барлығы жауап берді',
    });
    expect(await send(app, survey, submission)).toBeNull();
    expect(await send(app, survey, submissionOf(survey))).toMatchObject({ code: 'wave-over' });
    expect(await countOf(survey.wave.id)).toBe(1);
  });

  it('with one answer that is none, and is told which', async () => {
    const survey = await openSurvey(app);
    const refused = await send(
      app,
      survey,
      submissionOf(survey, { answers: phq8('0', 'sometimes') }),
    );
    expect(refused).toMatchObject({
      code: 'answers-invalid',
      details: { findings: [{ form: 'phq-8', path: 'phq8_2', code: 'unknown-option' }] },
    });
    expect(await countOf(survey.wave.id)).toBe(0);
  });

  it('having skipped every question, which is her right', async () => {
    const survey = await openSurvey(app);
    expect(await send(app, survey, submissionOf(survey, { answers: { 'phq-8': {} } }))).toBeNull();
    expect(await countOf(survey.wave.id)).toBe(1);
  });

  it('before the first day, and is told the day', async () => {
    const survey = await openSurvey(app, {}, { opensOn: '2026-11-30', closesOn: '2026-12-20' });
    expect(await send(app, survey, submissionOf(survey))).toEqual({
      code: 'wave-not-open-yet',
      status: 409,
      details: { opensOn: '2026-11-30' },
    });
  });

  it('in the last minute of the last day in Oral, which is accepted, and a minute later, which is not', async () => {
    await using late = await testApp();
    const survey = await openSurvey(late, {}, { opensOn: '2026-11-23', closesOn: '2026-11-24' });
    late.clock.set('2026-11-24T18:59:30.000Z');
    expect(await send(late, survey, submissionOf(survey))).toBeNull();
    late.clock.set('2026-11-24T19:00:30.000Z');
    expect(await send(late, survey, submissionOf(survey))).toMatchObject({ code: 'wave-over' });
  });

  it('from a page that she kept offline for long, and is told to reload it', async () => {
    const survey = await openSurvey(app);
    const asked = (changes: object) => send(app, survey, submissionOf(survey, changes));
    expect(await asked({ consent: { version: 'survey-open-0', language: 'ru' } })).toMatchObject({
      code: 'consent-version-old',
    });
    expect(await asked({ forms: { 'phq-8': '0.9.0' } })).toMatchObject({
      code: 'form-version-old',
      details: { form: 'phq-8' },
    });
    expect(await asked({ language: 'kk' })).toMatchObject({ code: 'language-not-offered' });
    expect(await asked({ forms: { 'phq-8': '1.0.0' } })).toBeNull();
  });

  it('to an address that leads nowhere', async () => {
    const survey = await openSurvey(app);
    expect(await send(app, { slug: 'bcdfghjk' }, submissionOf(survey))).toMatchObject({
      code: 'survey-not-found',
    });
  });

  it('with signs that no database can keep, and the rest of her words is kept', async () => {
    const forms = [{ code: 'words', version: '1.0.0' }];
    const survey = await openSurvey(app, { forms, languages: ['ru'] });
    const strange = 'Рахмет\u0000! \ud83d \\u0000 \ud83d\udc4d "тырнақша"\n\t';
    for (let n = 0; n < 10; n++) {
      const answers = { words: { words: n === 0 ? strange : 'Рахмет' } };
      expect(await send(app, survey, submissionOf(survey, { answers }))).toBeNull();
    }
    await shuffle(app);
    const stored = await rowsAsOwner<{ words: string }>(
      app.database,
      "select answers #>> '{words,words}' as words from survey_response where wave_id = $1",
      [survey.wave.id],
    );
    expect(stored.map(({ words }) => words).filter((words) => words !== 'Рахмет')).toEqual([
      'Рахмет! \ufffd \\u0000 \ud83d\udc4d "тырнақша"',
    ]);
  });
});

describe('many answer at the same moment', () => {
  it('and nobody’s answer is lost, doubled or harmed by another’s', async () => {
    const survey = await openSurvey(app);
    const good = Array.from({ length: 60 }, () => submissionOf(survey));
    const repeated = good.slice(0, 20);
    const wrong = Array.from({ length: 20 }, () =>
      submissionOf(survey, { answers: phq8('sometimes') }),
    );
    const all = [...good, ...wrong, ...repeated];
    const results = await Promise.all(all.map((submission) => send(app, survey, submission)));
    expect(results.slice(0, 60)).toEqual(good.map(() => null));
    expect(results.slice(60, 80).map((one) => one?.code)).toEqual(
      wrong.map(() => 'answers-invalid'),
    );
    expect(results.slice(80)).toEqual(repeated.map(() => null));
    expect(await countOf(survey.wave.id)).toBe(60);
  });

  it('in two waves and through two programs on one database', async () => {
    await using second = await testApp({
      database: app.database,
      clock: app.clock,
      forms: testForms,
    });
    const [one, other] = [await openSurvey(app), await openSurvey(app)];
    const twice = submissionOf(one);
    await Promise.all(
      Array.from({ length: 40 }, async (_, n) => {
        const [program, survey] = [n % 2 ? app : second, n % 3 ? one : other];
        expect(await send(program, survey, submissionOf(survey))).toBeNull();
        expect(await send(program, one, twice)).toBeNull();
      }),
    );
    expect((await countOf(one.wave.id)) + (await countOf(other.wave.id))).toBe(41);
  });

  it('and the database is away: they are told to try again, and afterwards everything is there once', async () => {
    await using other = await testApp();
    const survey = await openSurvey(other);
    const submission = submissionOf(survey);
    expect(await send(other, survey, submissionOf(survey))).toBeNull();
    const { appPool } = other.database;
    const query = appPool.query.bind(appPool);
    // The commit arrives and the answer to it does not: what a cut line does at the worst moment.
    Object.assign(appPool, {
      query: async (...given: Parameters<typeof query>) => {
        await (query as (...all: unknown[]) => Promise<unknown>)(...given);
        throw Object.assign(new Error('Connection terminated unexpectedly'), {
          code: 'ECONNRESET',
        });
      },
    });
    expect(await send(other, survey, submission)).toMatchObject({ code: 'unavailable' });
    Object.assign(appPool, { query });
    expect(await send(other, survey, submission)).toBeNull();
    const { answers } = await other.as('dana').call('getWaveProgress', { waveId: survey.wave.id });
    expect(answers).toBe(2);
  });
});

describe('nothing tells who answered', () => {
  it('no audit row, no receipt, no address and no session, even where Saule is signed in on the machine', async () => {
    const survey = await openSurvey(app);
    const before = await rowsAsOwner<{ n: number }>(
      app.database,
      'select (select count(*) from audit_entry) + (select count(*) from write_receipt) as n',
    );
    const saule = app.as('saule');
    await saule.call('listSessions', {});
    const { status } = await saule.raw('submitAnswers', {
      slug: survey.slug,
      ...submissionOf(survey),
    });
    expect(status).toBe(200);
    const after = await rowsAsOwner<{ n: number }>(
      app.database,
      'select (select count(*) from audit_entry) + (select count(*) from write_receipt) as n',
    );
    expect(after).toEqual(before);
  });
});
