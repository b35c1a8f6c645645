import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { launchBrowser } from '../browser.ts';
import { aPhone, hands, NOTHING } from './phone.ts';
import { openSurvey, type SurveyDouble } from './survey-double.ts';

let browser: Browser;
let survey: SurveyDouble;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());
beforeEach(async () => {
  survey = await openSurvey();
});
afterEach(async () => {
  for (const context of browser.contexts()) await context.close();
  await survey.close();
});

const only = () => [...survey.accepted.values()][0]!;

describe('Madina answers on her phone', () => {
  it('in Kazakh, loses the signal twice, closes the tab, goes on and sends', async () => {
    const { context, me } = await aPhone(browser);
    await me.begin(survey.address);
    await me.page.locator('.number input').fill('34');
    await me.next();
    await me.choose('Күйеуім қайтыс болған');
    await me.next();

    await context.setOffline(true);
    await me.choose('Екі рет');
    await me.next();
    expect(await me.page.getByRole('status').first().textContent()).toContain('Байланыс жоқ');
    await me.page.locator('.number input').fill('5');
    await me.kept();
    await me.page.close();
    await context.setOffline(false);

    const again = hands(await context.newPage());
    await again.page.goto(survey.address);
    await again.sees('Қайта келгеніңізге қуаныштымыз');
    await again.tap('Жалғастыру');
    expect(await again.page.locator('.number input').inputValue()).toBe('5');

    await again.next();
    await again.answerAll();
    await again.confirmWarnings();
    await context.setOffline(true);
    await again.send();
    await again.sees('Осы телефонда сақталды');
    expect(survey.accepted.size).toBe(0);
    await context.setOffline(false);
    await again.sees('Рақмет!');

    expect(survey.accepted.size).toBe(1);
    expect(only().language).toBe('kk');
    expect(only().consent).toEqual({ version: 'survey-open-1', language: 'kk' });
    expect(only().answers['needs-assessment-2022']).toMatchObject({
      age: 34,
      marital: expect.stringMatching(/widow/),
      n_children: 5,
    });
    expect(Object.keys(only().answers)).toEqual(['needs-assessment-2022', 'who-5']);
    expect(await again.page.getByRole('link', { name: /8 800/ }).getAttribute('href')).toBe(
      'tel:88000000000',
    );
    expect(await again.traces()).toEqual(NOTHING);
  });

  it('in Russian with a code from a QR picture, which is out of the address at once', async () => {
    survey.survey = { linkage: 'one-time', every: true };
    const { me } = await aPhone(browser);
    await me.page.goto(`${survey.address}?language=ru#2345-6789-CDFR`);
    await me.page.locator('.consent').waitFor();
    expect(me.page.url()).not.toMatch(/CDFR|#/);
    await me.agree();
    await me.phoneIs('own');
    await me.sees('Введите код с вашего листа');
    expect(await me.page.locator('input').inputValue()).toMatch(/^2345-6789-CDF/);
    await me.tap('Продолжить');
    await me.answerAll();
    await me.send();
    await me.sees('Спасибо!');
    expect(only().code).toMatch(/^23456789CDF.$/);
    expect(await me.page.evaluate(() => history.length)).toBeGreaterThan(0);
  });

  it('types her code with Cyrillic letters and hears of a slip before anything is sent', async () => {
    survey.survey = { linkage: 'one-time', every: true };
    const { me } = await aPhone(browser);
    await me.begin(survey.address);
    const code = me.page.locator('input');
    await code.fill('2345-6789-CDFZ');
    await me.tap('Жалғастыру');
    expect(await me.page.getByRole('alert').textContent()).toContain('Кодта қате бар');
    await code.fill('2345 6789 СDFr');
    await me.tap('Жалғастыру');
    await me.sees('Қош келдіңіз.');
    expect(survey.deliveries).toEqual([]);
  });

  it('with card and PIN, of which neither leaves the phone nor stays on it', async () => {
    survey.survey = { linkage: 'panel', every: true };
    const { me } = await aPhone(browser);
    const sent: string[] = [];
    me.page.on('request', (request) => sent.push(request.url() + (request.postData() ?? '')));
    await me.begin(survey.address);
    const [card, pin] = [me.page.locator('input').nth(0), me.page.locator('input').nth(1)];
    await card.fill('2345-6789-CDFH-JKMN');
    await pin.fill('4711');
    await me.tap('Жалғастыру');
    const wrong = me.page.getByRole('alert').filter({ hasText: 'Нөмірде қате бар' });
    await wrong.waitFor();
    await card.fill(CARD);
    await me.tap('Жалғастыру');
    await me.sees('Қош келдіңіз.');
    const { rows, local } = await me.traces();
    expect(rows + local).not.toMatch(/4711|2345-?6789/);
    await me.answerAll();
    await me.send();
    await me.sees('Рақмет!');
    expect(only().panel).toMatch(/^[0-9a-f]{64}$/);
    expect(sent.join(' ')).not.toMatch(/4711|2345-?6789/);
  });

  it('takes her answers back with card and PIN', async () => {
    survey.survey = { linkage: 'panel', every: true };
    const { me } = await aPhone(browser);
    await me.page.goto(survey.address);
    await me.tap('Бұрын жіберген жауаптарымды өшірткім келеді');
    await me.page.locator('input').nth(0).fill(CARD);
    await me.page.locator('input').nth(1).fill('4711');
    await me.tap('Жауаптарымды өшіру');
    await me.sees('Жауаптарыңыз өшірілді');
    expect(survey.withdrawn).toEqual([expect.stringMatching(/^[0-9a-f]{64}$/)]);
  });

  it('declines, and nothing is kept or sent', async () => {
    const { me } = await aPhone(browser);
    await me.page.goto(survey.address);
    await me.tap('Келіспеймін');
    await me.sees('Рақмет, ештеңе етпейді');
    expect(await me.traces()).toEqual(NOTHING);
    expect(survey.deliveries).toEqual([]);
  });

  it('stops in the middle and deletes everything', async () => {
    const { me } = await aPhone(browser);
    await me.begin(survey.address);
    await me.page.locator('.number input').fill('34');
    await me.kept();
    await me.page.locator('.pause summary').click();
    await me.tap('Тоқтатып, жауаптарымды өшіру');
    await me.tap('Иә, өшіру');
    await me.sees('Жауаптарыңыз өшірілді');
    expect(await me.traces()).toEqual(NOTHING);
    expect(survey.deliveries).toEqual([]);
  });
});

describe('a question', () => {
  beforeEach(() => {
    survey.survey = { every: true };
  });

  it('is skipped, declined or answered, and each is kept apart', async () => {
    const { me } = await aPhone(browser);
    await me.begin(survey.address);
    await me.next();
    await me.choose('Иә');
    await me.next();
    await me.choose('Жауап бергім келмейді');
    await me.next();
    await me.next();
    await me.choose('Білмеймін');
    await me.next();
    await me.answerAll();
    await me.send();
    await me.sees('Рақмет!');
    expect(only().answers['every-kind']).toMatchObject({
      has_garden: true,
      garden_since: { absent: 'declined' },
      breakfast: { absent: 'not-reached' },
      people: { absent: 'unknown' },
    });
  });

  it('that must be answered lets her go on and is asked again before sending', async () => {
    const { me } = await aPhone(browser);
    await me.begin(survey.address);
    await me.next();
    await me.next();
    expect(await me.page.getByRole('alert').textContent()).toContain('Жауап беріңіз немесе');
    await me.next();
    for (let at = 0; at < 5; at++) await me.next();
    await me.sees('Жіберер алдында');
    expect(await me.page.locator('.review .bar .main').isDisabled()).toBe(true);
    await me.tap(/Бақшаңыз бар ма/);
    await me.choose('Жоқ');
    await me.next();
    expect(await me.page.locator('.wrong').count()).toBe(0);
  });

  it('goes back with the phone’s own back button, and leaves the survey only from the first', async () => {
    const { me } = await aPhone(browser);
    await me.page.goto(`${survey.origin}/weather`);
    await me.begin(survey.address);
    await me.next();
    await me.choose('Жоқ');
    await me.next();
    await me.sees('Таңертең не ішіп-жейсіз?');
    await me.page.goBack();
    await me.sees('Бақшаңыз бар ма?');
    await me.page.goBack();
    await me.sees('Қош келдіңіз.');
    await me.page.goBack();
    await me.page.goBack();
    expect(await me.page.title()).toBe('Weather');
  });

  it('about each animal: one more, one fewer, and never an answer thrown away unasked', async () => {
    const { me } = await aPhone(browser);
    await me.begin(survey.address);
    await me.next();
    await me.choose('Жоқ');
    for (let at = 0; at < 5; at++) await me.next();
    await me.tap('Біреуін қосу');
    await me.next();
    expect(await me.page.locator('.section').textContent()).toContain('1-жануар');
    await me.page.locator('input[type=text]').fill('Ақтөс');
    await me.next();
    await me.tap('Тағы біреуін қосу');
    expect(await me.page.locator('.section').textContent()).toContain('2-жануар');
    await me.page.locator('input[type=text]').fill('Мойнақ');
    await me.tap('Артқа');
    await me.tap('Артқа');
    await me.tap('Артқа');
    expect(await me.page.locator('.stepper output').textContent()).toBe('2');
    await me.tap('Алып тастау: 1-жануар');
    expect(await me.page.getByRole('alert').last().textContent()).toContain('1-жануар');
    await me.tap('Болдырмау');
    expect(await me.page.locator('.stepper output').textContent()).toBe('2');
    await me.tap('Алып тастау: 1-жануар');
    await me.tap('Иә, алып тастау');
    expect(await me.page.locator('.stepper output').textContent()).toBe('1');
    await me.answerAll();
    await me.send();
    await me.sees('Рақмет!');
    expect(only().answers['every-kind']).toMatchObject({ pets: [{ pet_name: 'Мойнақ' }] });
  });
});

/** A card whose check character fits, made for this test. */
const CARD = '2345-6789-CDFH-JKMY';
