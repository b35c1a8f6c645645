import { randomUUID } from 'node:crypto';
import type { SurveyModel } from '@tirek/domain/surveys';
import type { LightMyRequestResponse } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rowsAsOwner } from '../test/queries.ts';
import { TEST_ORIGIN, type TestApp, testApp } from '../test/test-app.ts';
import {
  type OpenSurvey,
  openSurvey,
  openWave,
  phq8,
  send,
  shuffle,
  submissionOf,
} from './test/test-survey.ts';

let app: TestApp;
beforeAll(async () => {
  app = await testApp();
});
afterAll(() => app[Symbol.asyncDispose]());

const get = (path: string, headers: Record<string, string> = {}) =>
  app.server.inject({ url: path, headers: { 'accept-language': 'ru-KZ,ru;q=0.9', ...headers } });

const post = (path: string, fields: Record<string, string>) =>
  app.server.inject({
    method: 'POST',
    url: path,
    headers: {
      origin: TEST_ORIGIN,
      'sec-fetch-site': 'same-origin',
      'content-type': 'application/x-www-form-urlencoded',
      'accept-language': 'ru',
    },
    payload: new URLSearchParams(fields).toString(),
  });

const inputNamed = (page: LightMyRequestResponse, name: string) =>
  new RegExp(`name="${name}" value="([^"]*)"`).exec(page.body)?.[1] ?? '';

/** What a browser without script sends when she has ticked every first answer. */
async function filledForm(survey: OpenSurvey): Promise<Record<string, string>> {
  const page = await get(`/s/${survey.slug}`);
  const shown = inputNamed(page, 'shown.phq-8');
  return {
    id: inputNamed(page, 'id'),
    version: inputNamed(page, 'version'),
    language: inputNamed(page, 'language'),
    'shown.phq-8': shown,
    ...Object.fromEntries(shown.split(' ').map((path) => [`a.phq-8.${path}`, '2'])),
    consent: 'yes',
    do: 'send',
  };
}

describe('Madina opens the address', () => {
  it('and gets everything in one answer, in her language, with no cookie and nothing of another site', async () => {
    const survey = await openSurvey(app);
    const page = await get(`/s/${survey.slug}`);
    expect(page.statusCode).toBe(200);
    expect(page.headers['content-type']).toBe('text/html; charset=utf-8');
    expect(page.headers['set-cookie']).toBeUndefined();
    expect(page.headers['cache-control']).toBe('no-store');
    expect(page.headers['referrer-policy']).toBe('same-origin');
    expect(page.body).toContain('Прежде чем начать');
    expect(page.body).toContain('Центр «Қолдау» (БИН 120440001234)');
    expect(page.body).toContain('5 лет');
    const addresses = [...page.body.matchAll(/<[^>]*\b(?:src|href|action)="([^"]*)"/g)].map(
      ([, address = '']) => address,
    );
    // The quick exit is a link that she may follow; nothing is fetched from anywhere.
    expect(addresses.filter((address) => !/^(?:#|tel:|data:,$)/.test(address))).toEqual([
      'https://kk.wikipedia.org/',
    ]);
    expect((await get(`/s/${survey.slug}?language=en`)).body).toContain('Before you begin');
  });

  it('packed for a bad line where her browser can unpack', async () => {
    const survey = await openSurvey(app);
    const packed = await get(`/s/${survey.slug}`, { 'accept-encoding': 'gzip, deflate' });
    expect(packed.headers['content-encoding']).toBe('gzip');
    expect(packed.rawPayload.length).toBeLessThan(
      (await get(`/s/${survey.slug}`)).rawPayload.length / 2,
    );
  });

  it('asks for another language without loading the page again, and for the same only once', async () => {
    const survey = await openSurvey(app);
    const first = await get(`/s/${survey.slug}/survey.json?language=en`);
    const model = first.json<SurveyModel>();
    expect(model).toMatchObject({
      slug: survey.slug,
      language: 'en',
      languages: ['ru', 'en'],
      title: 'How are you feeling?',
      linkage: 'open',
      isDraft: false,
      consent: { version: 'survey-open-1' },
      help: [{ region: expect.any(String), name: 'Helpline', phone: '+7 7112 00 00 02' }],
    });
    const etag = String(first.headers.etag);
    const again = await get(`/s/${survey.slug}/survey.json?language=en`, { 'if-none-match': etag });
    expect([again.statusCode, again.body]).toEqual([304, '']);
    expect((await get(`/s/${survey.slug}/survey.json?language=kk`)).json()).toMatchObject({
      code: 'language-not-offered',
    });
  });

  it('too early, too late or with a slip in it, and is told so in her language', async () => {
    const early = await openSurvey(app, {}, { opensOn: '2026-11-30', closesOn: '2026-12-20' });
    const over = await openSurvey(app);
    await app
      .as('dana')
      .call('closeWave', { id: randomUUID(), waveId: over.wave.id, reason: 'аяқталды' });
    const told = async (slug: string) => {
      const { statusCode, body } = await get(`/s/${slug}`);
      return [statusCode, /<h1>(.*?)<\/h1>/.exec(body)?.[1] ?? ''] as const;
    };
    expect((await told(early.slug))[1]).toContain('30 ноября 2026');
    expect((await told(early.slug))[0]).toBe(409);
    expect(await told(over.slug)).toEqual([409, expect.stringContaining('закончился')]);
    expect((await told('bcdfghjk'))[0]).toBe(404);
  });

  it('of the campaign, from a card, and is led to the wave that can be answered', async () => {
    const survey = await openSurvey(app, { linkage: 'panel' });
    const { path } = survey.campaign;
    expect((await get(path)).headers.location).toBe(`/s/${survey.slug}`);
    await app
      .as('dana')
      .call('closeWave', { id: randomUUID(), waveId: survey.wave.id, reason: 'аяқталды' });
    const second = await openWave(app, survey.campaign.id, {
      opensOn: '2026-11-23',
      closesOn: '2027-01-31',
    });
    app.clock.advance(1);
    expect((await get(`${path}?language=en`)).headers.location).toBe(
      `/s/${second.slug}?language=en`,
    );
  });
});

describe('Madina’s phone runs no script', () => {
  it('and her answers go the same way, once, however often she presses the button', async () => {
    const survey = await openSurvey(app);
    const fields = await filledForm(survey);
    const thanks = await post(`/s/${survey.slug}`, fields);
    expect(thanks.statusCode).toBe(200);
    expect(thanks.body).toContain('Телефон доверия');
    expect((await post(`/s/${survey.slug}`, fields)).statusCode).toBe(200);
    const { answers } = await app.as('dana').call('getWaveProgress', { waveId: survey.wave.id });
    expect(answers).toBe(1);
    await app
      .as('dana')
      .call('closeWave', { id: randomUUID(), waveId: survey.wave.id, reason: 'аяқталды' });
    await shuffle(app);
    const [stored] = await rowsAsOwner(
      app.database,
      'select answers from survey_response where wave_id = $1',
      [survey.wave.id],
    );
    expect(stored).toEqual({ answers: phq8('2') });
  });

  it('each page that is opened sends an answer of its own', async () => {
    const survey = await openSurvey(app);
    await post(`/s/${survey.slug}`, await filledForm(survey));
    await post(`/s/${survey.slug}`, await filledForm(survey));
    const { answers } = await app.as('dana').call('getWaveProgress', { waveId: survey.wave.id });
    expect(answers).toBe(2);
  });

  it('has not agreed yet: nothing is stored and nothing she ticked is lost', async () => {
    const survey = await openSurvey(app);
    const { consent: _, ...fields } = await filledForm(survey);
    const page = await post(`/s/${survey.slug}`, fields);
    expect(page.statusCode).toBe(422);
    expect(page.body.match(/ checked/g)?.length).toBe(8);
    expect(inputNamed(page, 'id')).toBe(fields.id);
    const declined = await post(`/s/${survey.slug}`, { ...fields, consent: 'no' });
    expect(declined.statusCode).toBe(200);
    const { answers } = await app.as('dana').call('getWaveProgress', { waveId: survey.wave.id });
    expect(answers).toBe(0);
  });

  it('a used code is refused in words, with everything she ticked still there', async () => {
    const survey = await openSurvey(app, { linkage: 'one-time' });
    const { codes } = await app
      .as('dana')
      .call('issueCodes', { id: randomUUID(), waveId: survey.wave.id, count: 1 });
    const first = { ...(await filledForm(survey)), code: codes[0]! };
    expect((await post(`/s/${survey.slug}`, first)).statusCode).toBe(200);
    const second = await post(`/s/${survey.slug}`, {
      ...(await filledForm(survey)),
      code: codes[0]!,
    });
    expect(second.statusCode).toBe(422);
    expect(second.body).toContain('role="alert"');
    expect(second.body.match(/ checked/g)?.length).toBe(9);
  });

  it('changes the language and keeps her ticks', async () => {
    const survey = await openSurvey(app);
    const english = await post(`/s/${survey.slug}`, {
      ...(await filledForm(survey)),
      do: 'language.en',
    });
    expect(english.statusCode).toBe(200);
    expect(english.body).toContain('Before you begin');
    expect(inputNamed(english, 'language')).toBe('en');
  });

  it('another site cannot send the form for her', async () => {
    const survey = await openSurvey(app);
    const foreign = await app.server.inject({
      method: 'POST',
      url: `/s/${survey.slug}`,
      headers: {
        origin: 'https://evil.example',
        'content-type': 'application/x-www-form-urlencoded',
      },
      payload: new URLSearchParams(await filledForm(survey)).toString(),
    });
    expect(foreign.statusCode).toBe(403);
  });
});

describe('Madina says yes to a question about danger', () => {
  const phq9 = { forms: [{ code: 'phq-9', version: '1.0.0' }] };
  const stored = async ({ wave }: OpenSurvey) => {
    await shuffle(app);
    const about = `select from survey_arrival where wave_id = $1
      union all select from survey_response where wave_id = $1`;
    return (await rowsAsOwner(app.database, about, [wave.id])).length;
  };

  it('without script: the page answers with help in her language, stores nothing, raises nothing', async () => {
    const survey = await openSurvey(app, phq9);
    const page = await get(`/s/${survey.slug}`);
    const yes = {
      id: inputNamed(page, 'id'),
      version: inputNamed(page, 'version'),
      language: 'ru',
      'shown.phq-9': inputNamed(page, 'shown.phq-9'),
      'a.phq-9.phq9_9': '1',
      consent: 'yes',
      do: 'send',
    };
    const help = await post(`/s/${survey.slug}`, yes);
    expect(help.statusCode).toBe(200);
    expect(help.headers['cache-control']).toBe('no-store');
    expect(help.body).toContain('Сейчас этот ответ никто не видит');
    expect(help.body).toMatch(/tel:112.*tel:103.*tel:\+77112000002/s);
    expect(await stored(survey)).toBe(0);

    const helping = inputNamed(help, 'helping');
    const more = await post(`/s/${survey.slug}`, { ...yes, helping, do: 'help.on' });
    expect(more.body).toContain('phq9_10');
    const sent = await post(`/s/${survey.slug}`, {
      ...yes,
      'shown.phq-9': inputNamed(more, 'shown.phq-9'),
      helped: inputNamed(more, 'helped'),
    });
    expect(sent.body).toMatch(/Спасибо.*tel:112.*class="lead"/s);
    expect(await stored(survey)).toBe(1);
    expect(await rowsAsOwner(app.database, 'select id from safety_event')).toEqual([]);
  });

  it('with script: her phone is given what it must hear and whom to call, and what she sends is her answers alone', async () => {
    const survey = await openSurvey(app, phq9);
    const model = (await get(`/s/${survey.slug}/survey.json?language=en`)).json<SurveyModel>();
    expect(model.emergency).toEqual({ all: '112', ambulance: '103' });
    expect(model.forms[0]?.g).toHaveLength(1);
    expect(JSON.stringify(model)).not.toMatch(/suicide|urgency/);
    const answers = { 'phq-9': { phq9_9: '3' } };
    expect(await send(app, survey, submissionOf(survey, { answers }))).toBeNull();
    expect(await stored(survey)).toBe(1);
    expect(await rowsAsOwner(app.database, 'select id from safety_event')).toEqual([]);
  });
});
