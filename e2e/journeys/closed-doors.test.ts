import type { Wave } from '@tirek/domain/surveys';
import { formatDate, type Language } from '@tirek/domain/text';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { goOn, stepsOf, takeStep, wordsOf } from '../answering.ts';
import type { Api } from '../api.ts';
import { launchBrowser, leave, type Person, personAt } from '../browser.ts';
import { type DemoProgram, startDemo } from '../program.ts';
import { expectSound } from '../sound-page.ts';

const DAY = 24 * 60 * 60 * 1000;
const { say } = wordsOf('kk');

let program: DemoProgram;
let browser: Browser;
let dana: Api;
let campaignId: string;
beforeAll(async () => {
  [program, browser] = await Promise.all([startDemo(), launchBrowser()]);
  dana = await program.as('dana');
  campaignId = (await program.campaign('open')).id;
});
afterAll(async () => {
  await browser?.close();
  await program?.stop();
});

let madina: Person;
let page: Page;
beforeEach(async () => {
  madina = await personAt(browser, { screen: 'phone', language: 'kk', origin: program.origin });
  page = await madina.context.newPage();
});
afterEach(() => leave(madina));

const id = () => crypto.randomUUID();
const dayFromNow = (days: number) => new Date(Date.now() + days * DAY).toISOString().slice(0, 10);

async function wave(
  opens: number,
  closes: number,
  state: 'draft' | 'open' = 'open',
): Promise<Wave> {
  const made = await dana.call('addWave', {
    id: id(),
    campaignId,
    opensOn: dayFromNow(opens),
    closesOn: dayFromNow(closes),
  });
  return state === 'open' ? await dana.call('openWave', { id: id(), waveId: made.id }) : made;
}

/** The page of a survey that cannot be answered says why, in one sentence. */
async function told(path: string, status: number): Promise<string> {
  const answer = await page.goto(path);
  expect(answer?.status()).toBe(status);
  return (await page.getByRole('heading', { level: 1 }).textContent()) ?? '';
}

const heading = (name: string) => page.getByRole('heading', { level: 1, name, exact: true });
const button = (name: string) => page.getByRole('button', { name, exact: true });

describe('Madina comes to a survey that she cannot answer:', () => {
  beforeEach(() => madina.watch.expect(/status of 4\d\d/));

  it('it has not begun, and she reads from which day on', async () => {
    const { path, opensOn } = await wave(3, 10);
    const sentence: Record<Language, RegExp> = {
      kk: /^Сауалнама әлі басталған жоқ/,
      ru: /^Опрос ещё не начался/,
      en: /not (yet )?(begun|started|opened)/,
    };
    for (const language of ['kk', 'ru', 'en'] as const) {
      const words = await told(`${path}?language=${language}`, 409);
      expect(words).toMatch(sentence[language]);
      expect(words).toContain(formatDate(opensOn, language, 'long'));
      await expectSound(page, 'survey not begun');
    }
  });

  it('its last day is over', async () => {
    const { path } = await wave(-10, -2);
    expect(await told(path, 409)).toMatch(/^Сауалнама аяқталды/);
    await page.getByText('111', { exact: true }).waitFor();
    await expectSound(page, 'survey over');
    // The phone speaks Kazakh, and today her sister reads.
    await page.getByRole('link', { name: 'Русский', exact: true }).tap();
    await page.getByRole('heading', { level: 1, name: /^Опрос закончился/ }).waitFor();
    await expectSound(page, 'survey over, in Russian');
  });

  it('it was never opened, or the address is not that of a survey', async () => {
    const { path } = await wave(0, 2, 'draft');
    expect(await told('/s/zzzzzzzz', 404)).toBe(await told(path, 404));
    await expectSound(page, 'survey not found');
  });
});

describe('the address of a campaign, on a poster that outlives a wave,', () => {
  it('leads to the wave that can be answered', async () => {
    const { path } = await dana.call('getCampaign', { campaignId });
    await page.goto(`${path}?language=ru`);
    await heading('Прежде чем начать').waitFor();
    expect(new URL(page.url()).pathname).toMatch(/^\/s\/[a-z]{8}$/);
    expect(new URL(page.url()).pathname).not.toBe(path);
  });
});

describe('a survey that closes while she answers', () => {
  it('keeps her answers on her phone, and takes them when it opens again', async () => {
    const { path, id: waveId } = await wave(0, 5);
    await page.goto(path);
    await page.locator('.consent button.main').tap();
    await page.getByText(say('phone.own'), { exact: true }).tap();
    const steps = stepsOf({ 'needs-assessment-2022': { age: 34, marital: 'widowed' } }, 'kk');
    for (const step of steps.slice(0, 2)) await takeStep(page, step, 'kk');
    await dana.call('closeWave', { id: id(), waveId, reason: 'The field work ends.' });

    for (;;) {
      if (await page.locator('.review').count()) break;
      const before = await page.locator('main').textContent();
      await goOn(page);
      await expect.poll(() => page.locator('main').textContent()).not.toBe(before);
    }
    madina.watch.expect(/status of 4\d\d/);
    await button(say('review.send')).tap();
    await heading('Жіберілмеді').waitFor();
    expect(await page.getByRole('alert').textContent()).toMatch(/^Сауалнама аяқталды/);
    await button('Жауаптарымды осы телефоннан өшіру').waitFor();
    await expectSound(page, 'closed meanwhile');

    // Whoever opens the page now is told that it is over, and may delete what is left here.
    await page.goto(path);
    await page.getByText('Осы телефонда аяқталмаған жауаптарыңыз әлі бар.').waitFor();
    await expectSound(page, 'over with answers left');

    await dana.call('reopenWave', {
      id: id(),
      waveId,
      reason: 'Three families asked for a week more.',
      closesOn: dayFromNow(5),
    });
    // A page may tell of the day before for two seconds.
    await expect
      .poll(async () => (await page.goto(path))?.status(), { timeout: 5000, interval: 500 })
      .toBe(200);
    await heading('Рақмет!').waitFor();
    const { answers } = await dana.call('getWaveProgress', { waveId });
    expect(answers).toBe(1);
  });
});
