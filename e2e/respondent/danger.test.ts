import type { Browser, BrowserContext } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { launchBrowser } from '../browser.ts';
import { expectSound } from '../sound-page.ts';
import { aPhone, type Hands, NOTHING, OLD_PHONE } from './phone.ts';
import { openSurvey, type SurveyDouble } from './survey-double.ts';

const NINTH = 'Өлгенім жақсырақ болар еді немесе өзіме бір зиян келтірсем деген ойлар';
const HELP = 'Осыны айтқаныңызға рақмет';
const YES = 'Бірнеше күн';

let browser: Browser;
let survey: SurveyDouble;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());
beforeEach(async () => {
  survey = await openSurvey({ forms: ['phq-9', 'who-5'] });
});
afterEach(async () => {
  for (const context of browser.contexts()) await context.close();
  await survey.close();
});

async function toTheNinth(me: Hands): Promise<void> {
  for (let before = 0; before < 8; before++) await me.next();
  await me.sees(NINTH);
}

/** Her own phone, with everything for airplane mode on it, and then no signal. */
async function withoutSignal(): Promise<{ context: BrowserContext; me: Hands }> {
  const { context, me } = await aPhone(browser);
  await me.begin(survey.address);
  await me.until(async () => {
    const cache = await caches.open('pages-1');
    return (await cache.keys()).length === 4 && !!navigator.serviceWorker.controller;
  });
  await toTheNinth(me);
  await context.setOffline(true);
  return { context, me };
}

const dials = (me: Hands) =>
  me.page.locator('.help a').evaluateAll((links) => links.map((link) => link.getAttribute('href')));

describe('Madina says yes', () => {
  it('and sees help at once, without signal, in plain words; she goes on and sends', async () => {
    const { context, me } = await withoutSignal();
    await me.choose(YES);
    await me.next();
    await me.sees(HELP);
    await me.page.getByText('Бұл жауапты қазір ешкім көрмейді').waitFor();
    await me.page.getByText('сізге ешкім қоңырау шалмайды').waitFor();
    expect(await dials(me)).toEqual(['tel:112', 'tel:103', 'tel:88000000000']);
    expect(await me.page.locator('.exit').isVisible()).toBe(true);
    await expectSound(me.page, 'help after a yes');

    await me.page.reload();
    await me.sees(HELP);
    await me.tap('Сұрақтарды жалғастыру');
    await me.sees(
      'Егер осылардың бірі болса, соның салдарынан жұмыс істеу, үй шаруасын атқару немесе адамдармен араласу сізге қаншалықты қиын болды?',
    );
    await context.setOffline(false);
    for (let rest = 0; rest < 6; rest++) await me.next();
    await me.page.locator('.review').waitFor();
    await me.send();
    await me.sees('Рақмет!');
    const whole = (await me.page.locator('main').textContent()) ?? '';
    expect(whole.indexOf('112')).toBeLessThan(whole.indexOf('Жауаптарыңыз'));
    await expectSound(me.page, 'thanks, contacts first');
    expect(await me.traces()).toEqual(NOTHING);
    const [sent] = [...survey.accepted.values()];
    expect(sent?.answers['phq-9']).toMatchObject({ phq9_9: '1' });
    expect(JSON.stringify(sent)).not.toMatch(/help|onward/);
  });

  it('once: changing her answer away and back brings it again, leaving it does not', async () => {
    const { me } = await withoutSignal();
    await me.choose(YES);
    await me.next();
    await me.sees(HELP);
    await me.tap('Жауабымды өзгерту');
    await me.sees(NINTH);
    expect(await me.page.getByLabel(YES).isChecked()).toBe(true);
    await me.choose('Күн сайын дерлік');
    await me.next();
    await me.page.locator('.question').waitFor();
    await me.tap('Артқа');
    await me.sees(NINTH);
    await me.choose('Мүлде болған жоқ');
    await me.choose(YES);
    // Also when she turns back instead of going on.
    await me.tap('Артқа');
    await me.sees(HELP);
    await me.page.goBack();
    await me.sees(NINTH);
  });

  it('and the page is closed right after the tap: it opens again with help', async () => {
    const { me } = await withoutSignal();
    await me.choose(YES);
    await me.kept();
    await me.page.reload();
    await me.sees(HELP);
    await me.tap('Сұрақтарды жалғастыру');
    await me.sees(NINTH);
    await me.next();
    await me.page.locator('.question').waitFor();
  });

  it('on a phone that others use: the same, with the code alone to come back to it, in another language too', async () => {
    const { me } = await aPhone(browser);
    await me.begin(survey.address, 'shared');
    await me.page.locator('.offer').first().click();
    const code = (await me.page.locator('.code').textContent()) ?? '';
    await me.page.locator('.stack .main').click();
    await toTheNinth(me);
    await me.choose(YES);
    await me.next();
    await me.sees(HELP);
    await me.kept();
    const { rows } = await me.traces();
    expect(rows).not.toMatch(/phq|help/);
    await me.page.reload();
    await me.page.locator('.consent .quiet').first().click();
    await me.page.locator('input').fill(code);
    await me.next();
    await me.sees(HELP);
    await me.tap('Рус');
    await me.sees('Спасибо, что сказали об этом');
    await me.page.getByText('Сейчас этот ответ никто не видит').waitFor();
  });

  it.each([
    ['ru', 320],
    ['en', 360],
  ] as const)(
    'on a narrow phone (%s, %i pixels): nothing is cut and nothing too small',
    async (language, width) => {
      const { me } = await aPhone(browser, { ...OLD_PHONE, viewport: { width, height: 568 } });
      await me.begin(`${survey.address}?language=${language}`);
      for (let before = 0; before < 8; before++) await me.next();
      await me.page.locator('.choices input').nth(1).check();
      await me.next();
      await me.page.locator('.help').waitFor();
      await expectSound(me.page, `help after a yes, ${width} pixels`);
    },
  );

  it('in a browser without script, before anything is sent', async () => {
    // axe needs script: the page's own is kept from starting instead.
    const context = await browser.newContext(OLD_PHONE);
    await context.addInitScript(
      'indexedDB.databases = null; document.getElementById = () => null;',
    );
    const page = await context.newPage();
    page.setDefaultTimeout(10_000);
    await page.goto(survey.address);
    await page.getByText('Келісемін, бастаймын').click();
    await page.locator('#q-phq-9-phq9_9').getByText(YES, { exact: true }).click();
    await page.getByRole('button', { name: 'Жіберу' }).last().click();
    await page.getByRole('heading', { name: HELP }).waitFor();
    await expectSound(page, 'help without script');
    expect(survey.accepted.size).toBe(0);
    await page.getByRole('button', { name: 'Жауабымды өзгерту' }).click();
    expect(page.url()).toContain('#q-phq-9-phq9_9');
    expect(await page.locator('input[name="a.phq-9.phq9_9"][value="1"]').isChecked()).toBe(true);
    await page.getByRole('button', { name: 'Жіберу' }).last().click();
    await page.getByRole('heading', { name: 'Рақмет!' }).waitFor();
    expect([...survey.accepted.values()]).toMatchObject([
      { answers: { 'phq-9': { phq9_9: '1' } } },
    ]);
  });
});
