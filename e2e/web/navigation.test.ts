import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CastName } from '../../packages/server/src/test/cast.ts';
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

describe('where somebody can go', () => {
  it.each<[CastName, string[]]>([
    [
      'dana',
      [
        ...['Home', 'Services', 'Who answers', 'Steps of care'],
        ...['Surveys', 'Questionnaires', 'Adolescents ahead', 'Help given', 'Reports', 'Releases'],
        ...['Exact answers', 'Consents', 'Rules of support', 'Times of safety events'],
        'Legal demands',
      ],
    ],
    [
      'timur',
      [
        ...['Home', 'Surveys', 'Questionnaires', 'Adolescents ahead', 'Help given', 'Reports'],
        ...['Releases', 'Exact answers'],
      ],
    ],
    [
      'aidos',
      [
        ...['Home', 'Families in numbers', 'Referral board', 'On call', 'Services', 'Who answers'],
        ...['Steps of care', 'Surveys', 'Questionnaires', 'Adolescents ahead', 'Help given'],
        'Releases',
      ],
    ],
    [
      'ruslan',
      [
        ...['Home', 'Waits for you', 'Lists as files', 'Surveys', 'Questionnaires', 'Releases'],
        ...['Exact answers', 'Emergencies', 'Breaches', 'Own copies', 'Legal demands', 'Erasure'],
        ...['Files and purposes', 'Audit log', 'Staff accounts'],
      ],
    ],
    ['kairat', ['Home', 'Staff accounts', 'Messages']],
    [
      'saule',
      [
        ...['Home', 'Safety', 'Today', 'Lists', 'Asking again', 'Families', 'Stuck papers'],
        ...['Groups', 'Help in my families', 'Take along', 'What waits', 'Lists as files'],
        ...['Gaps in care', 'Referrals', 'On call', 'Services', 'Who answers', 'Steps of care'],
        ...['Questionnaires', 'Who may ask what', 'Releases'],
      ],
    ],
    ['bolat', ['Home', 'My pupils']],
    ['zarina', ['Home', 'My meetings']],
    ['nobody', ['Home']],
  ])('is what the server allows %s, and nothing else', async (who, places) => {
    const person = await personAt(browser, {
      screen: 'laptop',
      language: 'en',
      origin: program.origin,
    });
    await program.signIn(person.context, who);
    const page = await person.context.newPage();
    await page.goto('/app/');
    await page.getByRole('heading', { name: /^Hello/ }).waitFor();
    const sections = page.getByRole('navigation', { name: 'Sections' });
    const shut = sections.getByRole('button', { expanded: false });
    while ((await shut.count()) > 0) await shut.first().click();
    expect(await sections.getByRole('link').allInnerTexts()).toEqual(places);
    await expectSound(page, `home of ${who}`);
    await leave(person);
  });

  it('stands under a few headings; what Saule needs every day is open, the rest opens by a key and stays as she left it', async () => {
    const saule = await personAt(browser, {
      screen: 'phone',
      language: 'kk',
      origin: program.origin,
    });
    await program.signIn(saule.context, 'saule');
    const page = await saule.context.newPage();
    await page.goto('/app/');
    await page.getByRole('button', { name: 'Мәзірді ашу' }).click();
    const menu = page.getByRole('dialog');
    await menu.getByRole('link', { name: 'Бүгін' }).waitFor();
    expect(await menu.getByRole('link', { name: 'Анкеталар кітапханасы' }).count()).toBe(0);
    await menu.getByRole('button', { name: 'Сауалнамалар мен нәтижелер' }).focus();
    await page.keyboard.press('Enter');
    await menu.getByRole('list', { name: 'Сауалнамалар мен нәтижелер' }).waitFor();
    await expectSound(page, 'menu with headings');
    await menu.getByRole('link', { name: 'Анкеталар кітапханасы' }).click();
    await page.getByRole('heading', { level: 1, name: 'Анкеталар кітапханасы' }).waitFor();
    await page.goto('/app/today');
    await page.getByRole('button', { name: 'Мәзірді ашу' }).click();
    await menu.getByRole('link', { name: 'Анкеталар кітапханасы' }).waitFor();
    await leave(saule);
  });

  it('is told kindly to somebody without an assignment, with whom to ask', async () => {
    const person = await personAt(browser, {
      screen: 'phone',
      language: 'kk',
      origin: program.origin,
    });
    await program.signIn(person.context, 'nobody');
    const page = await person.context.newPage();
    await page.goto('/app/');
    await page.getByText('Сізге әлі рөл берілмеген').waitFor();
    await page.getByText(/техникалық әкімшісінен/).waitFor();
    await page.goto('/app/audit');
    await page.getByRole('heading', { name: 'Бұл бет сізге ашық емес' }).waitFor();
    await expectSound(page, 'a page that is not open');
    await leave(person);
  });

  it('can be reached from a phone by one button, and left by Escape', async () => {
    const person = await personAt(browser, {
      screen: 'phone',
      language: 'ru',
      origin: program.origin,
    });
    await program.signIn(person.context, 'dana');
    const page = await person.context.newPage();
    await page.goto('/app/');
    await page.getByRole('button', { name: 'Открыть меню' }).click();
    await expectSound(page, 'menu on a phone');
    await page.keyboard.press('Escape');
    await page.getByRole('link', { name: 'Отчёты' }).first().waitFor();
    await page.getByRole('button', { name: 'Открыть меню' }).click();
    await page.getByRole('dialog').getByRole('link', { name: 'Опросы' }).click();
    await page.getByRole('heading', { name: 'Опросы', level: 1 }).waitFor();
    expect(await page.getByRole('dialog').count()).toBe(0);
    await leave(person);
  });

  it('lets a keyboard skip to the content and the language change the whole page', async () => {
    const person = await personAt(browser, {
      screen: 'laptop',
      language: 'ru',
      origin: program.origin,
    });
    await program.signIn(person.context, 'dana');
    const page = await person.context.newPage();
    await page.goto('/app/surveys');
    await page.getByRole('heading', { name: 'Опросы', level: 1 }).waitFor();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('content');
    await page.getByRole('button', { name: 'Қаз' }).click();
    await page.getByRole('heading', { name: 'Сауалнамалар', level: 1 }).waitFor();
    expect(await page.locator('html').getAttribute('lang')).toBe('kk');
    await page.reload();
    await page.getByRole('heading', { name: 'Сауалнамалар', level: 1 }).waitFor();
    await leave(person);
  });

  it('says so where a survey has no cards to print', async () => {
    const person = await personAt(browser, {
      screen: 'laptop',
      language: 'ru',
      origin: program.origin,
    });
    await program.signIn(person.context, 'dana');
    const page = await person.context.newPage();
    await page.goto(`/app/surveys/${(await program.campaign('by-code')).id}/cards`);
    await page.getByText('В этой кампании карточки не используются.').waitFor();
    expect(await page.getByRole('spinbutton').count()).toBe(0);
    await expectSound(page, 'a survey without cards');
    await leave(person);
  });

  it('is found by somebody who forgets the /app, or is said not to exist', async () => {
    const person = await personAt(browser, {
      screen: 'phone',
      language: 'ru',
      origin: program.origin,
    });
    const page = await person.context.newPage();
    await page.goto('/nowhere');
    await page.getByRole('heading', { name: 'Вход', level: 1 }).waitFor();
    await program.signIn(person.context, 'dana');
    await page.goto('/surveys');
    await page.getByRole('heading', { name: 'Опросы', level: 1 }).waitFor();
    await page.goto('/nowhere');
    await page.getByRole('heading', { name: 'Такой страницы нет', level: 1 }).waitFor();
    const api = await person.context.request.get('/api/nowhere', {
      headers: { accept: 'text/html' },
    });
    expect(api.status()).toBe(404);
    await leave(person);
  });
});
