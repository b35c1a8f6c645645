import { makeCode, printCode } from '@tirek/domain/surveys';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { goOn, type Intentions, stepsOf, takeStep, wordsOf } from '../answering.ts';
import { launchBrowser, leave, type Person, personAt } from '../browser.ts';
import { type DemoProgram, startDemo } from '../program.ts';
import { expectSound } from '../sound-page.ts';

const ITEMS = {
  'phq-8': ['1', '1', '0', '2', '1', '0', '1', '0'],
  'gad-7': ['1', '0', '2', '1', '0', '0', '1'],
};
const prefix = (form: string) => form.replace('-', '').slice(0, 4);
const INTENTIONS: Intentions = Object.fromEntries(
  Object.entries(ITEMS).map(([form, answers]) => [
    form,
    Object.fromEntries(answers.map((answer, at) => [`${prefix(form)}_${at + 1}`, answer])),
  ]),
);
const { say } = wordsOf('ru');

let program: DemoProgram;
let browser: Browser;
let waveId: string;
let path: string;
/** As they are printed: one for each test, and one to spare. */
let codes: string[];
beforeAll(async () => {
  [program, browser] = await Promise.all([startDemo(), launchBrowser()]);
  const { waves } = await program.campaign('by-code');
  waveId = waves[0]!.id;
  const dana = await program.as('dana');
  const issued = await dana.call('issueCodes', { id: crypto.randomUUID(), waveId, count: 4 });
  ({ codes, path } = issued);
});
afterAll(async () => {
  await browser?.close();
  await program?.stop();
});

let woman: Person;
let page: Page;
beforeEach(async () => {
  woman = await personAt(browser, { screen: 'phone', language: 'ru', origin: program.origin });
  page = await woman.context.newPage();
});
afterEach(() => leave(woman));

const button = (name: string) => page.getByRole('button', { name, exact: true });
const heading = (name: string) => page.getByRole('heading', { level: 1, name, exact: true });
const used = async () => {
  const progress = await (await program.as('dana')).call('getWaveProgress', { waveId });
  return { codes: progress.codes?.used, answers: progress.answers };
};

async function agreeOnOwnPhone(): Promise<void> {
  await page.locator('.consent button.main').tap();
  await page.getByText(say('phone.own'), { exact: true }).tap();
  await heading('Введите код с вашего листа').waitFor();
}

async function skipEverything(): Promise<void> {
  for (const { screen } of stepsOf({ 'phq-8': {}, 'gad-7': {} }, 'ru')) {
    await heading(screen.question.text).waitFor();
    await goOn(page);
  }
}

async function send(): Promise<void> {
  await heading(say('review.title')).waitFor();
  await button(say('review.send')).tap();
}

describe('a woman with a printed sheet', () => {
  it('scans the picture, answers in Russian, and the same code does not open it again', async () => {
    const before = await used();
    await page.goto(`${path}#${codes[0]}`);
    await agreeOnOwnPhone();
    expect(page.url()).not.toContain('#');
    expect(await page.getByLabel('Код с листа').inputValue()).toBe(codes[0]);
    await page.getByText('Этот код считан с вашего листа.').waitFor();
    await expectSound(page, 'code from the picture');
    await button('Продолжить').tap();
    for (const step of stepsOf(INTENTIONS, 'ru')) await takeStep(page, step, 'ru');
    await send();
    await heading('Спасибо!').waitFor();
    expect(await used()).toEqual({ codes: 1, answers: before.answers + 1 });

    // Somebody finds the sheet and tries it once more.
    await page.goto(`${path}#${codes[0]}`);
    await agreeOnOwnPhone();
    await button('Продолжить').tap();
    await skipEverything();
    woman.watch.expect(/status of 409/);
    await send();
    await heading('Не отправлено').waitFor();
    expect(await page.getByRole('alert').textContent()).toBe(
      'С этим кодом ответы уже пришли, а каждый код действует один раз. Если это были не вы, попросите новый код у того, кто дал вам лист.',
    );
    await expectSound(page, 'code already used');
    expect(await used()).toEqual({ codes: 1, answers: before.answers + 1 });
  });

  it('types the code with a slip and is told at once', async () => {
    await page.goto(path);
    await agreeOnOwnPhone();
    const code = codes[1]!;
    const slip = code.slice(0, -1) + (code.endsWith('X') ? 'Y' : 'X');
    await page.getByLabel('Код с листа').fill(code.slice(0, 6));
    await button('Продолжить').tap();
    await page.getByText('Введите код целиком, как он напечатан на листе.').waitFor();
    await page.getByLabel('Код с листа').fill(slip);
    await button('Продолжить').tap();
    await page.getByText('В коде есть ошибка. Сверьте его с листом знак за знаком.').waitFor();
    await expectSound(page, 'code mistyped');
    // Small letters without hyphens, as people type them.
    await page.getByLabel('Код с листа').fill(code.replaceAll('-', '').toLowerCase());
    await button('Продолжить').tap();
    await heading(stepsOf(INTENTIONS, 'ru')[0]!.screen.question.text).waitFor();
  });

  it('has a sheet of another survey, is told so without losing an answer, and sends with the right code', async () => {
    const before = await used();
    const stranger = printCode(makeCode([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]));
    expect(codes).not.toContain(stranger);
    await page.goto(path);
    await agreeOnOwnPhone();
    await page.getByLabel('Код с листа').fill(stranger);
    await button('Продолжить').tap();
    for (const step of stepsOf(INTENTIONS, 'ru').slice(0, 3)) await takeStep(page, step, 'ru');
    for (const { screen } of stepsOf(INTENTIONS, 'ru').slice(3)) {
      await heading(screen.question.text).waitFor();
      await goOn(page);
    }
    woman.watch.expect(/status of 4\d\d/);
    await send();
    await heading('Не отправлено').waitFor();
    expect(await page.getByRole('alert').textContent()).toBe(
      'Этот код не от этого опроса. Сверьте его с листом или попросите другой у того, кто вам его дал.',
    );
    await expectSound(page, 'code unknown');
    await button('Изменить').tap();
    await page.getByLabel('Код с листа').fill(codes[2]!);
    await button('Продолжить').tap();
    await send();
    await heading('Спасибо!').waitFor();
    expect((await used()).answers).toBe(before.answers + 1);
  });
});
