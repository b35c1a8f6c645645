import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { launchBrowser } from '../browser.ts';
import { expectSound } from '../sound-page.ts';
import { OLD_PHONE } from './phone.ts';
import { openSurvey, type SurveyDouble } from './survey-double.ts';

let browser: Browser;
let survey: SurveyDouble;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());
beforeEach(async () => {
  survey = await openSurvey({ every: true });
});
afterEach(async () => {
  for (const context of browser.contexts()) await context.close();
  await survey.close();
});

async function anOldBrowser() {
  const context = await browser.newContext({ ...OLD_PHONE, javaScriptEnabled: false });
  return context.newPage();
}

it('Madina answers in a browser without script, is asked what her answers open, and sends', async () => {
  const page = await anOldBrowser();
  await page.goto(survey.address);
  await page.getByText('Келісемін, бастаймын').click();
  await page.getByText('Иә', { exact: true }).click();
  await page.getByText('Шай', { exact: true }).click();
  await page.getByLabel('Не тілейсіз?').fill('Тыныштық "пен" <денсаулық>');
  await page.getByRole('button', { name: 'Жіберу' }).last().click();

  await page.getByRole('alert').getByText('жаңа сұрақтар шықты').waitFor();
  expect(await page.getByLabel('Не тілейсіз?').inputValue()).toBe('Тыныштық "пен" <денсаулық>');
  await page.getByLabel('Айы').selectOption('мамыр');
  await page.getByLabel('Жылы').selectOption('2019');
  await page.getByLabel('Саны').fill('2');
  await page.getByRole('button', { name: 'Сұрақтарды көрсету' }).click();

  await page.getByText('2-жануар').first().waitFor();
  await page.getByLabel('1-жануар Оның аты кім?').fill('Ақтөс');
  // Enter in a field sends the form; it does not press the first button of the page, which changes the language.
  await page.getByLabel('1-жануар Оның аты кім?').press('Enter');

  await page.getByRole('heading', { name: 'Рақмет!' }).waitFor();
  expect([...survey.accepted.values()]).toMatchObject([
    {
      language: 'kk',
      answers: {
        'every-kind': {
          has_garden: true,
          garden_since: '2019-05',
          breakfast: ['tea'],
          wish: 'Тыныштық "пен" <денсаулық>',
          pets: [{ pet_name: 'Ақтөс' }, {}],
        },
      },
    },
  ]);
});

it('what is wrong is said beside its question, nothing typed is lost, and the language can change', async () => {
  const page = await anOldBrowser();
  await page.goto(survey.address);
  await page.getByText('Келісемін, бастаймын').click();
  await page.getByText('Жоқ', { exact: true }).click();
  await page.getByLabel('Дастарқанда неше адам?').fill('41');
  await page.getByRole('button', { name: 'Жіберу' }).last().click();
  await page.getByText('Ең үлкен мүмкін мән: 40.').waitFor();
  await page.getByRole('button', { name: 'Рус' }).click();
  expect(await page.getByLabel('Сколько человек за столом?').inputValue()).toBe('41');
  await page.getByLabel('Сколько человек за столом?').fill('25');
  await page.getByRole('button', { name: 'Отправить' }).last().click();
  await page.getByText('Больше двадцати. Верно?').click();
  await page.getByRole('button', { name: 'Отправить' }).last().click();
  await page.getByRole('heading', { name: 'Спасибо!' }).waitFor();
  expect([...survey.accepted.values()][0]).toMatchObject({
    language: 'ru',
    answers: { 'every-kind': { people: 25 } },
  });
});

it('declining stores nothing', async () => {
  const page = await anOldBrowser();
  await page.goto(survey.address);
  await page.getByText('Келіспеймін').click();
  await page.getByLabel('Не тілейсіз?').fill('ештеңе');
  await page.getByRole('button', { name: 'Жіберу' }).last().click();
  await page.getByRole('heading', { name: 'Рақмет, ештеңе етпейді' }).waitFor();
  expect(survey.accepted.size).toBe(0);
});

it('a script that breaks while it starts leaves the form standing', async () => {
  const context = await browser.newContext(OLD_PHONE);
  await context.addInitScript('JSON.parse = () => { throw new Error("old browser"); };');
  const page = await context.newPage();
  await page.goto(survey.address);
  await page.getByText('Келісемін, бастаймын').click();
  await page.getByText('Жоқ', { exact: true }).click();
  await page.getByRole('button', { name: 'Жіберу' }).last().click();
  await page.getByRole('heading', { name: 'Рақмет!' }).waitFor();
  expect(survey.accepted.size).toBe(1);
});

it.each(['kk', 'ru', 'en'])('the form without script is sound (%s)', async (language) => {
  // axe needs script: the page's own is kept from starting instead.
  const context = await browser.newContext(OLD_PHONE);
  await context.addInitScript('indexedDB.databases = null; document.getElementById = () => null;');
  const page = await context.newPage();
  await page.goto(`${survey.address}?language=${language}`);
  await page.locator('.plain-form').waitFor();
  await expectSound(page, `plain form, ${language}`);
});
