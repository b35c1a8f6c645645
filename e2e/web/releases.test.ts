import { randomUUID } from 'node:crypto';
import type { Language } from '@tirek/domain/text';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { phq8, SETTINGS } from '../../packages/server/src/surveys/test/test-survey.ts';
import type { CastName } from '../../packages/server/src/test/cast.ts';
import { apiAt } from '../api.ts';
import { launchBrowser, leave, type Person, personAt, type Screen } from '../browser.ts';
import { type DemoProgram, startDemo } from '../program.ts';
import { releaseOf } from '../releasing.ts';
import { expectSound } from '../sound-page.ts';

/** Milliseconds: a preview is worked for, and other tests work beside it. */
const PATIENCE = 60_000;

let program: DemoProgram;
let browser: Browser;
/** Of 2022, whose long report the demonstration has released itself: 1 for the network, 2 for everybody. */
let longWave: string;
let published: string;
/** Of a short questionnaire: how a report goes out does not hang on how long it is. */
let shortWave: string;
beforeAll(async () => {
  program = await startDemo();
  browser = await launchBrowser();
  longWave = (await program.campaign('past')).waves[0]?.id ?? '';
  published = (await program.releases()).public;
  shortWave = await closedShortWave();
}, 180_000);
afterAll(async () => {
  await browser?.close();
  await program?.stop();
});

/** Dana's short survey, answered by eight women in Russian and eight in English, and closed. */
async function closedShortWave(): Promise<string> {
  const dana = await program.as('dana');
  const [campaignId, waveId] = [randomUUID(), randomUUID()];
  const { edition } = await dana.call('createCampaign', { id: campaignId, settings: SETTINGS });
  await dana.call('publishCampaign', { id: randomUUID(), campaignId, basedOn: edition });
  const [opensOn, closesOn] = [0, 60].map((days) =>
    new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10),
  ) as [string, string];
  const { slug } = await dana.call('addWave', { id: waveId, campaignId, opensOn, closesOn });
  await dana.call('openWave', { id: randomUUID(), waveId });
  for (let n = 0; n < 16; n += 1) {
    const language = n % 2 ? 'ru' : 'en';
    await apiAt(program.origin).call('submitAnswers', {
      id: randomUUID(),
      slug,
      language,
      consent: { version: SETTINGS.consentVersion, language },
      answers: phq8(...Array.from({ length: 8 }, (_, i) => String((n + i) % 4))),
    });
  }
  await dana.call('closeWave', { id: randomUUID(), waveId, reason: 'All have answered.' });
  const timur = await program.as('timur');
  // Until the last answers are shuffled in, there is nothing to report on.
  await vi.waitFor(() => timur.call('listPlanQuestions', { waveId, language: 'en' }), {
    timeout: PATIENCE,
    interval: 500,
  });
  return waveId;
}

async function sitDown(
  who: CastName | null,
  { screen = 'laptop', language = 'en' }: { screen?: Screen; language?: Language } = {},
): Promise<{ person: Person; page: Page }> {
  const person = await personAt(browser, { screen, language, origin: program.origin });
  if (who) await program.signIn(person.context, who);
  person.context.setDefaultTimeout(PATIENCE);
  return { person, page: await person.context.newPage() };
}

async function choose(page: Page, label: string, option: string | RegExp): Promise<void> {
  await page.getByRole('combobox', { name: label }).click();
  await page.getByRole('option', { name: option }).first().click();
}

describe('a report on its way out', () => {
  it('is planned by Timur, stops when he cancels, and his choices outlive a reload', async () => {
    const { person, page } = await sitDown('timur');
    // A connection that he closes himself.
    person.watch.expect(/ERR_ABORTED/);
    await page.goto('/app/releases');
    await page.getByRole('link', { name: 'Plan a report' }).click();
    await page.getByRole('heading', { name: 'Plan a report' }).waitFor();
    // However fast the server is: the preview is on its way until he has cancelled it.
    const cancelled = Promise.withResolvers<void>();
    await page.route('**/api/report-preview*', async (route) => {
      await cancelled.promise;
      await route.continue();
    });
    await choose(page, 'Survey and wave', /How are you feeling/);
    await page.getByRole('button', { name: 'Cancel' }).click();
    await page.getByText('The choices are kept.').waitFor();
    cancelled.resolve();
    await expectSound(page, 'a preview that was cancelled');
    await page.reload();
    await page.getByText(/numbers in the tables/).waitFor();
    expect(await page.getByRole('combobox', { name: 'Survey and wave' }).inputValue()).toMatch(
      /^How are you feeling/,
    );
    await page.getByRole('button', { name: 'Ask for release' }).waitFor();
    await expectSound(page, 'a plan and its preview');

    await page.getByRole('checkbox', { name: 'All sections' }).uncheck();
    await page.getByText('This plan gives no report').waitFor();
    await page.getByRole('button', { name: 'Take all sections' }).click();
    await page.getByText(/numbers in the tables/).waitFor();
    expect(await page.getByRole('checkbox', { name: 'All sections' }).isChecked()).toBe(true);

    await page
      .getByText(/^Tables: /)
      .first()
      .click();
    const table = page.getByRole('checkbox', { name: 'Language of the answers' });
    await table.uncheck();
    await page
      .locator('article.report')
      .getByText('Language of the answers')
      .waitFor({ state: 'detached' });
    await expectSound(page, 'a plan without one of its tables');
    await table.check();
    await page.locator('article.report').getByText('Language of the answers').first().waitFor();

    await page.getByRole('button', { name: 'Ask for release' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('textbox').fill('For the yearly meeting');
    await dialog.getByRole('button', { name: 'Ask for release' }).click();
    await page.getByRole('heading', { name: 'Nothing has gone out yet' }).waitFor();
    expect(await page.getByRole('button', { name: 'Approve' }).count()).toBe(0);
    await leave(person);
  });

  it('is approved by Ruslan, who sees what would go out, and read by Saule', async () => {
    const { person, page } = await sitDown('ruslan', { language: 'ru' });
    await page.goto('/app/releases');
    const waiting = page.getByRole('table', { name: 'Ждут решения' });
    await waiting.getByRole('link', { name: 'Как вы себя чувствуете?' }).first().click();
    await page.getByRole('heading', { name: 'Пока ничего не вышло' }).waitFor();
    await page.getByRole('link', { name: 'Что скрыто и почему' }).click();
    await expectSound(page, 'a release to decide on');
    await page.getByRole('button', { name: 'Одобрить' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Одобрить' }).click();
    await page.getByRole('heading', { name: 'Выпуск 3' }).waitFor();
    await leave(person);

    const saule = await sitDown('saule', { screen: 'phone', language: 'kk' });
    await saule.page.goto('/app/releases');
    await saule.page.getByRole('link', { name: /^3\. / }).click();
    await saule.page.getByRole('heading', { name: '3-шығарылым' }).waitFor();
    await saule.page.locator('article.report[lang=kk]').waitFor();
    await expectSound(saule.page, 'a release that Saule reads');
    await leave(saule.person);
  });

  it('is not there for Saule when it is for analysts only', async () => {
    const internal = await releaseOf(program, { waveId: shortWave, audience: 'internal' });
    const { person, page } = await sitDown('saule');
    person.watch.expect(/404/);
    await page.goto('/app/releases');
    await page.getByRole('link', { name: /^3\. / }).waitFor();
    expect(await page.getByRole('link', { name: /^4\. / }).count()).toBe(0);
    await page.goto(`/app/releases/${internal}`);
    await page.getByRole('alert').waitFor();
    expect(await page.locator('article.report').count()).toBe(0);
    await leave(person);
  });

  it('is refused when it would tell of the few between two releases, and one tap mends it', async () => {
    const { person, page } = await sitDown('dana', { screen: 'phone', language: 'ru' });
    person.watch.expect(/ERR_ABORTED/);
    await page.goto('/app/releases/new');
    await choose(page, 'Опрос и волна', /Как вы себя чувствуете/);
    await page.getByRole('button', { name: 'Только некоторые' }).click();
    await choose(page, 'Вопрос', /язык/i);
    await page.getByRole('checkbox', { name: 'Русский' }).check();
    await page.getByText(/Выпуск 3 рассказал о других людях/).waitFor();
    await expectSound(page, 'a plan that is refused');
    await page.getByRole('button', { name: 'Взять всех' }).click();
    await page.getByText(/В таблицах/).waitFor();
    await page.getByText('Все, кто ответил.').waitFor();
    await leave(person);
  });

  it('is read by anybody once it is published, and says so when it was withdrawn', async () => {
    const { person, page } = await sitDown(null, { language: 'ru' });
    await page.goto('/app/');
    await page.getByRole('link', { name: 'Читать опубликованные отчёты без входа' }).click();
    await page.getByRole('listitem').getByRole('link').first().click();
    await page.locator('article.report[lang=ru]').waitFor();
    await expectSound(page, 'a published report');
    await page.getByRole('link', { name: 'Вкратце' }).click();
    await page
      .locator('article.brief[lang=ru]')
      .getByText(/Выпуск 2/)
      .waitFor();
    await choose(page, 'Документ', /^Одна страница/);
    await page
      .locator('article.brief')
      .getByText(/Этим читателям/)
      .first()
      .waitFor();
    await expectSound(page, 'a page on a place, published');
    await page.getByRole('button', { name: 'Скачать' }).click();
    const sheet = page.waitForEvent('download');
    await page.getByRole('button', { name: /^Страница файлом/ }).click();
    expect((await sheet).suggestedFilename()).toBe('tirek-region-sheet-2022-06-30-ru.html');
    await page.getByRole('link', { name: 'Весь отчёт' }).click();
    await page.locator('article.report[lang=ru]').waitFor();
    await page.getByRole('button', { name: 'Скачать' }).click();
    const downloading = page.waitForEvent('download');
    await page.getByRole('button', { name: /^Всё вместе/ }).click();
    expect((await downloading).suggestedFilename()).toMatch(/^tirek-.*-ru-release\.zip$/);

    const reason = 'Ошибка в данных';
    await (await program.as('ruslan')).call('withdrawRelease', {
      id: randomUUID(),
      releaseId: published,
      reason,
    });
    await page.reload();
    await page.getByText(`Причина: ${reason}`).waitFor();
    expect(await page.locator('article.report').count()).toBe(0);
    await leave(person);
  });
});

describe('the exact answers', () => {
  it('are asked for by Timur, agreed to by Ruslan and fetched by Timur', async () => {
    const timur = await sitDown('timur', { language: 'kk', screen: 'phone' });
    await timur.page.goto('/app/exports');
    await choose(timur.page, 'Сауалнама және толқын', /1-толқын/);
    await timur.page.getByRole('textbox', { name: 'Файлдар не үшін керек' }).fill('Жылдық есепке');
    await timur.page.getByRole('button', { name: 'Сұрау', exact: true }).click();
    await timur.page.getByText('шешім күтуде').waitFor();
    await expectSound(timur.page, 'a request that waits');

    const ruslan = await sitDown('ruslan', { language: 'ru' });
    await ruslan.page.goto('/app/exports');
    await ruslan.page.getByText('Тимур Алиев').waitFor();
    await ruslan.page.getByRole('button', { name: 'Одобрить' }).click();
    await ruslan.page.getByRole('dialog').getByRole('button', { name: 'Одобрить' }).click();
    await ruslan.page.getByText('Скачать их может только тот, кто запросил.').waitFor();
    await leave(ruslan.person);

    await timur.page.reload();
    const downloading = timur.page.waitForEvent('download');
    await timur.page.getByRole('button', { name: 'Файлдарды жүктеп алу' }).click();
    expect((await downloading).suggestedFilename()).toMatch(/^answers-[\d-]+\.zip$/);
    await expectSound(timur.page, 'files that were fetched');
    await leave(timur.person);
  });
});

describe('a long report', () => {
  it('lets Timur leap to a table by its words, to the cell of a number and back', async () => {
    const { person, page } = await sitDown('timur', { screen: 'phone', language: 'ru' });
    await page.goto(`/app/reports/${longWave}`);
    const bar = page.getByRole('navigation', { name: 'Место в отчёте' });
    await bar.getByRole('button', { name: 'Содержание' }).click();
    const sheet = page.getByRole('dialog', { name: 'Содержание' });
    await sheet.getByRole('searchbox').fill('место жит');
    const wanted = sheet.getByRole('link', { name: /^Таблица/ }).first();
    const title = ((await wanted.textContent()) ?? '').replace(/^Таблица \d+\. /, '');
    await wanted.press('Enter');
    await sheet.waitFor({ state: 'hidden' });
    const focused = page.locator('.report-table:focus');
    await focused.waitFor();
    expect(await focused.locator('.report-caption').textContent()).toContain(title);

    await bar.getByRole('button', { name: 'К началу' }).click();
    expect(await page.evaluate(() => scrollY)).toBe(0);
    const number = page.locator('a.report-bound').first();
    await number.focus();
    await page.keyboard.press('Enter');
    const cell = page.locator('td:target:focus, th:target:focus');
    await cell.waitFor();
    expect(await cell.textContent()).toContain(await number.textContent());
    await bar.getByRole('button', { name: 'Назад к фразе' }).click();
    await page.locator('a.report-bound:focus').waitFor();
    expect(await number.evaluate((link) => link === document.activeElement)).toBe(true);
    await expectSound(page, 'a long report with its contents at hand');
    await leave(person);
  });
});
