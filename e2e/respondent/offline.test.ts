import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { launchBrowser } from '../browser.ts';
import { aPhone, hands } from './phone.ts';
import { openSurvey, type SurveyDouble } from './survey-double.ts';

const DRAFT_NOTICE = 'Үлгі: мәтін әлі бекітілмеген';

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

/** Begun on her own phone, and everything for airplane mode is there. */
async function begun() {
  const { context, me } = await aPhone(browser);
  await me.begin(survey.address);
  await me.until(async () => {
    const cache = await caches.open('pages-1');
    return (await cache.keys()).length === 4 && !!navigator.serviceWorker.controller;
  });
  return { context, me };
}

describe('in airplane mode', () => {
  it('the page opens after one visit, and goes on where she was', async () => {
    const { context, me } = await begun();
    await me.next();
    await me.choose('Иә');
    await me.kept();
    await context.setOffline(true);
    await me.page.reload();
    await me.sees('Бақшаңыз бар ма?');
    expect(await me.page.getByLabel('Иә').isChecked()).toBe(true);
    await me.page.close();
    const again = hands(await context.newPage());
    await again.page.goto(survey.address);
    await again.tap('Жалғастыру');
    await again.sees('Бақшаңыз бар ма?');
  });

  it('she changes the language in the middle, keeps place and answers, also after a reload', async () => {
    const { context, me } = await begun();
    await me.next();
    await me.choose('Иә');
    await context.setOffline(true);
    await me.tap('Рус');
    await me.sees('Есть ли у вас огород?');
    expect(await me.page.getByLabel('Да').isChecked()).toBe(true);
    expect(await me.page.locator('html').getAttribute('lang')).toBe('ru');
    await me.kept();
    await me.page.reload();
    await me.sees('Есть ли у вас огород?');
    await me.tap('Eng');
    await me.sees('Do you have a garden?');
    await context.setOffline(false);
    await me.answerAll();
    await me.send();
    await me.sees('Thank you!');
    expect([...survey.accepted.values()][0]).toMatchObject({
      language: 'en',
      consent: { language: 'kk' },
    });
  });

  it('what is kept for it is the page and its words: no answer, no code, no other page', async () => {
    survey.survey = { every: true, linkage: 'one-time' };
    const { context, me } = await aPhone(browser);
    await me.page.goto(`${survey.address}?c=2345-6789-CDFR`);
    await me.agree();
    await me.phoneIs('own');
    await me.tap('Жалғастыру');
    await me.until(async () => (await (await caches.open('pages-1')).keys()).length === 4);
    await me.page.reload();
    await me.sees('Қош келдіңіз.');
    await me.page.goto(`${survey.address}?c=2345-6789-CDFR`);
    await me.next();
    await me.choose('Иә');
    await me.kept();
    const bodies = await me.page.evaluate(async () => {
      const cache = await caches.open('pages-1');
      const kept = await cache.matchAll();
      return Promise.all(kept.map((response) => response.text()));
    });
    expect((await me.traces()).caches.map((url) => url.replace(survey.origin, '')).sort()).toEqual([
      '/s/abcdefgh',
      '/s/abcdefgh/survey.json?language=en',
      '/s/abcdefgh/survey.json?language=kk',
      '/s/abcdefgh/survey.json?language=ru',
    ]);
    expect(bodies.join()).not.toMatch(/6789-?CDFR/);
    await context.close();
  });

  it('a language that was never fetched is not promised', async () => {
    const { context, me } = await aPhone(browser);
    await context.route('**/survey.json*', (route) => route.abort());
    await me.begin(survey.address);
    await me.next();
    await me.tap('Рус');
    await me.page.getByText('Бұл тілді жүктеуге байланыс жоқ').waitFor();
    await me.sees('Бақшаңыз бар ма?');
  });
});

describe('with signal again', () => {
  it('the page is the newest one, not the kept one', async () => {
    const { me } = await begun();
    survey.survey = { every: true, isDraft: true };
    await me.page.reload();
    await me.page.getByText(DRAFT_NOTICE).waitFor();
  });

  it('a line too slow for her patience gives the kept page, and the new one next time', async () => {
    const { context, me } = await begun();
    survey.survey = { every: true, isDraft: true };
    let answerAtLast: (value?: unknown) => void = () => undefined;
    survey.pageWaitsFor = new Promise((resolve) => {
      answerAtLast = resolve;
    });
    await me.page.reload();
    await me.sees('Қош келдіңіз.');
    expect(await me.page.getByText(DRAFT_NOTICE).count()).toBe(0);
    answerAtLast();
    await me.until(async () => {
      const pages = await (await caches.open('pages-1')).matchAll();
      const texts = await Promise.all(pages.map((page) => page.text()));
      return texts.some((text) => text.includes('Үлгі: мәтін әлі бекітілмеген'));
    });
    await context.setOffline(true);
    await me.page.reload();
    await me.page.getByText(DRAFT_NOTICE).waitFor();
  });
});
