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

/** The marks of so many women of a campaign, each with a card and a PIN. */
async function panelsOf(campaignId: string, many: number): Promise<string[]> {
  const { cards } = await app
    .as('dana')
    .call('issueCards', { id: randomUUID(), campaignId, count: 20 });
  return Promise.all(
    cards.slice(0, many).map(async (card, i) => {
      const made = await panelId(webcrypto.subtle as never, {
        card,
        pin: `27182${i}`,
        campaign: campaignId,
      });
      return made.kind === 'panel' ? made.panel : '';
    }),
  );
}

async function close(waveId: string) {
  app.clock.advance(24 * 60);
  await shuffle(app);
  // A day is longer than a session.
  const dana = app.as('dana');
  await dana.call('closeWave', { id: randomUUID(), waveId, reason: 'All have answered.' });
  return dana.call('getWaveReport', { waveId, language: 'en' });
}

describe('the report of a panel that is asked again', () => {
  it('tells how the women who came back have changed, and holds no mark by which to find them', async () => {
    const survey = await openSurvey(app, { linkage: 'panel' });
    const campaignId = survey.campaign.id;
    const panels = await panelsOf(campaignId, 3);
    const [madina = '', aigul = '', stranger = ''] = panels;
    const answer = (wave: { slug: string }, panel: string, frequency: string) =>
      send(app, wave, submissionOf(survey, { panel, answers: phq8(frequency) }));
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

  it('compares all waves at once from the third one on, of those who answered each', async () => {
    const survey = await openSurvey(app, { linkage: 'panel' });
    const campaignId = survey.campaign.id;
    const panels = await panelsOf(campaignId, 6);
    const ask = async (wave: { slug: string; id: string }, frequencies: readonly string[]) => {
      for (const [i, frequency] of frequencies.entries()) {
        const sent = submissionOf(survey, { panel: panels[i] ?? '', answers: phq8(frequency) });
        expect(await send(app, wave, sent)).toBeNull();
      }
      return close(wave.id);
    };
    const next = () => {
      const today = app.clock.now().slice(0, 10);
      return openWave(app, campaignId, { opensOn: today, closesOn: '2027-12-31' });
    };
    await ask(survey.wave, ['3', '3', '2', '3', '2', '1']);
    const pair = await ask(await next(), ['2', '2', '1', '2', '2']);
    expect(JSON.stringify(pair)).not.toContain('wave-tests');
    const report = await ask(await next(), ['0', '1', '0', '1', '1']);
    const blocks = report.sections.flatMap((section) => section.blocks);
    expect(blocks.find(({ id }) => id === 'wave-means')).toMatchObject({
      rows: [
        { label: expect.any(String), cells: [5, 20.8, {}, expect.any(Number), 24] },
        { cells: [5, 14.4, {}, expect.any(Number), 16] },
        { cells: [5, 4.8, {}, expect.any(Number), 8] },
      ],
    });
    // R: friedman.test over the five who answered three times.
    const [row] = blocks.flatMap((block) =>
      block.kind === 'table' && block.id === 'wave-tests' ? block.rows : [],
    );
    expect(row?.cells.slice(0, 3)).toEqual([3, 5, expect.closeTo(9.578947, 5)]);
    expect(JSON.stringify(report)).not.toMatch(/panel/i);
  });
});
