import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import kk from '../../packages/web/src/text/kk/merging.json' with { type: 'json' };
import ru from '../../packages/web/src/text/ru/merging.json' with { type: 'json' };
import { launchBrowser, leave, type Person, personAt } from '../browser.ts';
import { oneAfterAnother } from '../one-after-another.ts';
import { type DemoProgram, startDemo } from '../program.ts';
import { registerFamily } from '../registering.ts';
import { expectSound } from '../sound-page.ts';

let program: DemoProgram;
let browser: Browser;
let atDesk: Person;
let onTheWay: Person;
let page: Page;
/** The mother as she was registered first, and the family under the other spelling. */
let mother: string;
let second: string;
beforeAll(async () => {
  [program, browser] = await Promise.all([startDemo(), launchBrowser()]);
  const api = await program.as('saule');
  const first = await registerFamily(program, 'Құдайбергенова', [
    ['Гүлмайра', 'female', '1984'],
    ['Асылбек', 'male', '2014'],
  ]);
  second = await registerFamily(program, 'Kudaibergenova', [
    ['Gulmaira', 'female', '1984'],
    ['Asylbek', 'male', '2014'],
  ]);
  mother = (await api.call('getFamily', { familyId: first })).members[0]?.personId ?? '';
  const { origin } = program;
  atDesk = await personAt(browser, { screen: 'laptop', language: 'ru', origin });
  onTheWay = await personAt(browser, { screen: 'phone', language: 'kk', origin });
  for (const { context } of [atDesk, onTheWay]) await program.signIn(context, 'saule');
});
afterAll(async () => {
  await leave(atDesk);
  await leave(onTheWay);
  await browser?.close();
  await program?.stop();
});

const familiesOf = async () =>
  (await (await program.as('saule')).call('getPerson', { personId: mother })).families.length;

describe('A family was registered twice, under two spellings:', () => {
  oneAfterAnother(() => page);

  it('Saule finds the mother again, at her desk and in Russian', async () => {
    page = await atDesk.context.newPage();
    await page.goto(`/app/people/${mother}`);
    await page.getByRole('link', { name: ru['same.open'] }).click();
    await page.getByRole('button', { name: ru['same.look'] }).click();
    const card = page.getByRole('article').filter({ hasText: 'Gulmaira' });
    await card.waitFor();
    await expectSound(page, 'looking for the same person');
    await card.getByRole('link', { name: ru['same.compare'] }).click();
  });

  it('compares field by field, turns the two round and back, and makes them one', async () => {
    const names = page.getByRole('heading', { level: 3 }).first().locator('..');
    await names.getByText(ru['why.both']).waitFor();
    await expectSound(page, 'comparing two records');
    await page.getByRole('link', { name: ru['compare.swap'] }).click();
    await names.locator('dd').first().filter({ hasText: 'Kudaibergenova' }).waitFor();
    await page.getByRole('link', { name: ru['compare.swap'] }).click();
    await names.locator('dd').first().filter({ hasText: 'Құдайбергенова' }).waitFor();
    await page.getByRole('button', { name: ru['merge.go'] }).click();
    await page.getByRole('button', { name: ru.undo, exact: true }).waitFor();
    await expectSound(page, 'one person');
    expect(await familiesOf()).toBe(2);
  });

  it('sees one mother in both families', async () => {
    await page.goto('/app/families');
    const family = page.getByRole('article').filter({ hasText: 'Asylbek' });
    await family.getByRole('link', { name: /Гүлмайра/ }).waitFor();
    expect(await family.getByRole('link', { name: /Gulmaira/ }).count()).toBe(0);
  });

  it('and on the way, on a phone and in Kazakh, finds out that they are two and undoes it', async () => {
    page = await onTheWay.context.newPage();
    await page.goto('/app/merges');
    await page.getByText(kk['list.stands'], { exact: true }).waitFor();
    await expectSound(page, 'people registered twice');
    await page.getByRole('button', { name: kk.undo, exact: true }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText(kk['undo.words']).waitFor();
    await expectSound(page, 'undoing');
    await dialog.getByRole('button', { name: kk['undo.go'] }).click();
    await page.getByText(kk['list.none'], { exact: true }).waitFor();
    expect(await familiesOf()).toBe(1);
    const api = await program.as('saule');
    const { members } = await api.call('getFamily', { familyId: second });
    expect(members[0]?.name).toMatchObject({ family: 'Kudaibergenova', given: 'Gulmaira' });
  });
});
