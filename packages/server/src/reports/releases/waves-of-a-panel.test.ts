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
} from '../../surveys/test/test-survey.ts';
import { rowsAsApp } from '../../test/queries.ts';
import { type TestApp, testApp } from '../../test/test-app.ts';
import { approval, planOver, releasingIn } from './test/releasing.ts';

let app: TestApp;
let planOfFirst: ReturnType<typeof planOver>;
let planOfSecond: ReturnType<typeof planOver>;
let firstWave: string;
let secondWave: string;
let releasing: ReturnType<typeof releasingIn>;
beforeAll(async () => {
  app = await testApp();
  app.clock.set('2026-11-23T05:00:00.000Z');
  releasing = releasingIn(app);
  await answerTwice();
}, 120_000);
afterAll(() => app[Symbol.asyncDispose]());

/** Twenty women of a panel answer; half a year later two stay away, and every one of the others has other days. */
async function answerTwice(): Promise<void> {
  const survey = await openSurvey(app, { linkage: 'panel' });
  const campaignId = survey.campaign.id;
  const { cards } = await app
    .as('dana')
    .call('issueCards', { id: randomUUID(), campaignId, count: 20 });
  const panels: string[] = [];
  for (const card of cards) {
    const made = await panelId(webcrypto.subtle as never, {
      ...{ card, campaign: campaignId },
      pin: '271828',
    });
    if (made.kind === 'panel') panels.push(made.panel);
  }
  const answer = async (wave: { slug: string }, women: number, day: number) => {
    for (const [n, panel] of panels.slice(0, women).entries()) {
      const answers = phq8(...Array.from({ length: 8 }, (_, i) => String((n * day + i) % 4)));
      const language = n % 2 ? 'ru' : 'en';
      await send(app, wave, submissionOf(survey, { panel, answers, language }));
    }
  };
  const close = async (waveId: string) => {
    app.clock.advance(24 * 60);
    await shuffle(app);
    const reason = 'All have answered.';
    await app.as('dana').call('closeWave', { id: randomUUID(), waveId, reason });
  };
  await answer(survey, 20, 1);
  await close(survey.wave.id);
  const second = await openWave(app, campaignId, { opensOn: '2026-11-24', closesOn: '2026-12-31' });
  await answer(second, 18, 3);
  await close(second.id);
  [firstWave, secondWave] = [survey.wave.id, second.id];
  planOfFirst = planOver(firstWave);
  planOfSecond = planOver(secondWave);
}

describe('two waves of a panel of which two women left', () => {
  it('are one released after the other, the second without the tables that would tell of the two', async () => {
    const { prepare, prepared, release } = releasing;
    const whole = planOfSecond('network');
    // Before anything was released, nothing is there to subtract from.
    const tooEarly = await prepared(whole);
    const first = await release(planOfFirst('network'));
    expect(await app.as('ruslan').refusal('decideRelease', approval(tooEarly.id))).toBe(
      'release-clashes',
    );
    const outcome = await prepare(whole);
    expect(outcome).toMatchObject({
      ...{ kind: 'refused', code: 'other-wave', release: first.decision?.number },
      details: ['languages'],
      instead: { ...whole, without: ['languages'] },
    });
    if (outcome.kind !== 'refused' || !outcome.instead) throw new Error('no smaller plan');
    const second = await release(outcome.instead);
    expect(second.decision).toMatchObject({ kind: 'approved', number: 2 });
  }, 180_000);
});

describe('whoever may not make reports', () => {
  it('learns from the database neither who is in both waves nor which waves are of one panel', async () => {
    const as = (name: 'saule' | 'kairat' | 'nobody') => ({
      ...{ actor_kind: 'account', actor_id: app.id(name), programme_id: app.programmeId },
      fully_signed_in: 'yes',
    });
    for (const name of ['saule', 'kairat', 'nobody'] as const) {
      for (const question of [
        `select * from responses_in_both('${secondWave}', '${firstWave}')`,
        `select * from waves_beside('${secondWave}')`,
      ]) {
        expect(await rowsAsApp(app.database, as(name), question)).toEqual([]);
      }
    }
  });
});
