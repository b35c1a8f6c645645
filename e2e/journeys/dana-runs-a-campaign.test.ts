import { formatDate } from '@tirek/domain/text';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Intentions, stepsOf, takeStep, wordsOf } from '../answering.ts';
import { launchBrowser, leave, type Person, personAt } from '../browser.ts';
import { oneAfterAnother } from '../one-after-another.ts';
import { type DemoProgram, startDemo } from '../program.ts';
import { readQrCode } from '../read-qr.ts';
import { signInThroughPages } from '../signing-in.ts';
import { expectSound, takePicture } from '../sound-page.ts';

const WELL_BEING: Intentions = {
  'who-5': { who5_1: '4', who5_2: '3', who5_3: '5', who5_4: '2', who5_5: '4' },
};
const A4_AT_96_DPI = { width: 794, height: 1123 };
/** The page asks for the count anew every fifteen seconds. */
const SOON = 25_000;

let program: DemoProgram;
let browser: Browser;
let dana: Person;
let page: Page;
beforeAll(async () => {
  [program, browser] = await Promise.all([startDemo(), launchBrowser()]);
  dana = await personAt(browser, { screen: 'laptop', language: 'ru', origin: program.origin });
  page = await dana.context.newPage();
});
afterAll(async () => {
  if (dana) await leave(dana);
  await browser?.close();
  await program?.stop();
});

const button = (name: string | RegExp) => page.getByRole('button', { name, exact: true });
const link = (name: string) => page.getByRole('link', { name, exact: true });
const title = (name: string) => page.getByRole('heading', { level: 1, name });
const dialog = () => page.getByRole('dialog');
const inDialog = (name: string) => dialog().getByRole('button', { name, exact: true });

async function fillTexts(legend: string, [kk, ru, en]: readonly [string, string, string]) {
  const group = page.getByRole('group', { name: legend, exact: true });
  await group.getByLabel('Қазақша').fill(kk);
  await group.getByLabel('Русский').fill(ru);
  await group.getByLabel('English').fill(en);
}

async function pickDay(label: string, date: string) {
  await dialog().getByRole('button', { name: label }).click();
  const later = page.getByRole('button', { name: 'Следующий месяц' });
  await later.waitFor();
  const day = page.getByRole('button', { name: formatDate(date, 'ru', 'full') });
  if (!(await day.isVisible())) await later.click();
  await day.click();
  await later.waitFor({ state: 'detached' });
}

const dayFromNow = (days: number) =>
  new Date(Date.now() + (days * 24 + 5) * 60 * 60 * 1000).toISOString().slice(0, 10);

describe('Dana, the national coordinator,', () => {
  oneAfterAnother(() => page);
  let codes: { picture: string; printed: string; address: string }[];

  it('signs in with password and the digits of her app', async () => {
    await page.goto('/');
    await title('Вход').waitFor();
    await expectSound(page, 'sign in');
    await signInThroughPages(page, { program, name: 'dana', language: 'ru' });
    await title('Здравствуйте, Дана Оспанова!').waitFor();
    await expectSound(page, 'home of a coordinator');
  });

  it('prepares a campaign step by step and sees what is still missing', async () => {
    await link('Опросы').first().click();
    await link('Новый опрос').click();
    await title('Новый опрос').waitFor();
    await expectSound(page, 'campaign words');
    await fillTexts('Название', [
      'Көңіл күйіңіз қалай?',
      'Как ваше настроение?',
      'How do you feel?',
    ]);
    await fillTexts('Зачем мы спрашиваем', [
      'Қандай қолдау керегін білу үшін.',
      'Чтобы узнать, какая поддержка нужна.',
      'To learn what support is needed.',
    ]);
    await fillTexts('Кто может ответить', [
      '18 жасқа толған әйелдер.',
      'Женщины от 18 лет.',
      'Women of 18 and over.',
    ]);
    await button('Дальше').click();
    await page.getByLabel('English').check();
    await button('Добавить: Индекс благополучия (WHO-5)').click();
    await expectSound(page, 'campaign questions');
    await button('Дальше').click();
    await page.getByLabel('Одноразовые коды на бумаге').check();
    await expectSound(page, 'campaign linkage');
    await button('Дальше').click();

    // She looks at the last step too early and is told what is missing.
    await button(/Проверка/).click();
    await page.getByText('Ещё не заполнены шаги').waitFor();
    await page.getByText('Согласие, Помощь').waitFor();
    await button(/Согласие/).click();
    await fillTexts('Название организации', [
      'Қолдау орталығы',
      'Центр поддержки',
      'Support centre',
    ]);
    await page.getByLabel('БИН').fill('123456789012');
    await fillTexts('Контакт', ['8 700 000 00 00', '8 700 000 00 00', '8 700 000 00 00']);
    await page.getByRole('combobox', { name: 'Версия согласия' }).click();
    await page.getByRole('option').first().click();
    await page.getByText('Прежде чем начать').waitFor();
    await expectSound(page, 'campaign consent');
    await button('Дальше').click();
    await button('Добавить контакт').click();
    await fillTexts('Кто', ['Сенім телефоны', 'Телефон доверия', 'Helpline']);
    await page.getByLabel('Телефон', { exact: true }).fill('150');
    await fillTexts('Когда', ['тәулік бойы', 'круглосуточно', 'day and night']);
    await expectSound(page, 'campaign help');
    await button('Дальше').click();
    await expectSound(page, 'campaign check');
    await button('Сохранить черновик').click();
    await title('Как ваше настроение?').waitFor();
  });

  it('publishes it, adds a wave of two weeks and opens it', async () => {
    await expectSound(page, 'campaign in draft');
    await button('Опубликовать').click();
    await inDialog('Опубликовать').click();
    await page.getByText('Опрос опубликован.').waitFor();
    await button('Добавить волну').click();
    await pickDay('Первый день', dayFromNow(0));
    await pickDay('Последний день', dayFromNow(14));
    await expectSound(page, 'days of a wave');
    await inDialog('Добавить').click();
    await title('Волна 1').waitFor();
    await expectSound(page, 'wave in draft');
    await button('Открыть волну').click();
    await inDialog('Открыть волну').click();
    await page.getByText('Ответы принимаются').waitFor();
  });

  it('prints codes on A4 sheets whose pictures lead to the survey', async () => {
    await link('Напечатать коды').click();
    await title('Одноразовые коды').waitFor();
    await page.getByLabel('Количество кодов').fill('12');
    await page.getByText('2 листа А4').waitFor();
    await expectSound(page, 'codes before they are made');
    await button('Сделать коды').click();
    await page.getByText('Готово 12 кодов').waitFor();
    await expectSound(page, 'codes made');

    const slips = page.locator('[data-print-alone] svg');
    expect(await slips.count()).toBe(12);
    codes = [];
    for (const at of [0, 7, 11]) {
      const slip = page.locator('[data-print-alone] > div > div').nth(at);
      const foot = slip.locator('p').last();
      codes.push({
        picture: await readQrCode(slip.locator('svg')),
        printed: (await foot.locator('b').textContent()) ?? '',
        address: (await foot.locator('span').textContent()) ?? '',
      });
    }
    for (const { picture, printed, address } of codes) {
      expect(printed).toMatch(/^[2-9C-Y]{4}-[2-9C-Y]{4}-[2-9C-Y]{4}$/);
      expect(picture).toBe(`http://${address}#${printed}`);
    }

    await page.emulateMedia({ media: 'print' });
    await page.setViewportSize(A4_AT_96_DPI);
    await takePicture(page, 'printed sheet');
    // Nothing but the slips, two sheets, no word of the app around them.
    expect(await page.getByText('Готово 12 кодов').isVisible()).toBe(false);
    expect(await page.getByRole('navigation').first().isVisible()).toBe(false);
    const pdf = await page.pdf({ preferCSSPageSize: true, format: 'A4' });
    expect(pdf.toString('latin1').match(/\/Type \/Page\b/g)).toHaveLength(2);
    await page.emulateMedia({ media: null });
    await page.setViewportSize({ width: 1280, height: 800 });
  });

  it('is warned before she leaves codes that cannot be shown again', async () => {
    await link('Волна 1').click();
    await page.getByText('Коды пропадут').waitFor();
    await inDialog('Отмена').click();
    await page.getByLabel('Всё напечатано и хорошо читается').check();
    await link('Волна 1').click();
    await title('Волна 1').waitFor();
    await page.getByText('кодов выпущено').waitFor();
  });

  it('sees the number grow while a woman answers, and nothing of what she says', async () => {
    const count = page.getByText('ответов получено').locator('xpath=..');
    expect(await count.textContent()).toMatch(/^0/);
    const { say } = wordsOf('ru');
    const woman = await personAt(browser, {
      screen: 'phone',
      language: 'ru',
      origin: program.origin,
    });
    const phone = await woman.context.newPage();
    await phone.goto(codes[0]!.picture);
    await phone.locator('.consent button.main').tap();
    await phone.getByText(say('phone.own'), { exact: true }).tap();
    await phone.getByRole('button', { name: 'Продолжить', exact: true }).tap();
    for (const step of stepsOf(WELL_BEING, 'ru')) await takeStep(phone, step, 'ru');
    await phone.getByRole('button', { name: say('review.send'), exact: true }).tap();
    await phone.getByRole('heading', { name: say('thanks.title'), exact: true }).waitFor();
    await leave(woman);

    await expect.poll(() => count.textContent(), { timeout: SOON, interval: 250 }).toMatch(/^1/);
    await expectSound(page, 'wave with an answer');
    dana.watch.expect(/status of 409/);
    const waveId = page.url().split('/').at(-1)!;
    await expect(
      (await program.as('dana')).call('getWaveReport', { waveId, language: 'ru' }),
    ).rejects.toMatchObject({ code: 'wave-not-closed' });
  });

  it('closes the wave with a reason and reads the report', async () => {
    await button('Закрыть волну').click();
    expect(await inDialog('Закрыть волну').isDisabled()).toBe(true);
    await dialog().getByLabel('Причина').fill('Все приглашённые ответили.');
    await expectSound(page, 'closing a wave');
    await inDialog('Закрыть волну').click();
    await page.getByText('Все приглашённые ответили.').waitFor();
    await expect
      .poll(() => page.getByText('ждут перемешивания').count(), { timeout: SOON })
      .toBe(0);
    await expectSound(page, 'wave closed');
    await link('Открыть отчёт').click();
    await page.getByRole('heading', { name: 'Как ваше настроение?' }).waitFor();
    await expectSound(page, 'report of one answer');
    // Raw score 18 of 25, times four.
    expect(await page.locator('main').textContent()).toContain('72');
  });

  it('opens the wave again with a reason, which everybody can read afterwards', async () => {
    await page.goBack();
    await button('Открыть снова').click();
    await pickDay('Последний день', dayFromNow(20));
    await dialog().getByLabel('Причина').fill('Две семьи попросили ещё неделю.');
    await expectSound(page, 'opening again');
    await inDialog('Открыть снова').click();
    await page.getByText('Волна открыта снова', { exact: true }).waitFor();
    await page.getByText('Две семьи попросили ещё неделю.').waitFor();
    await expectSound(page, 'wave opened again');
  });
});
