import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, it } from 'vitest';
import { launchBrowser, leave, type Person, personAt } from '../browser.ts';
import { type DemoProgram, startDemo } from '../program.ts';
import { expectSound } from '../sound-page.ts';

let program: DemoProgram;
let browser: Browser;
let dana: Person;
let page: Page;
beforeAll(async () => {
  [program, browser] = await Promise.all([startDemo(), launchBrowser()]);
  dana = await personAt(browser, { screen: 'laptop', language: 'ru', origin: program.origin });
  // The browser writes a line of its own about a file that was refused.
  dana.watch.expect(/status of 422/);
  await program.signIn(dana.context, 'dana');
  page = await dana.context.newPage();
  await page.goto(`/app/surveys/${(await program.campaign('past')).id}/import`);
});
afterAll(async () => {
  if (dana) await leave(dana);
  await browser?.close();
  await program?.stop();
});

async function upload(files: Readonly<Record<string, string>>): Promise<void> {
  await page.locator('input[type=file]').setInputFiles(
    Object.entries(files).map(([name, text]) => ({
      name,
      mimeType: 'text/csv',
      buffer: Buffer.from(text),
    })),
  );
  await page.getByRole('button', { name: 'Загрузить и посмотреть', exact: true }).click();
}

describe('Dana brings in a file that', () => {
  it('is no table in its third line, and is told so', async () => {
    await upload({ 'women.csv': 'id,language,age\n1,kk,32\n2,ru\n' });
    await page.getByText('Файл «women.csv», строка 3: ячеек в ней больше или меньше').waitFor();
    await expectSound(page, 'a file that is no table');
  });
});
