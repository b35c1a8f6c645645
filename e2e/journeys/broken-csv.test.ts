import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
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
});
beforeEach(async () => {
  await page.goto(`/app/surveys/${(await program.campaign('past')).id}/import`);
});
afterAll(async () => {
  if (dana) await leave(dana);
  await browser?.close();
  await program?.stop();
});

const DEMO = join(import.meta.dirname, '../../packages/server/src/demo/synthetic-2022');
const UNEVEN = 'id,language,age\n1,kk,32\n2,ru\n';
const button = (name: string) => page.getByRole('button', { name, exact: true });
const refusal = () => page.getByText('Файл «women.csv», строка 3: ячеек в ней больше или меньше');

/** A file as it lies on Dana's laptop, where she can correct it between one upload and the next. */
async function onDisk(name: string, text: string): Promise<string> {
  const path = join(program.folder, name);
  await writeFile(path, text);
  return path;
}

async function choose(...paths: string[]): Promise<void> {
  const chooser = page.waitForEvent('filechooser');
  await button('Выбрать файлы').click();
  await (await chooser).setFiles(paths);
}

const send = () => button('Загрузить и посмотреть').click();
const demoFile = (name: string) => readFile(join(DEMO, name), 'utf8');

describe('Dana brings in a file that', () => {
  it('is no table in its third line, and is told so', async () => {
    await choose(await onDisk('women.csv', UNEVEN));
    await send();
    await refusal().waitFor();
    await expectSound(page, 'a file that is no table');
  });

  it('was refused, corrects it under the same name, and it is read', async () => {
    await choose(await onDisk('women.csv', UNEVEN));
    await send();
    await refusal().waitFor();
    await choose(await onDisk('women.csv', await demoFile('women.csv')));
    expect(await refusal().count()).toBe(0);
    await send();
    await button('Проверить').waitFor();
    // A browser tells of the same file chosen twice only when the first choice was forgotten.
    await button('Начать с другого файла').click();
    await choose(await onDisk('women.csv', UNEVEN));
    expect(await page.locator('input[type=file]').inputValue()).toBe('');
  });

  it('was refused, corrects it under another name beside one that was right, and both are read', async () => {
    await choose(
      await onDisk('women.csv', UNEVEN),
      await onDisk('children.csv', await demoFile('children.csv')),
    );
    await send();
    await refusal().waitFor();
    await choose(await onDisk('women-2.csv', await demoFile('women.csv')));
    await send();
    await button('Проверить').waitFor();
    expect(await page.getByRole('heading', { level: 2 }).allTextContents()).toEqual(
      expect.arrayContaining([
        expect.stringContaining('women-2'),
        expect.stringContaining('children'),
      ]),
    );
  });

  it('changed on the disk after it was chosen, and is asked to choose it again', async () => {
    await choose(await onDisk('women.csv', UNEVEN));
    await onDisk('women.csv', await demoFile('women.csv'));
    await send();
    await page
      .getByText('Файл «women.csv» изменился или исчез после того, как его выбрали.')
      .waitFor();
    await expectSound(page, 'a file changed meanwhile');
    await choose(await onDisk('women.csv', await demoFile('women.csv')));
    await send();
    await button('Проверить').waitFor();
  });

  it('has an answer nobody offered: the trial names row, column, what stands there and what could', async () => {
    const women = await demoFile('women.csv');
    await choose(
      await onDisk('women.csv', women.replace('1,kk,32,widowed', '1,kk,32,widoved')),
      await onDisk('children.csv', await demoFile('children.csv')),
    );
    await send();
    await button('Проверить').waitFor();
    // Every element of every list that nobody opened is time before she can press anything.
    expect(await page.locator('*').count()).toBeLessThan(5000);
    await button('Проверить').click();
    const row = page.getByRole('row').filter({ hasText: 'widoved' });
    await row.waitFor();
    expect(await row.textContent()).toMatch(/women, строка 2, marital/);
    expect(await row.textContent()).toContain('widowed');
    await expectSound(page, 'a trial with a wrong cell');
    expect(await page.getByRole('heading', { name: 'Загрузка', exact: true }).count()).toBe(0);
  });
});
