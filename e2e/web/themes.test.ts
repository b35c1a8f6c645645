import type { Language } from '@tirek/domain/text';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CastName } from '../../packages/server/src/test/cast.ts';
import { launchBrowser, leave, type Person, personAt, type Screen } from '../browser.ts';
import { type DemoProgram, startDemo } from '../program.ts';
import { expectSound } from '../sound-page.ts';

let program: DemoProgram;
let browser: Browser;
let waveId: string;
beforeAll(async () => {
  program = await startDemo();
  browser = await launchBrowser();
  waveId = (await program.campaign('past')).waves[0]?.id ?? '';
});
afterAll(async () => {
  await browser?.close();
  await program?.stop();
});

async function sitDown(
  who: CastName,
  { screen, language }: { screen: Screen; language: Language },
): Promise<{ person: Person; page: Page }> {
  const person = await personAt(browser, { screen, language, origin: program.origin });
  await program.signIn(person.context, who);
  person.context.setDefaultTimeout(30_000);
  return { person, page: await person.context.newPage() };
}

/** Made up, in two languages; the second point has a name that must not stay. */
const NOTES = `Әйелдер:

- Пәтер ақысы қымбат, жыл сайын көшеміз.
- Көршім Айгүл Серікова балаларыма қарасады.

Мамандар:

- Балаларға логопед жетіспейді.
`;

const TITLE = 'Күзгі кездесу';

const themesOf = (page: Page) =>
  page
    .getByRole('checkbox', { checked: true })
    .evaluateAll((boxes) =>
      boxes.map((box) => box.closest('label')?.querySelector('span')?.textContent ?? ''),
    );

describe('what was said in a workshop', () => {
  it('is read from a file on Dana’s laptop, freed of a name, and coded with the keyboard', async () => {
    const { person, page } = await sitDown('dana', { screen: 'laptop', language: 'kk' });
    await page.goto('/app/reports');
    await page
      .getByRole('link', { name: /^Тақырыптар/ })
      .first()
      .click();
    await page.getByRole('heading', { name: 'Семинарлар мен сұхбаттар', level: 1 }).waitFor();
    await page.getByRole('link', { name: 'Рабочая встреча специалистов и участниц' }).waitFor();
    await expectSound(page, 'the list of notes');
    await page.getByRole('link', { name: 'Жазба қосу' }).click();
    await page.locator('input[type=file]').setInputFiles({
      name: 'жазба.txt',
      mimeType: 'text/plain',
      buffer: Buffer.from(NOTES),
    });
    await page.getByRole('heading', { name: '3 үзінді' }).waitFor();
    await page.getByText('Танытуы мүмкін: Айгүл Серікова').waitFor();
    await expectSound(page, 'points to be looked through');
    await page.getByRole('textbox', { name: '2-үзінді' }).fill('Көршім балаларыма қарасады.');
    expect(await page.getByText(/Танытуы мүмкін/).count()).toBe(0);
    await page.getByRole('textbox', { name: 'Атауы' }).fill(TITLE);
    await page.getByRole('button', { name: 'Өткен күні' }).click();
    await page.locator('td button:not([data-outside])').first().click();
    await page.getByRole('button', { name: 'Жазбаны сақтау' }).click();

    await page.getByRole('button', { name: 'Бастау', exact: true }).click();
    await page.getByRole('heading', { name: '1-үзінді' }).waitFor();
    await page.getByText('Баспана («пәтер»)').waitFor();
    expect(await themesOf(page)).toEqual([]);
    await page.getByRole('heading', { name: '1-үзінді' }).focus();
    await page.keyboard.press('Digit1');
    expect(await themesOf(page)).toEqual(['Баспана']);
    await expectSound(page, 'an excerpt being coded');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: '2-үзінді' }).waitFor();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: '3-үзінді' }).waitFor();
    await page.keyboard.press('KeyR');
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('KeyW');
    await page.keyboard.press('KeyW');
    expect(await themesOf(page)).toEqual(['Балалардың денсаулығы мен дамуы']);
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Кодтауды аяқтау' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Кодтауды аяқтау' }).click();
    await page.getByText('Сіз аяқтадыңыз').waitFor();
    await expectSound(page, 'waiting for the second coder');
    await leave(person);
  });

  it('is coded by Timur on his phone, who sees nothing of what Dana found before he has finished', async () => {
    const { person, page } = await sitDown('timur', { screen: 'phone', language: 'ru' });
    await page.goto(`/app/reports/${waveId}/themes`);
    await page.getByRole('link', { name: TITLE }).click();
    await page.getByRole('button', { name: 'Начать', exact: true }).click();
    await page.getByRole('heading', { name: 'Фрагмент 1' }).waitFor();
    expect(await themesOf(page)).toEqual([]);
    expect(await page.getByText('Дана').count()).toBe(0);
    await page.getByRole('checkbox', { name: 'Жильё' }).check();
    await expectSound(page, 'an excerpt on a phone');
    await page.getByRole('button', { name: 'Сохранить и дальше' }).click();
    await page.getByRole('heading', { name: 'Фрагмент 2' }).waitFor();
    await page.getByRole('checkbox', { name: 'Взаимная поддержка' }).check();
    await page.getByRole('button', { name: 'Сохранить и дальше' }).click();
    await page.getByRole('heading', { name: 'Фрагмент 3' }).waitFor();
    await page.getByRole('checkbox', { name: 'Здоровье и развитие детей' }).check();
    await page.getByRole('button', { name: 'Сохранить и дальше' }).click();
    await page.getByRole('button', { name: 'Закончить кодирование' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Закончить кодирование' }).click();
    await page.getByText('не решено: Взаимная поддержка').waitFor();
    await expectSound(page, 'a note that is coded');
    await page.getByRole('button', { name: 'Предложить цитату: фрагмент 1' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('textbox').fill('Пәтер ақысы қымбат […]');
    await dialog.getByRole('radio', { name: 'устное согласие' }).check();
    await dialog.getByRole('radio', { name: 'Кому угодно' }).check();
    await expectSound(page, 'a quotation being proposed');
    await dialog.getByRole('button', { name: 'Предложить', exact: true }).click();
    await page.getByText('Цитата предложена').waitFor();
    await leave(person);
  });

  it('is settled by Dana with a reason, quoted once she has looked at it, and told in the report', async () => {
    const { person, page } = await sitDown('dana', { screen: 'laptop', language: 'ru' });
    await page.goto(`/app/reports/${waveId}/themes/compare`);
    const difference = page.getByRole('article').filter({ hasText: 'балаларыма қарасады' });
    await difference.getByText('Тимур Алиев: тема есть; Дана Оспанова: темы нет').waitFor();
    await expectSound(page, 'differences to be settled');
    await difference.getByRole('button', { name: 'Тема есть' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('textbox').fill('Соседка помогает: это поддержка.');
    await dialog.getByRole('button', { name: 'Тема есть' }).click();
    await difference.getByText('Дана Оспанова: Соседка помогает: это поддержка.').waitFor();

    await page.goto(`/app/reports/${waveId}/themes/quotes`);
    const quote = page.getByRole('article').filter({ hasText: '«Пәтер ақысы қымбат […]»' });
    await quote.getByRole('button', { name: 'Допустить' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Допустить' }).click();
    await quote.getByText('допущена').waitFor();
    await expectSound(page, 'quotations');

    await page.goto(`/app/reports/${waveId}`);
    const report = page.locator('article.report');
    await report.getByRole('heading', { name: 'Темы рабочих встреч и интервью' }).waitFor();
    await report.getByText('«Пәтер ақысы қымбат […]»').waitFor();
    await leave(person);
  });
});
