import type { Browser, BrowserContext } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { launchBrowser } from '../browser.ts';
import { aPhone, type Hands, hands, NOTHING } from './phone.ts';
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

const ANSWERS = '**/api/surveys/*/answers';

/** At the review, with everything answered. */
async function ready(
  kind: 'own' | 'memory' = 'own',
): Promise<{ context: BrowserContext; me: Hands }> {
  const { context, me } = await aPhone(browser);
  await me.begin(survey.address, kind === 'own' ? 'own' : 'shared');
  if (kind === 'memory') await me.tap(/^Кодсыз жалғастыру/);
  await me.answerAll();
  return { context, me };
}

describe('without signal', () => {
  it('the phone says honestly that the answers wait, and sends by itself when there is signal', async () => {
    const { context, me } = await ready();
    await context.setOffline(true);
    await me.send();
    await me.sees('Осы телефонда сақталды');
    expect(await me.page.locator('main').textContent()).toMatch(/Байланыс болғанда .*жіберіледі/);
    await context.setOffline(false);
    await me.sees('Рақмет!');
    expect(survey.accepted.size).toBe(1);
  });

  it('the page can be closed and sends when it is opened again', async () => {
    const { context, me } = await ready();
    // Nobody but the page: as where the browser has no Background Sync.
    await context.addInitScript('delete ServiceWorkerRegistration.prototype.sync');
    await me.page.reload();
    await context.setOffline(true);
    await me.send();
    await me.sees('Осы телефонда сақталды');
    expect(await me.page.locator('main').textContent()).toContain('қайта ашсаңыз');
    await me.page.close();
    await context.setOffline(false);
    const again = hands(await context.newPage());
    await again.page.goto(survey.address);
    await again.sees('Рақмет!');
    expect(survey.accepted.size).toBe(1);
    expect(await again.traces()).toEqual(NOTHING);
  });

  it('the worker sends with the page closed, and she is thanked when she looks again', async () => {
    const { context, me } = await ready();
    await me.until(async () => (await navigator.serviceWorker.ready).active?.state === 'activated');
    const other = hands(await context.newPage());
    await other.page.goto(`${survey.origin}/weather`);
    await context.setOffline(true);
    await me.send();
    await me.sees('Осы телефонда сақталды');
    await me.page.close();
    const devtools = await context.newCDPSession(other.page);
    const registered = new Promise<string>((resolve) => {
      devtools.on('ServiceWorker.workerRegistrationUpdated', ({ registrations }) => {
        const [first] = registrations;
        if (first) resolve(first.registrationId);
      });
    });
    await devtools.send('ServiceWorker.enable');
    const registrationId = await registered;
    await context.setOffline(false);
    await devtools.send('ServiceWorker.dispatchSyncEvent', {
      origin: survey.origin,
      registrationId,
      tag: 'send',
      lastChance: false,
    });
    await expect.poll(() => survey.accepted.size, { timeout: 10_000 }).toBe(1);
    await other.page.goto(survey.address);
    await other.sees('Рақмет!');
    expect(survey.accepted.size).toBe(1);
    expect(await other.traces()).toEqual(NOTHING);
    await other.page.goto(survey.address);
    await other.page.locator('.consent').waitFor();
  });

  it('on a shared phone nothing is promised that cannot be kept', async () => {
    const { context, me } = await ready('memory');
    await context.setOffline(true);
    await me.send();
    await me.sees('Байланыс күтілуде');
    expect(await me.page.locator('main').textContent()).toContain('басқа еш жерде жоқ');
    await context.setOffline(false);
    await me.sees('Рақмет!');
    expect(await me.traces()).toEqual(NOTHING);
  });

  it('she can go back, change an answer, and only the changed answers arrive', async () => {
    const { context, me } = await ready();
    await context.setOffline(true);
    await me.send();
    await me.sees('Осы телефонда сақталды');
    await me.tap('Жауаптарыма оралу');
    await me.page.locator('.all-answers summary').click();
    await me.tap(/Бақшаңыз бар ма/);
    await me.choose('Жоқ');
    await context.setOffline(false);
    await me.page.waitForTimeout(500);
    expect(survey.deliveries).toEqual([]);
    await me.answerAll();
    // The first choice everywhere is "yes": say no again.
    await me.page.locator('.all-answers summary').click();
    await me.tap(/Бақшаңыз бар ма/);
    await me.choose('Жоқ');
    for (let at = 0; at < 6; at++) await me.next();
    await me.sees('Жіберер алдында');
    await me.send();
    await me.sees('Рақмет!');
    expect(survey.accepted.size).toBe(1);
    expect([...survey.accepted.values()][0]?.answers['every-kind']?.has_garden).toBe(false);
  });
});

describe('a bad line', () => {
  it('that loses the server’s answer makes no second questionnaire', async () => {
    const { context, me } = await ready();
    let lost = 0;
    await context.route(ANSWERS, async (route) => {
      if (lost++ < 2) {
        await route.fetch();
        await route.abort('connectionreset');
      } else await route.continue();
    });
    await me.send();
    await me.sees('Рақмет!');
    expect(survey.deliveries.length).toBeGreaterThanOrEqual(3);
    expect(new Set(survey.deliveries.map(({ id }) => id)).size).toBe(1);
    expect(survey.accepted.size).toBe(1);
  });

  it('behind a sign-in page that says "200, welcome" does not make her believe that it was sent', async () => {
    const { context, me } = await ready();
    await context.route(ANSWERS, (route) =>
      route.fulfill({ status: 200, contentType: 'text/html', body: '<h1>Wi-Fi</h1>' }),
    );
    await me.send();
    await me.sees('Осы телефонда сақталды');
    expect(survey.accepted.size).toBe(0);
    await context.unroute(ANSWERS);
    await me.tap('Қайталап көру');
    await me.sees('Рақмет!');
    expect(survey.accepted.size).toBe(1);
  });

  it('to a server that is busy is tried again, and not before the server asked for', async () => {
    const { me } = await ready();
    survey.refusal = { status: 429, code: 'too-many-requests', details: { seconds: 4 } };
    const start = Date.now();
    await me.send();
    await me.sees('Осы телефонда сақталды');
    survey.refusal = null;
    await me.sees('Рақмет!');
    expect(Date.now() - start).toBeGreaterThan(3900);
    expect(survey.deliveries).toHaveLength(2);
  });
});

describe('a refusal', () => {
  it('of a code she mistook leads back to the code, with all answers still there', async () => {
    survey.survey = { every: true, linkage: 'one-time' };
    const { me } = await aPhone(browser);
    await me.begin(survey.address);
    await me.page.locator('input').fill('2345-6789-CDFR');
    await me.tap('Жалғастыру');
    await me.answerAll();
    survey.refusal = { status: 409, code: 'code-used' };
    await me.send();
    await me.sees('Жіберілмеді');
    expect(await me.page.getByRole('alert').textContent()).toContain(
      'Бұл кодпен жауаптар келіп қойған',
    );
    survey.refusal = null;
    await me.tap('Өзгерту');
    await me.page.locator('input').fill('2345-6789-CDFR');
    await me.tap('Жалғастыру');
    await me.sees('Жіберер алдында');
    await me.send();
    await me.sees('Рақмет!');
    expect([...survey.accepted.values()][0]?.answers['every-kind']?.has_garden).toBe(true);
  });

  it('of an answer leads to its question', async () => {
    const { me } = await ready();
    survey.refusal = {
      status: 422,
      code: 'answers-invalid',
      details: { findings: [{ form: 'every-kind', path: 'people', code: 'too-large' }] },
    };
    await me.send();
    await me.sees('Жіберілмеді');
    await me.tap(/Дастарқанда неше адам/);
    await me.sees('Дастарқанда неше адам?');
  });

  it('of words that have changed shows the new ones, and asks again', async () => {
    const { me } = await ready();
    survey.survey = { every: true, consentVersion: 'survey-open-2' };
    survey.refusal = { status: 409, code: 'consent-version-old' };
    await me.send();
    await me.sees('Жіберілмеді');
    survey.refusal = null;
    await me.tap('Жалғастыру');
    await me.page.getByText('Мәтін өзгерді').waitFor();
    await me.agree();
    await me.sees('Жіберер алдында');
    await me.send();
    await me.sees('Рақмет!');
    expect([...survey.accepted.values()][0]?.consent.version).toBe('survey-open-2');
  });

  it.each([
    ['wave-over', 'Сауалнама аяқталды'],
    ['wave-closed', 'Сауалнама аяқталды'],
    ['card-already-answered', 'жауаптар келіп қойған'],
    ['something-new', 'Біздің жақта ақау шықты'],
  ])('"%s" has its sentence, and whatever is left can be deleted', async (code, sentence) => {
    const { me } = await ready();
    survey.refusal = { status: 409, code };
    await me.send();
    await me.sees('Жіберілмеді');
    expect(await me.page.getByRole('alert').textContent()).toContain(sentence);
    await me.tap('Жауаптарымды осы телефоннан өшіру');
    await me.tap('Иә, өшіру');
    await me.sees('Жауаптарыңыз өшірілді');
    expect(await me.traces()).toEqual(NOTHING);
  });

  it('is not sent again behind her back', async () => {
    const { context, me } = await ready();
    survey.refusal = { status: 409, code: 'wave-over' };
    await me.send();
    await me.sees('Жіберілмеді');
    const before = survey.deliveries.length;
    await context.setOffline(true);
    await context.setOffline(false);
    await me.page.waitForTimeout(800);
    expect(survey.deliveries.length).toBe(before);
  });
});
