import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { totpCode, totpStep } from '../../packages/server/src/access/index.ts';
import { castPassword } from '../../packages/server/src/test/cast.ts';
import { launchBrowser, leave, personAt } from '../browser.ts';
import { type DemoProgram, startDemo } from '../program.ts';
import { expectSound } from '../sound-page.ts';

let program: DemoProgram;
let browser: Browser;
beforeAll(async () => {
  program = await startDemo();
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
  await program?.stop();
});

const laptop = (language: 'kk' | 'ru' | 'en') =>
  personAt(browser, { screen: 'laptop', language, origin: program.origin });

async function givePassword(page: Page, name: string, password: string): Promise<void> {
  await page.getByLabel('Кіру аты').fill(name);
  await page.getByLabel('Құпиясөз', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Кіру', exact: true }).click();
}

describe('signing in', () => {
  it('takes Gulmira from the address she was sent to through both steps to that very page', async () => {
    const person = await laptop('kk');
    const page = await person.context.newPage();
    await page.goto('/app/account');
    await givePassword(page, 'gulmira', castPassword('gulmira'));
    await page.getByRole('heading', { name: 'Кірудің екінші қадамы' }).waitFor();
    await expectSound(page, 'second step');
    await page.getByLabel('Алты саннан тұратын код').fill(await program.totp('gulmira'));
    await page.getByRole('heading', { name: 'Менің тіркелгім' }).waitFor();
    expect(page.url()).toBe(`${program.origin}/app/account`);
    await leave(person);
  });

  it('says kindly that a password is not right, and after too many attempts how long to wait', async () => {
    const person = await laptop('kk');
    const page = await person.context.newPage();
    await page.goto('/app/');
    await givePassword(page, 'bolat', 'not it at all');
    await page.getByText('Кіру аты немесе құпиясөз дұрыс емес.').waitFor();
    await expectSound(page, 'password refused');
    const locked = page.getByText('Тым көп сәтсіз әрекет жасалды');
    for (let attempt = 0; attempt < 20 && !(await locked.isVisible()); attempt += 1) {
      const answered = page.waitForResponse('**/api/sign-in/password');
      await page.getByRole('button', { name: 'Кіру', exact: true }).click();
      await answered;
      await page.waitForTimeout(100);
    }
    await locked.waitFor();
    await expectSound(page, 'locked out');
    await leave(person);
  });

  it('lets a colleague of Kairat in by a link: password, authenticator, codes on paper', async () => {
    const kairat = await laptop('ru');
    await program.signIn(kairat.context, 'kairat');
    const office = await kairat.context.newPage();
    await office.goto('/app/accounts/new');
    await office.getByLabel('Имя и фамилия').fill('Айгүл Серікова');
    await office.getByLabel('Имя для входа').fill('aigul');
    await office.getByRole('combobox', { name: 'Роль' }).click();
    await office.getByRole('option', { name: 'Специалист-практик' }).click();
    await office.getByRole('combobox', { name: 'Где' }).click();
    await office.getByRole('option', { name: 'Западно-Казахстанская область' }).click();
    await office.getByRole('button', { name: 'Добавить' }).click();
    await expectSound(office, 'invitation being written');
    await office.getByRole('button', { name: 'Создать приглашение' }).click();
    const link = await office.getByLabel('Ссылка').inputValue();
    expect(link).toMatch(/\/app\/invitation#[\w-]{43}$/);
    await expectSound(office, 'invitation made');
    await leave(kairat);

    const aigul = await personAt(browser, {
      screen: 'phone',
      language: 'kk',
      origin: program.origin,
    });
    const page = await aigul.context.newPage();
    await page.goto(link);
    await page.getByRole('heading', { name: /Қош келдіңіз/ }).waitFor();
    await expectSound(page, 'invitation opened');
    const password = 'жеті қазына, бес тұлпар';
    await page.getByLabel('Жаңа құпиясөз', { exact: true }).fill('aigul');
    await page.getByLabel('Жаңа құпиясөз тағы бір рет').fill('aigul');
    await page.getByRole('button', { name: /жалғастыру/ }).click();
    await page.getByText('Тым қысқа.').waitFor();
    await page.getByLabel('Жаңа құпиясөз', { exact: true }).fill(password);
    await page.getByLabel('Жаңа құпиясөз тағы бір рет').fill(password);
    await page.getByRole('button', { name: /жалғастыру/ }).click();
    const secret = (await page.locator('code').textContent())?.replaceAll(' ', '') ?? '';
    await expectSound(page, 'authenticator set up');
    const code = totpCode(bytesOf(secret), totpStep(new Date().toISOString()));
    await page.getByLabel('Қолданба көрсеткен алты сан').fill(code);
    await page.getByRole('heading', { name: 'Осы он кодты сақтаңыз' }).waitFor();
    expect(await page.locator('ol li').count()).toBe(10);
    await expectSound(page, 'recovery codes');
    const done = page.getByRole('button', { name: 'Дайын' });
    expect(await done.isDisabled()).toBe(true);
    await page.getByLabel('Кодтарды басып шығардым').check();
    await done.click();
    await page.getByRole('heading', { name: /Сәлеметсіз бе, Айгүл/ }).waitFor();
    await page
      .getByRole('main')
      .getByRole('link', { name: /Шығарылымдар/ })
      .waitFor();
    await leave(aigul);

    const late = await laptop('kk');
    const again = await late.context.newPage();
    await again.goto(link);
    await again.getByRole('heading', { name: 'Бұл шақыру жарамсыз' }).waitFor();
    await expectSound(again, 'invitation used up');
    await leave(late);
  });
});

/** Base32 as an authenticator reads it. */
function bytesOf(secret: string): Buffer {
  const bits = [...secret]
    .map((letter) =>
      'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter).toString(2).padStart(5, '0'),
    )
    .join('');
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
}
