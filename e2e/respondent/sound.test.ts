import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { launchBrowser, SCREENS } from '../browser.ts';
import { expectSound } from '../sound-page.ts';
import { aPhone, hands, OLD_PHONE } from './phone.ts';
import { openSurvey, type SurveyDouble } from './survey-double.ts';

let browser: Browser;
let survey: SurveyDouble;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());
beforeEach(async () => {
  survey = await openSurvey({ every: true, isDraft: true });
});
afterEach(async () => {
  for (const context of browser.contexts()) await context.close();
  await survey.close();
});

/** Whatever can be tapped is at least 48 pixels high and wide; a box or dot counts with its card. */
async function smallTargets(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [
      ...document.querySelectorAll<HTMLElement>(
        'button, a, select, textarea, summary, label.choice, input:not(.choice input)',
      ),
    ]
      .filter((target) => target.checkVisibility() && !target.matches('.default'))
      .map((target) => ({ target, box: target.getBoundingClientRect() }))
      .filter(({ box }) => box.height < 47.5 || box.width < 47.5)
      .map(({ target, box }) => `${target.outerHTML.slice(0, 90)} ${box.width}x${box.height}`),
  );
}

async function expectGood(page: Page, where: string): Promise<void> {
  await expectSound(page, where);
  const small = await smallTargets(page);
  expect(small, where).toEqual([]);
}

/** Visits every screen there is and looks at each. */
async function visitAll(
  context: BrowserContext,
  language: string,
  look: (where: string, page: Page) => Promise<void>,
): Promise<void> {
  const me = hands(await context.newPage());
  const { page } = me;
  const here = (where: string) => look(`${where} (${language})`, page);
  const address = `${survey.address}?language=${language}`;
  const bar = () => page.locator('.bar button[type=submit]').click();

  await page.goto(address);
  await page.locator('.consent').waitFor();
  await here('consent');
  await page.locator('.consent .stack .plain').click();
  await here('declined');
  await page.locator('.stack .plain').click();
  await page.locator('.stack .quiet').first().click();
  await page.locator('.code-field').waitFor();
  await page.locator('input').fill('4821');
  await bar();
  await page.locator('.wrong').waitFor();
  await here('resume code, mistyped');
  await page.locator('.bar .plain').click();
  await me.agree();
  await here('whose phone');
  await me.phoneIs('shared');
  await here('shared phone');
  await page.locator('.offer').first().click();
  await page.locator('.code').waitFor();
  await here('the code');
  await page.locator('.stack .main').click();
  await here('words alone');
  await bar();
  await bar();
  await here('yes or no, required');
  await page.locator('.choice input').first().check();
  await here('yes or no, answered');
  await bar();
  await page.locator('.day select').selectOption('31');
  await page.locator('.month select').selectOption('2');
  await bar();
  await here('date, half');
  await page.locator('.day select').selectOption('');
  await page.locator('.month select').selectOption('');
  await bar();
  for (const at of [0, 1]) await page.locator('.choice input').nth(at).check();
  await page.locator('.choice input').nth(2).click();
  await here('several answers, full');
  await bar();
  await page.locator('.number input').fill('25');
  await bar();
  await here('number, with a warning');
  await bar();
  await page.locator('.number input').fill('7');
  await here('number with decimals');
  await bar();
  await page.locator('textarea').fill('Қанағаттанарлықсыздандырылғандықтарыңыздан '.repeat(4));
  await here('long text');
  await bar();
  for (let rows = 0; rows < 2; rows++) await page.locator('.stepper button').last().click();
  await here('how many');
  await bar();
  await page.locator('.field input').fill('Ақтөс');
  await bar();
  await page.locator('.number input').fill('13');
  await bar();
  await here('a rule that must hold');
  await bar();
  await bar();
  await here('the last of a roster');
  for (let back = 0; back < 4; back++) await page.locator('.bar .plain').click();
  await page.locator('.rows .quiet').first().click();
  await here('rows, one to be taken away');
  await page.locator('.pause summary').click();
  await here('pause');
  await page.locator('.pause .quiet').first().click();
  await page.locator('.code').waitFor();
  await here('carry to another phone');
  await page.locator('.stack .main').click();
  for (let on = 0; on < 6; on++) await bar();
  await page.locator('.review').waitFor();
  await page.locator('.all-answers summary').click();
  await here('review');
  await page.locator('.review .problems .link').first().click();
  await page.locator('.number input').fill('3');
  await bar();
  for (let on = 0; on < 4 && !(await page.locator('.review').count()); on++) await bar();
  const confirm = page.locator('.review .warning .plain:nth-child(2)');
  while (await confirm.count()) await confirm.first().click();
  await context.setOffline(true);
  await me.send();
  await page.locator('.end .main').waitFor();
  await here('waiting for signal');
  survey.refusal = {
    status: 422,
    code: 'answers-invalid',
    details: { findings: [{ form: 'every-kind', path: 'people', code: 'too-large' }] },
  };
  await context.setOffline(false);
  await page.locator('.end .links').waitFor();
  await here('refused');
  survey.refusal = null;
  await page.locator('.end .links .link').click();
  for (let on = 0; on < 12 && !(await page.locator('.review').count()); on++) await bar();
  await me.send();
  await page.locator('.end .help').waitFor();
  await here('thanks');
}

describe('every screen', () => {
  it.each([
    ['kk', 'phone'],
    ['ru', 'phone'],
    ['en', 'laptop'],
  ] as const)(
    'has nothing serious against it and nothing too small to tap (%s, %s)',
    async (language, screen) => {
      const context = await browser.newContext(SCREENS[screen]);
      await visitAll(context, language, (where, page) => expectGood(page, where));
    },
  );

  it('fits on 320 pixels, and on 360 with letters twice as large', async () => {
    const narrow = await browser.newContext({
      ...OLD_PHONE,
      viewport: { width: 320, height: 568 },
    });
    await visitAll(narrow, 'kk', (where, page) => expectSound(page, `320 pixels, ${where}`));
    const large = await browser.newContext(OLD_PHONE);
    large.on('page', async (page) => {
      const devtools = await large.newCDPSession(page);
      // What the setting "very large letters" does: rem and media queries follow it.
      await devtools.send('Page.setFontSizes', { fontSizes: { standard: 32 } });
    });
    await visitAll(large, 'ru', (where, page) => expectSound(page, `letters of 200 %, ${where}`));
  });

  it('of card and PIN, and of taking answers back, is as good', async () => {
    survey.survey = { every: true, linkage: 'panel' };
    const { me } = await aPhone(browser);
    await me.page.goto(survey.address);
    await me.tap('Бұрын жіберген жауаптарымды өшірткім келеді');
    await me.tap('Жауаптарымды өшіру');
    await me.page.locator('.wrong').waitFor();
    await expectGood(me.page, 'withdraw');
    await me.tap('Артқа');
    await me.agree();
    await me.phoneIs('own');
    await me.tap('Жалғастыру');
    await me.page.locator('.wrong').waitFor();
    await expectGood(me.page, 'card and PIN');
  });

  it('of a second tab and of coming back is as good', async () => {
    const { context, me } = await aPhone(browser);
    await me.begin(survey.address);
    await me.next();
    const other = hands(await context.newPage());
    await other.page.goto(survey.address);
    await other.page.locator('.stack .main').waitFor();
    await expectGood(other.page, 'open elsewhere');
    await me.page.close();
    await other.page.reload();
    await other.page.locator('.stack .quiet').waitFor();
    await other.page.locator('.stack .quiet').click();
    await expectGood(other.page, 'welcome back');
  });
});

describe('with a keyboard and a screen reader', () => {
  it('each new question takes the focus to its heading, and the answers belong to it', async () => {
    const { me } = await aPhone(browser, SCREENS.laptop);
    await me.begin(survey.address);
    await me.next();
    await me.sees('Бақшаңыз бар ма?');
    const focused = () => me.page.evaluate(() => document.activeElement?.textContent);
    expect(await focused()).toBe('Бақшаңыз бар ма?');
    await me.page.getByRole('group', { name: 'Бақшаңыз бар ма?' }).getByLabel('Иә').waitFor();
    await me.page.keyboard.press('Tab');
    await me.page.keyboard.press('Space');
    expect(await me.page.getByLabel('Иә').isChecked()).toBe(true);
    await me.page.keyboard.press('ArrowDown');
    expect(await me.page.getByLabel('Жоқ').isChecked()).toBe(true);
    await me.page.keyboard.press('Enter');
    await me.sees('Таңертең не ішіп-жейсіз?');
    expect(await focused()).toBe('Таңертең не ішіп-жейсіз?');
  });

  it('what is wrong is announced', async () => {
    const { me } = await aPhone(browser, SCREENS.laptop);
    await me.begin(survey.address);
    await me.next();
    await me.next();
    await me.page.getByRole('alert').getByText('Жауап беріңіз немесе').waitFor();
  });

  it('the page says which language it speaks', async () => {
    const { me } = await aPhone(browser, SCREENS.laptop);
    await me.begin(survey.address);
    const html = me.page.locator('html');
    expect(await html.getAttribute('lang')).toBe('kk');
    await me.tap('Рус');
    await me.sees('Добро пожаловать.');
    expect(await html.getAttribute('lang')).toBe('ru');
  });
});

describe('nothing leaves the origin', () => {
  it('from the consent to the thanks, and no policy is broken', async () => {
    const { me } = await aPhone(browser);
    const asked = new Set<string>();
    const complaints: string[] = [];
    me.page.on('request', (request) => asked.add(new URL(request.url()).origin));
    me.page.on('console', (message) => complaints.push(message.text()));
    me.page.on('pageerror', (error) => complaints.push(error.message));
    await me.begin(survey.address);
    await me.answerAll();
    await me.send();
    await me.sees('Рақмет!');
    expect([...asked]).toEqual([survey.origin]);
    expect(complaints).toEqual([]);
  });
});
