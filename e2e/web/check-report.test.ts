import type { Language } from '@tirek/domain/text';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser, leave, personAt, type Screen } from '../browser.ts';
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

const WRONG = `A survey of 80 mothers was held in spring.

Half of them (50%) rent: 30% a flat, 20% a room and 5% a house.

| Answer | n | % |
|---|---|---|
| Yes | 44 | 55.0 |
| No | 36 | 54.0 |
| Total | 80 | 100.0 |
`;
const RIGHT = WRONG.replace('and 5% a house', '').replace('54.0', '45.0');

const fileOf = (name: string, content: string | Buffer) => ({
  name,
  mimeType: 'text/plain',
  buffer: Buffer.from(content),
});

describe('Timur drops a report', () => {
  it.each<[Language, Screen, { title: string; choose: string; found: string; none: string }]>([
    [
      'en',
      'laptop',
      {
        title: 'Check a report',
        choose: 'Choose a file',
        found: '2 places to look at in “spring.md”',
        none: 'No figures contradict each other',
      },
    ],
    [
      'ru',
      'phone',
      {
        title: 'Проверка отчёта',
        choose: 'Выбрать файл',
        found: '2 места стоит проверить в «spring.md»',
        none: 'Противоречащих друг другу чисел нет',
      },
    ],
    [
      'kk',
      'phone',
      {
        title: 'Есепті тексеру',
        choose: 'Файл таңдау',
        found: '«spring.md» файлында қарап шығатын 2 жер бар',
        none: 'Бір-біріне қайшы сандар жоқ',
      },
    ],
  ])('and reads in %s on a %s what does not agree', async (language, screen, words) => {
    const person = await personAt(browser, { screen, language, origin: program.origin });
    await program.signIn(person.context, 'timur');
    const page = await person.context.newPage();
    await page.goto('/app/reports');
    await page.getByRole('link', { name: words.title }).click();
    const choose = async (name: string, content: string | Buffer) => {
      const chooser = page.waitForEvent('filechooser');
      await page.getByRole('button', { name: words.choose }).click();
      await (await chooser).setFiles(fileOf(name, content));
    };
    await choose('spring.md', WRONG);
    await page.getByRole('heading', { name: words.found }).waitFor();
    const findings = page.getByRole('listitem');
    const told = await findings.filter({ has: page.locator('blockquote') }).allInnerTexts();
    expect(told[0]).toContain('50%: 30% + 20% + 5%');
    expect(told[1]).toContain('36 (54.0)');
    expect(told[1]).toContain('45.0%');
    await expectSound(page, 'a report whose figures do not agree');

    await choose('right.md', RIGHT);
    await page.getByText(words.none).waitFor();
    await expectSound(page, 'a report whose figures agree');

    await choose('scan.pdf', '%PDF-1.7 …');
    await page.getByRole('alert').getByText('scan.pdf').waitFor();
    await leave(person);
  });

  it('and the file goes nowhere', async () => {
    const person = await personAt(browser, {
      screen: 'laptop',
      language: 'en',
      origin: program.origin,
    });
    await program.signIn(person.context, 'timur');
    const page = await person.context.newPage();
    await page.goto('/app/reports/check');
    await page.getByRole('heading', { name: 'Check a report' }).waitFor();
    const sent: string[] = [];
    page.on('request', (request) => {
      if (request.method() !== 'GET') sent.push(`${request.method()} ${request.url()}`);
    });
    await page.locator('input[type=file]').setInputFiles(fileOf('spring.md', WRONG));
    await page.getByRole('heading', { name: /2 places to look at/ }).waitFor();
    expect(sent).toEqual([]);
    await leave(person);
  });
});
