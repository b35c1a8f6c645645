import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { castPassword } from '../../packages/server/src/test/cast.ts';
import { launchBrowser, leave, type Person, personAt } from '../browser.ts';
import { type DemoProgram, startDemo } from '../program.ts';
import { expectSound } from '../sound-page.ts';

let program: DemoProgram;
let browser: Browser;
let kairat: Person;
beforeAll(async () => {
  program = await startDemo();
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
  await program?.stop();
});

const MINUTE = 60_000;

async function signIn(page: Page): Promise<void> {
  await page.getByLabel('Имя для входа').last().fill('kairat');
  await page.getByLabel('Пароль', { exact: true }).fill(castPassword('kairat'));
  await page.getByRole('button', { name: 'Войти', exact: true }).click();
  await page.getByLabel('Код из шести цифр').fill(await program.totp('kairat'));
}

/** His browser, signed in. With a clock of its own, ten minutes pass when the test says so. */
async function opened(at: string, { hasOwnClock = false } = {}): Promise<Page> {
  kairat = await personAt(browser, { screen: 'laptop', language: 'ru', origin: program.origin });
  await program.signIn(kairat.context, 'kairat');
  const page = await kairat.context.newPage();
  if (hasOwnClock) await page.clock.install();
  await page.goto(at);
  await page.getByRole('heading', { name: 'Пригласить коллегу' }).waitFor();
  return page;
}

async function typeInvitation(page: Page): Promise<void> {
  await page.getByLabel('Имя и фамилия').fill('Жанна Оразбаева');
  await page.getByLabel('Имя для входа').fill('zhanna');
}

const stillTyped = async (page: Page) => ({
  name: await page.getByLabel('Имя и фамилия').inputValue(),
  signInName: await page.getByLabel('Имя для входа').inputValue(),
});
const TYPED = { name: 'Жанна Оразбаева', signInName: 'zhanna' };

describe('what Kairat has typed', () => {
  it('stays while there is no connection, which the page says honestly, and goes out when pressed again', async () => {
    const page = await opened('/app/accounts/new');
    await page.getByLabel('Имя и фамилия').fill('Бауыржан Ли');
    await page.getByLabel('Имя для входа').fill('bauyrzhan');
    kairat.watch.expect(/ERR_INTERNET_DISCONNECTED/);
    await kairat.context.setOffline(true);
    await page.getByText('Нет связи с сервером.').waitFor();
    await page.getByRole('button', { name: 'Создать приглашение' }).click();
    await page.getByText('Нет связи с сетью. Введённое остаётся').waitFor();
    await expectSound(page, 'no connection');
    expect(await page.getByLabel('Имя и фамилия').inputValue()).toBe('Бауыржан Ли');
    await kairat.context.setOffline(false);
    await page.getByText('Нет связи с сервером.').waitFor({ state: 'hidden' });
    await page.getByRole('button', { name: 'Создать приглашение' }).click();
    await page.getByText('Приглашение готово: Бауыржан Ли').waitFor();
    await leave(kairat);
  });

  it('is hidden after ten minutes without a touch, and there again when he unlocks', async () => {
    const page = await opened('/app/accounts/new', { hasOwnClock: true });
    await typeInvitation(page);
    await page.clock.runFor(9 * MINUTE);
    expect(await page.getByRole('heading', { name: 'Экран заблокирован' }).count()).toBe(0);
    await page.clock.runFor(2 * MINUTE);
    await page.getByRole('heading', { name: 'Экран заблокирован' }).waitFor();
    expect(await page.getByLabel('Имя и фамилия').isVisible()).toBe(false);
    expect(await page.title()).not.toContain('Пригласить');
    await expectSound(page, 'locked screen');
    // The server holds to it, whatever a page shows.
    kairat.watch.expect(/401/);
    const refused = await page.evaluate(async () => (await fetch('/api/accounts')).json());
    expect(refused).toMatchObject({ code: 'session-locked' });

    await page.getByLabel('Пароль', { exact: true }).fill('не тот пароль');
    await page.getByRole('button', { name: 'Разблокировать' }).click();
    await page.getByText('Пароль не подходит.').waitFor();
    await page.getByLabel('Пароль', { exact: true }).fill(castPassword('kairat'));
    await page.getByRole('button', { name: 'Разблокировать' }).click();
    await page.getByRole('heading', { name: 'Пригласить коллегу' }).waitFor();
    expect(await stillTyped(page)).toEqual(TYPED);
    await leave(kairat);
  });

  it('is sent by itself once he has signed in again on top of the form, and forgotten when he signs out', async () => {
    const page = await opened('/app/accounts/new');
    await typeInvitation(page);
    // His session ends elsewhere, without this page knowing.
    await kairat.context.request.post('/api/sign-out', {
      data: {},
      headers: { origin: program.origin },
    });
    kairat.watch.expect(/401/);
    await page.getByRole('button', { name: 'Создать приглашение' }).click();
    await page.getByRole('heading', { name: 'Войдите ещё раз' }).waitFor();
    await expectSound(page, 'sign-in on top of a form');
    await signIn(page);
    await page.getByText('Приглашение готово: Жанна Оразбаева').waitFor();

    await page.goto('/app/accounts/new');
    await typeInvitation(page);
    await page.getByRole('link', { name: 'Главная' }).click();
    await page.getByRole('heading', { name: /Здравствуйте/ }).waitFor();
    await page.goBack();
    expect(await stillTyped(page)).toEqual(TYPED);
    await page.getByRole('button', { name: /Қайрат/ }).click();
    await page.getByRole('button', { name: 'Выйти', exact: true }).click();
    const leaving = page.getByRole('dialog', { name: 'Выйти, не закончив?' });
    await expectSound(page, 'signing out with something unfinished');
    await leaving.getByRole('button', { name: 'Выйти и удалить' }).click();
    await page.getByRole('heading', { name: 'Вход' }).waitFor();
    await signIn(page);
    await page.getByRole('heading', { name: 'Пригласить коллегу' }).waitFor();
    expect(await stillTyped(page)).toEqual({ name: '', signInName: '' });
    await leave(kairat);
  });
});
