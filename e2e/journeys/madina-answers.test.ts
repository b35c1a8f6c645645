import type { Answers, Score } from '@tirek/domain/instruments';
import pg from 'pg';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectAsked, type Intentions, stepsOf, takeStep, wordsOf } from '../answering.ts';
import { launchBrowser, leave, personAt } from '../browser.ts';
import { type DemoProgram, startDemo } from '../program.ts';
import { expectSound } from '../sound-page.ts';
import { NO_TRACES, tracesOn } from '../traces.ts';

/** 1 to 4: from strong disagreement to strong agreement. */
const AGREEMENT = ['strongly_disagree', 'disagree', 'agree', 'strongly_agree'];
const agreement = (items: readonly string[], pattern: string): Answers =>
  Object.fromEntries(
    [...pattern].flatMap((level, at) => {
      const answer = AGREEMENT[Number(level) - 1];
      return answer ? [[items[at] as string, answer]] : [];
    }),
  );

const WOMEN = [
  'w01_legal_status',
  'w02_basic_needs',
  'w03_services',
  'w04_health_problems',
  'w05_emotional_problems',
  'w06_future',
  'w07_community_safe',
  'w08_manage_challenges',
  'w09_family_accepts',
  'w10_friends',
  'w11_people_outside_family',
  'w12_like_self',
  'w13_children_safe',
  'w14_work',
  'w15_regulate_emotions',
  'w16_place_in_country',
  'w17_different_views',
  'w18_religion',
];
const CHILD = [
  'c1_legal_status',
  'c2_basic_needs',
  'c3_services',
  'c4_health_problems',
  'c5_emotional_problems',
  'c6_safe',
  'c7_school',
  'c8_regulate_emotions',
  'c9_different_views',
];

/** What Madina wants to tell. She has five children, tells about three, and leaves some questions out. */
const INTENTIONS: Intentions = {
  'needs-assessment-2022': {
    age: 34,
    marital: 'widowed',
    times_married: '2',
    n_children: 5,
    children_killed: { absent: 'declined' },
    husband_status: 'deceased',
    education: 'secondary',
    residency: 'rural',
    housing: 'relatives',
    household: 9,
    employment: 'benefits',
    stipend: '50-100',
    met_needs: true,
    better_off: true,
    // Sixteen of eighteen: nine times 4, five times 2, two times 5 points.
    ...agreement(WOMEN, '33333333322222-44-'),
    w18_religion: { absent: 'declined' },
    problems: ['01_housing', '02_finding_employment', '09_cost_of_education_of_children'],
    changes: ['05_children_safe', '04_family_accepts'],
    children: [
      // Nine answers: seven times 3, two times 4 points.
      {
        child_age: 14,
        ...agreement(CHILD, '333333344'),
        priorities: ['05_school', '04_services'],
      },
      // Eight answers of nine: the youngest does not go to school yet.
      { child_age: 4, ...agreement(CHILD, '222222-33'), c7_school: { absent: 'not-applicable' } },
      // Six answers of nine: too few for a score.
      { child_age: 0, ...agreement(CHILD, '333333---') },
    ],
  },
  // Raw score 12 of 25.
  'who-5': { who5_1: '3', who5_2: '3', who5_3: '2', who5_4: '2', who5_5: '2' },
};
const KAZAKH = 'kk';

let program: DemoProgram;
let browser: Browser;
beforeAll(async () => {
  [program, browser] = await Promise.all([startDemo(), launchBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await program?.stop();
});

const { say } = wordsOf(KAZAKH);
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const heading = (page: Page, name: string) =>
  page.getByRole('heading', { level: 1, name, exact: true });

describe('Madina, on an old phone with a bad line,', () => {
  it('answers in Kazakh, loses signal twice, closes the page, goes on, and is counted once', async () => {
    const { waves } = await program.campaign('open');
    const wave = waves[0]!;
    const dana = await program.as('dana');
    const progress = () => dana.call('getWaveProgress', { waveId: wave.id });
    const { path } = await (async () => {
      const campaign = await dana.call('getCampaign', {
        campaignId: (await program.campaign('open')).id,
      });
      return campaign.waves[0]!;
    })();

    const madina = await personAt(browser, {
      screen: 'phone',
      language: KAZAKH,
      origin: program.origin,
    });
    madina.watch.expect(/ERR_INTERNET_DISCONNECTED/);
    let page = await madina.context.newPage();
    await page.goto(path);

    // Consent comes first, and nothing is kept before it.
    await heading(page, 'Бастамас бұрын').waitFor();
    await page.waitForLoadState('load');
    expect(await tracesOn(page)).toEqual(NO_TRACES);
    await expectSound(page, 'consent');
    await page.locator('button.main').tap();
    await expectSound(page, 'whose phone');
    await page.getByText(say('phone.own'), { exact: true }).tap();

    const steps = stepsOf(INTENTIONS, KAZAKH);
    const placeOf = (path: string) => steps.findIndex(({ screen }) => screen.path === path);
    const signalLostAt = placeOf('w05_emotional_problems');
    const signalBackAt = placeOf('w12_like_self');
    const pageClosedAt = placeOf('children/1/c3_services');
    await heading(page, steps[0]!.screen.question.text).waitFor();
    // The page is kept for the time without signal before it is needed.
    await page.evaluate(() => navigator.serviceWorker.ready);

    for (const [at, step] of steps.entries()) {
      if (at === signalLostAt) await madina.context.setOffline(true);
      if (at === signalLostAt + 1) {
        await expectAsked(page, step);
        await page.getByText(say('screen.offline'), { exact: true }).waitFor();
        await expectSound(page, 'a question without signal');
      }
      if (at === signalBackAt) await madina.context.setOffline(false);
      if (at === pageClosedAt) {
        await page.close();
        page = await madina.context.newPage();
        await page.goto(path);
        await heading(page, say('back.title')).waitFor();
        await expectSound(page, 'back on this phone');
        await button(page, say('back.continue')).tap();
        await expectAsked(page, step);
      }
      await takeStep(page, step, KAZAKH);
    }

    // Everything she said stands in the review, with what she left out.
    await heading(page, say('review.title')).waitFor();
    await expectSound(page, 'review');
    expect(await page.locator('.review').textContent()).toContain(
      say('review.open', { count: steps.filter(({ value }) => value === undefined).length }),
    );
    await page.getByText(say('review.your-answers'), { exact: true }).tap();
    await expectSound(page, 'all answers');

    // No signal when she sends: the answers wait on the phone.
    await madina.context.setOffline(true);
    await button(page, say('review.send')).tap();
    await heading(page, say('send.waiting-title')).waitFor();
    await expectSound(page, 'waiting for signal');
    expect((await progress()).answers).toBe(0);

    // Signal again: they go by themselves, and she need not touch anything.
    await madina.context.setOffline(false);
    await heading(page, say('thanks.title')).waitFor();
    await expectSound(page, 'thanks');
    expect((await progress()).answers).toBe(1);

    // Nothing of hers is left, and coming back does not send anything again.
    const { databases, local } = await tracesOn(page);
    expect({ databases, local }).toEqual({ databases: [], local: [] });
    await page.reload();
    await heading(page, 'Бастамас бұрын').waitFor();
    expect((await progress()).answers).toBe(1);
    await leave(madina);

    await dana.call('closeWave', {
      id: crypto.randomUUID(),
      waveId: wave.id,
      reason: 'Everybody has answered.',
    });
    await expect
      .poll(async () => (await progress()).waiting, { timeout: 20_000, interval: 200 })
      .toBe(0);

    const stored = await storedIn(wave.id);
    expect(stored).toHaveLength(1);
    expect(stored[0]).toMatchObject({ language: 'kk', consent_language: 'kk' });
    const scores = Object.values(stored[0]!.scores as Record<string, Score[]>).flat();
    const scored = (scale: string, row?: number) =>
      scores.find((score) => score.scale === scale && score.row === row);
    // By hand, from the coding printed with each scale: (9 x 4 + 5 x 2 + 2 x 5) / 16.
    expect(scored('women')).toMatchObject({ kind: 'scored', answered: 16 });
    expect(scored('women')).toHaveProperty('value', expect.closeTo(56 / 16, 9));
    expect(scored('children', 0)).toHaveProperty('value', expect.closeTo(29 / 9, 9));
    expect(scored('children', 1)).toHaveProperty('value', expect.closeTo(18 / 8, 9));
    expect(scored('children', 2)).toMatchObject({ kind: 'incomplete', answered: 6, needed: 7 });
    expect(scored('who-5')).toMatchObject({ kind: 'scored', value: 48, bands: ['low'] });

    const report = await (await program.as('timur')).call('getWaveReport', {
      waveId: wave.id,
      language: KAZAKH,
    });
    expect(report.responses).toBe(1);
  });
});

async function storedIn(waveId: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client(program.database());
  await client.connect();
  try {
    const { rows } = await client.query('select * from survey_response where wave_id = $1', [
      waveId,
    ]);
    return rows;
  } finally {
    await client.end();
  }
}
