import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { wordsOf } from '../answering.ts';
import { launchBrowser, leave, type Person, personAt } from '../browser.ts';
import { type DemoProgram, startDemo } from '../program.ts';

let program: DemoProgram;
let browser: Browser;
let openPath: string;
let openWave: string;
let code: string;
let codePath: string;
beforeAll(async () => {
  [program, browser] = await Promise.all([startDemo(), launchBrowser()]);
  const dana = await program.as('dana');
  const { waves } = await dana.call('getCampaign', {
    campaignId: (await program.campaign('open')).id,
  });
  openPath = waves[0]!.path;
  openWave = waves[0]!.id;
  const byCode = await program.campaign('by-code');
  const issued = await dana.call('issueCodes', {
    id: crypto.randomUUID(),
    waveId: byCode.waves[0]!.id,
    count: 1,
  });
  code = issued.codes[0]!;
  codePath = issued.path;
});
afterAll(async () => {
  await browser?.close();
  await program?.stop();
});

let woman: Person;
let page: Page;
beforeEach(async () => {
  woman = await personAt(browser, {
    screen: 'phone',
    language: 'ru',
    origin: program.origin,
    withoutScript: true,
  });
  page = await woman.context.newPage();
});
afterEach(() => leave(woman));

const heading = (name: string) => page.getByRole('heading', { level: 1, name, exact: true });
const choose = (form: string, path: string, value: string) =>
  page.locator(`input[name="a.${form}.${path}"][value="${value}"]`).check();
const fill = (form: string, path: string, value: string) =>
  page.locator(`input[name="a.${form}.${path}"]`).fill(value);
const send = () => page.getByRole('button', { name: 'Отправить', exact: true }).click();

describe('a woman whose browser runs no script', () => {
  it('answers about herself and two children on one page, and loses nothing when she forgot to agree', async () => {
    const dana = await program.as('dana');
    const NEEDS = 'needs-assessment-2022';
    await page.goto(openPath);
    await heading('Прежде чем начать').waitFor();
    await fill(NEEDS, 'age', '29');
    await choose(NEEDS, 'marital', 'divorced');
    await fill(NEEDS, 'n_children', '2');
    await choose('who-5', 'who5_1', '4');
    woman.watch.expect(/status of 422/);
    await send();
    await page
      .locator('#q-consent')
      .getByText('Сначала выберите, пожалуйста, согласны ли вы.')
      .waitFor();
    expect(await page.locator(`input[name="a.${NEEDS}.age"]`).inputValue()).toBe('29');

    await page.locator('input[name=consent][value=yes]').check();
    await send();
    // Two children: their questions are on the page now, and marked as new.
    await page.getByText(wordsOf('ru').plain('more-title')).waitFor();
    expect(await page.locator('.asked.new').count()).toBeGreaterThan(10);
    await fill(NEEDS, 'children/0/child_age', '7');
    await choose(NEEDS, 'children/1/c1_legal_status', 'agree');
    await send();
    await heading('Спасибо!').waitFor();
    await page.getByText('111', { exact: true }).waitFor();
    const { answers } = await dana.call('getWaveProgress', { waveId: openWave });
    expect(answers).toBe(1);
  });

  it('declines, and nothing is stored', async () => {
    await page.goto(openPath);
    await page.locator('input[name=consent][value=no]').check();
    await send();
    await heading('Спасибо, всё в порядке').waitFor();
    const { answers } = await (await program.as('dana')).call('getWaveProgress', {
      waveId: openWave,
    });
    expect(answers).toBe(1);
  });

  it('comes with a code of her sheet, in another language, and the code works once', async () => {
    await page.goto(`${codePath}?c=${code}`);
    await page.getByRole('button', { name: 'Қаз' }).click();
    await heading('Бастамас бұрын').waitFor();
    await page.locator('input[name=consent][value=yes]').check();
    await choose('phq-8', 'phq8_1', '1');
    await page.getByRole('button', { name: 'Жіберу', exact: true }).click();
    await heading('Рақмет!').waitFor();
    expect(await page.context().cookies()).toEqual([]);

    await page.goto(`${codePath}?c=${code}`);
    await page.locator('input[name=consent][value=yes]').check();
    woman.watch.expect(/status of 422/);
    await send();
    await page
      .getByText('С этим кодом ответы уже пришли, а каждый код действует один раз.')
      .waitFor();
  });
});
