import { randomUUID, webcrypto } from 'node:crypto';
import { panelId } from '@tirek/domain/surveys';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  openSurvey,
  openWave,
  phq8,
  send,
  shuffle,
  submissionOf,
} from '../surveys/test/test-survey.ts';
import { type TestApp, testApp } from '../test/test-app.ts';

let app: TestApp;
beforeAll(async () => {
  app = await testApp();
  app.clock.set('2026-11-23T05:00:00.000Z');
});
afterAll(() => app[Symbol.asyncDispose]());

describe('the report of a panel that is asked again', () => {
  it('tells how the women who came back have changed, and holds no mark by which to find them', async () => {
    const survey = await openSurvey(app, { linkage: 'panel' });
    const campaignId = survey.campaign.id;
    const { cards } = await app
      .as('dana')
      .call('issueCards', { id: randomUUID(), campaignId, count: 20 });
    const panels = await Promise.all(
      cards.slice(0, 3).map(async (card, i) => {
        const made = await panelId(webcrypto.subtle as never, {
          card,
          pin: `27182${i}`,
          campaign: campaignId,
        });
        return made.kind === 'panel' ? made.panel : '';
      }),
    );
    const [madina = '', aigul = '', stranger = ''] = panels;
    const answer = (wave: { slug: string }, panel: string, frequency: string) =>
      send(app, wave, submissionOf(survey, { panel, answers: phq8(frequency) }));
    const close = async (waveId: string) => {
      app.clock.advance(24 * 60);
      await shuffle(app);
      // A day is longer than a session.
      const dana = app.as('dana');
      await dana.call('closeWave', { id: randomUUID(), waveId, reason: 'All have answered.' });
      return dana.call('getWaveReport', { waveId, language: 'en' });
    };
    for (const panel of [madina, aigul, stranger])
      expect(await answer(survey, panel, '2')).toBeNull();
    const first = await close(survey.wave.id);
    expect(first.sections.map(({ id }) => id)).not.toContain('change');

    const second = await openWave(app, campaignId, {
      opensOn: '2026-11-24',
      closesOn: '2026-12-31',
    });
    expect(await answer(second, aigul, '1')).toBeNull();
    expect(await answer(second, madina, '0')).toBeNull();
    const report = await close(second.id);
    const change = report.sections.find(({ id }) => id === 'change');
    const table = change?.blocks.find(({ id }) => id === 'score-change');
    // Eight questions, two points each then; eight and none now.
    expect(table).toMatchObject({
      base: { cases: 2, n: 2 },
      rows: [{ id: 'phq-8-phq-8', n: 2, cells: [2, 16, 4, -12, {}, {}, {}, {}] }],
      notes: [expect.stringContaining('Answers in the wave before: 3'), expect.anything()],
    });
    expect(JSON.stringify(report)).not.toMatch(/panel/i);
  });
});
