import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { expectAsked, goOn, type Intentions, stepsOf, takeStep, wordsOf } from '../answering.ts';
import { launchBrowser, leave, type Person, personAt } from '../browser.ts';
import { type DemoProgram, startDemo } from '../program.ts';
import { expectSound } from '../sound-page.ts';
import { NO_TRACES, tracesOn } from '../traces.ts';

const { say } = wordsOf('kk');
const INTENTIONS: Intentions = {
  'needs-assessment-2022': { age: 34, marital: 'widowed', times_married: '2', n_children: 5 },
};
const steps = stepsOf(INTENTIONS, 'kk');
/** As the demo's campaigns name it. */
const NEUTRAL_SITE = 'https://www.wikipedia.org';

let program: DemoProgram;
let browser: Browser;
let path: string;
let waveId: string;
beforeAll(async () => {
  [program, browser] = await Promise.all([startDemo(), launchBrowser()]);
  const dana = await program.as('dana');
  const { waves } = await dana.call('getCampaign', {
    campaignId: (await program.campaign('open')).id,
  });
  ({ path, id: waveId } = waves[0]!);
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

const heading = (at: Page, name: string) =>
  at.getByRole('heading', { level: 1, name, exact: true });
const button = (at: Page, name: string) => at.getByRole('button', { name, exact: true });
const tapText = (text: string) => page.getByText(text, { exact: true }).tap();

async function begin(at: Page, phone: 'own' | 'shared'): Promise<void> {
  await at.goto(path);
  await at.locator('.consent button.main').tap();
  await at.getByText(say(`phone.${phone}`), { exact: true }).tap();
}

async function toTheReview(): Promise<void> {
  while (!(await page.locator('.review').count())) {
    const before = await page.locator('main').textContent();
    await goOn(page);
    await expect.poll(() => page.locator('main').textContent()).not.toBe(before);
  }
}

describe('Madina on a phone that is not hers alone', () => {
  it('takes a code, closes the page, comes back with the code, sends, and leaves no trace', async () => {
    const dana = await program.as('dana');
    await begin(page, 'shared');
    await expectSound(page, 'shared phone');
    await tapText(say('shared.code'));
    await heading(page, say('code.title')).waitFor();
    await expectSound(page, 'the code shown once');
    const code = ((await page.locator('.code').textContent()) ?? '').replaceAll(/\D/g, '');
    expect(code).toMatch(/^\d{16}$/);
    await button(page, say('code.noted')).tap();
    for (const step of steps.slice(0, 4)) await takeStep(page, step, 'kk');
    await expectAsked(page, steps[4]!);
    await page.getByText(say('saved.sealed')).waitFor();

    // Somebody else takes the phone: nothing can be read, no worker opens the survey, nothing tells that she was here.
    await page.close();
    page = await madina.context.newPage();
    await page.goto(path);
    await heading(page, 'Бастамас бұрын').waitFor();
    expect(await whatLies(page)).not.toMatch(/widowed|marital|answers|"age"/);
    expect((await tracesOn(page)).workers).toEqual([]);

    await button(page, say('consent.have-code')).tap();
    await page.getByLabel(say('resume.label')).fill(`${code.slice(0, 15)}${(+code[15]! + 1) % 10}`);
    await button(page, say('resume.open')).tap();
    await page.getByText(say('resume.mistyped')).waitFor();
    await expectSound(page, 'resume code mistyped');
    await page.getByLabel(say('resume.label')).fill(code);
    await button(page, say('resume.open')).tap();
    await expectAsked(page, steps[4]!);
    await toTheReview();
    await button(page, say('review.send')).tap();
    await heading(page, say('thanks.title')).waitFor();
    expect(await tracesOn(page)).toEqual(NO_TRACES);
    expect((await dana.call('getWaveProgress', { waveId })).answers).toBe(1);
  });

  it('goes without a code: with the page everything is gone', async () => {
    await begin(page, 'shared');
    await tapText(say('shared.no-code'));
    for (const step of steps.slice(0, 3)) await takeStep(page, step, 'kk');
    await page.getByText(say('saved.memory')).waitFor();
    expect(await tracesOn(page)).toEqual(NO_TRACES);
    await page.close();
    page = await madina.context.newPage();
    await page.goto(path);
    await heading(page, 'Бастамас бұрын').waitFor();
    expect(await tracesOn(page)).toEqual(NO_TRACES);
  });

  it('carries her answers to another phone, and finds them there', async () => {
    await begin(page, 'own');
    for (const step of steps.slice(0, 2)) await takeStep(page, step, 'kk');
    await tapText(say('pause.title'));
    await button(page, say('pause.carry')).tap();
    const code = ((await page.locator('.code').textContent()) ?? '').replaceAll(/\D/g, '');
    await expectSound(page, 'carried away');
    await button(page, say('carry.finish-here')).tap();
    await button(page, say('back.delete-yes')).tap();
    await heading(page, say('carry.left-title')).waitFor();
    expect(await tracesOn(page)).toEqual(NO_TRACES);

    const sister = await personAt(browser, {
      screen: 'phone',
      language: 'ru',
      origin: program.origin,
    });
    const there = await sister.context.newPage();
    await there.goto(path);
    await button(there, wordsOf('ru').say('consent.have-code')).tap();
    await there.getByLabel(wordsOf('ru').say('resume.label')).fill(code);
    await button(there, wordsOf('ru').say('resume.open')).tap();
    await there.getByText(say('phone.shared'), { exact: true }).tap();
    await expectAsked(there, steps[2]!);
    await leave(sister);
  });
});

describe('Madina leaves quickly', () => {
  beforeEach(() => madina.watch.expectSite(NEUTRAL_SITE));

  it('by one touch: another site stands there, and "back" does not show the survey', async () => {
    await page.goto(`${NEUTRAL_SITE}/before`);
    await begin(page, 'shared');
    await tapText(say('shared.no-code'));
    for (const step of steps.slice(0, 3)) await takeStep(page, step, 'kk');
    await button(page, say('exit.label')).tap();
    await page.waitForURL(`${NEUTRAL_SITE}/`);
    await page.goBack();
    expect(page.url()).toBe(`${NEUTRAL_SITE}/before`);
    await page.goto(path);
    await heading(page, 'Бастамас бұрын').waitFor();
    expect(await tracesOn(page)).toEqual(NO_TRACES);
  });

  it('by Esc twice on a keyboard, and her own phone keeps what she had answered', async () => {
    await begin(page, 'own');
    for (const step of steps.slice(0, 2)) await takeStep(page, step, 'kk');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await page.waitForURL(`${NEUTRAL_SITE}/`);
    await page.goto(path);
    await heading(page, say('back.title')).waitFor();
    await button(page, say('back.continue')).tap();
    await expectAsked(page, steps[2]!);
  });
});

describe('Madina opens the survey in a second tab', () => {
  it('and answers in one of them at a time, with nothing lost', async () => {
    await begin(page, 'own');
    for (const step of steps.slice(0, 2)) await takeStep(page, step, 'kk');
    const second = await madina.context.newPage();
    await second.goto(path);
    await heading(second, say('elsewhere.title')).waitFor();
    await expectSound(second, 'open in another tab');
    await button(second, say('elsewhere.continue')).tap();
    await expectAsked(second, steps[2]!);
    await page.bringToFront();
    await heading(page, say('elsewhere.title')).waitFor();
    await takeStep(second, steps[2]!, 'kk');
    await expectAsked(second, steps[3]!);
  });
});

/** Everything that lies in the browser's database, as text. */
async function whatLies(at: Page): Promise<string> {
  return await at.evaluate(async () => {
    const texts: string[] = [JSON.stringify({ ...localStorage, ...sessionStorage })];
    for (const { name = '' } of await indexedDB.databases()) {
      const database = await new Promise<IDBDatabase>((resolve, reject) => {
        const request = indexedDB.open(name);
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
      for (const store of database.objectStoreNames) {
        const rows = await new Promise((resolve) => {
          const request = database.transaction(store).objectStore(store).getAll();
          request.onsuccess = () => resolve(request.result);
        });
        texts.push(JSON.stringify(rows));
      }
      database.close();
    }
    return texts.join('\n');
  });
}
