import { randomUUID } from 'node:crypto';
import type { Language } from '@tirek/domain/text';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openSurvey, phq8, send, shuffle, submissionOf } from '../../surveys/test/test-survey.ts';
import { type TestApp, testApp } from '../../test/test-app.ts';
import { planOver, REASON } from './test/releasing.ts';

let app: TestApp;
let waveId: string;
let quoteId: string;

/** What a colleague said at a workshop, and somebody wrote down as it was said: a quarter is not 52 %. */
const SLIP = 'Of 40 women asked, 10 (52%) rent a flat';

beforeAll(async () => {
  app = await testApp();
  const survey = await openSurvey(app);
  for (const frequency of ['0', '1', '2', '3']) {
    await send(app, survey, submissionOf(survey, { answers: phq8(frequency) }));
  }
  waveId = survey.wave.id;
  await app.as('dana').call('closeWave', { id: randomUUID(), waveId, reason: 'All answered.' });
  await shuffle(app);
  quoteId = await quoted(SLIP);
});
afterAll(() => app[Symbol.asyncDispose]());

/** A note of one excerpt, coded by Dana, and the excerpt's words cleared for reports by Timur. */
async function quoted(words: string): Promise<string> {
  const [dana, timur] = [app.as('dana'), app.as('timur')];
  const [excerptId, id] = [randomUUID(), randomUUID()];
  const { id: noteId } = await dana.call('addThemeNote', {
    id: randomUUID(),
    waveId,
    head: {
      title: 'Workshop',
      kind: 'workshop',
      heldOn: '2026-04-14',
      place: 'capital',
      language: 'en',
      coders: 1,
    },
    excerpts: [{ id: excerptId, speaker: 'practitioners', text: words }],
  });
  const { id: codingId } = await dana.call('startThemeCoding', { id: randomUUID(), noteId });
  const themes = ['01_housing'] as const;
  await dana.call('markExcerpt', { id: randomUUID(), codingId, excerptId, themes: [...themes] });
  await dana.call('endThemeCoding', { id: randomUUID(), codingId });
  const agreed = { consent: 'spoken', reach: 'public' } as const;
  await dana.call('proposeQuote', { id, excerptId, words, ...agreed });
  await timur.call('decideQuote', { id: randomUUID(), quoteId: id, decision: 'cleared' });
  return id;
}

const freeze = (language: Language) =>
  app.as('timur').raw('prepareRelease', {
    id: randomUUID(),
    plan: planOver(waveId)('internal'),
    reason: REASON,
    language,
  });

it('a report that quotes a wrong percentage is frozen for nobody, and each reader is told where in her own language', async () => {
  const places = {
    kk: 'кодталған үзінді',
    ru: 'закодировано фрагментов',
    en: 'excerpts coded',
  } as const;
  for (const language of ['kk', 'ru', 'en'] as const) {
    const { status, body } = await freeze(language);
    expect(status).toBe(409);
    expect(body).toMatchObject({
      code: 'release-inconsistent',
      details: { language, printed: '10 (52%)', recomputed: '25%' },
    });
    const { place } = (body as unknown as { details: { place: string } }).details;
    expect(place.toLowerCase()).toContain(places[language]);
  }
  expect((await app.as('timur').call('listReleases', {})).releases).toEqual([]);
});

it('the same plan is frozen once the words are taken back', async () => {
  const reason = 'The number in it is wrong.';
  await app.as('dana').call('withdrawQuote', { id: randomUUID(), quoteId, reason });
  const { status, body } = await freeze('kk');
  expect([status, (body as unknown as { kind: string }).kind]).toEqual([200, 'prepared']);
});
