import { randomUUID } from 'node:crypto';
import { SURVEY_CONSENTS_1 } from '@tirek/domain/consents';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openSurvey } from '../surveys/test/test-survey.ts';
import { rowsAsOwner } from '../test/queries.ts';
import { type TestApp, testApp } from '../test/test-app.ts';

let app: TestApp;
beforeAll(async () => {
  app = await testApp();
});
afterAll(() => app[Symbol.asyncDispose]());

const OURS = {
  version: 'ethics-board-2026.1',
  linkages: ['open' as const],
  words: {
    ru: {
      title: 'Согласие',
      points: [{ heading: 'Кто', text: '{{operator}}, {{contact}}' }],
      agree: 'Согласна',
      decline: 'Нет',
    },
  },
};

describe('Dana chooses the words of a consent', () => {
  it('finds those of the program', async () => {
    const { texts } = await app.as('dana').call('listConsentTexts', {});
    expect(texts.slice(0, 3)).toEqual(SURVEY_CONSENTS_1);
  });

  it('adds those of the ethics board, once, and a campaign asks with them in the languages they have', async () => {
    const dana = app.as('dana');
    await dana.call('addConsentText', { id: randomUUID(), ...OURS });
    expect(await dana.refusal('addConsentText', { id: randomUUID(), ...OURS })).toBe(
      'consent-version-taken',
    );
    const survey = await openSurvey(app, { consentVersion: OURS.version, languages: ['ru'] });
    const page = await app.server.inject({ url: `/s/${survey.slug}` });
    expect(page.body).toContain('Центр «Қолдау», +7 7112 00 00 01');
    await expect(
      openSurvey(app, { consentVersion: OURS.version, languages: ['ru', 'en'] }),
    ).rejects.toMatchObject({
      code: 'campaign-not-publishable',
      details: { obstacles: [{ kind: 'consent-language-missing', language: 'en' }] },
    });
  });

  it('cannot ask the program to fill in what it does not know', async () => {
    const words = {
      ru: { ...OURS.words.ru, points: [{ heading: 'Кто', text: '{{patient_name}}' }] },
    };
    const { body } = await app
      .as('dana')
      .raw('addConsentText', { id: randomUUID(), ...OURS, version: 'ours-2', words });
    expect(body).toMatchObject({
      code: 'consent-placeholder-unknown',
      details: { placeholders: 'patient_name' },
    });
  });

  it('and nobody changes words that somebody may have agreed to', async () => {
    await expect(rowsAsOwner(app.database, "update consent_text set words = '{}'")).rejects.toThrow(
      /append-only/,
    );
  });
});
