import type { Language } from '@tirek/domain/text';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import domainEn from '../../packages/domain/src/text/en/family-graph.json' with { type: 'json' };
import domainKk from '../../packages/domain/src/text/kk/family-graph.json' with { type: 'json' };
import domainRu from '../../packages/domain/src/text/ru/family-graph.json' with { type: 'json' };
import en from '../../packages/web/src/text/en/genogram.json' with { type: 'json' };
import kk from '../../packages/web/src/text/kk/genogram.json' with { type: 'json' };
import ru from '../../packages/web/src/text/ru/genogram.json' with { type: 'json' };
import { launchBrowser, leave, type Person, personAt, type Screen } from '../browser.ts';
import { oneAfterAnother } from '../one-after-another.ts';
import { type DemoProgram, startDemo } from '../program.ts';
import { registerFamily } from '../registering.ts';
import { expectSound } from '../sound-page.ts';

const TEXTS: Readonly<Record<Language, typeof en>> = { kk, ru, en };
const DOMAIN: Readonly<Record<Language, typeof domainEn>> = {
  kk: domainKk,
  ru: domainRu,
  en: domainEn,
};

let program: DemoProgram;
let browser: Browser;
beforeAll(async () => {
  [program, browser] = await Promise.all([startDemo(), launchBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await program?.stop();
});

/** A mother, the three men she lived with, and her five children. */
const PEOPLE = [
  ['Айгүл', 'female', '1988'],
  ['Нұрлан', 'male', '1984'],
  ['Әбу', 'male', '1980'],
  ['Дәурен', 'male', '1983'],
  ['Әсел', 'female', '2008'],
  ['Тимур', 'male', '2010'],
  ['Юсуф', 'male', '2014'],
  ['Хадиша', 'female', '2016'],
  ['Әли', 'male', '2017'],
] as const;

describe.each<[Language, Screen, string]>([
  ['kk', 'phone', 'Жұмабекова'],
  ['ru', 'laptop', 'Сапарова'],
])('Saule, in %s on a %s,', (language, screen, surname) => {
  const words = TEXTS[language];
  const domain = DOMAIN[language];
  let saule: Person;
  let page: Page;
  beforeAll(async () => {
    const familyId = await registerFamily(program, surname, PEOPLE);
    saule = await personAt(browser, { screen, language, origin: program.origin });
    await program.signIn(saule.context, 'saule');
    // Refusals and questions are answers of the server that a browser counts as errors.
    saule.watch.expect(/status of (409|422)/);
    page = await saule.context.newPage();
    await page.goto(`/app/families/${familyId}/graph`);
  });
  afterAll(() => leave(saule));
  oneAfterAnother(() => page);

  const dialog = () => page.getByRole('dialog');
  const open = async (kind: 'union' | 'parentage' | 'life') => {
    await page.getByRole('button', { name: words[`add.${kind}`], exact: true }).click();
    await dialog().waitFor();
  };
  const choose = (label: string, option: string) =>
    dialog().getByRole('combobox', { name: label, exact: true }).selectOption({ label: option });
  const full = (given: string) => `${surname} ${given}`;
  const send = async () => {
    await dialog().getByRole('button', { name: words.confirm, exact: true }).click();
    await dialog().waitFor({ state: 'detached' });
  };
  async function fillUnion(husband: string, kind: keyof typeof domainEn, from: string, end = '') {
    await open('union');
    await choose(words['field.one'], full(husband));
    await choose(words['field.other'], full('Айгүл'));
    await choose(words['field.union'], domain[kind]);
    await dialog().getByLabel(words['field.from']).fill(from);
    if (end) {
      await choose(words['field.end'], domain['end.separation']);
      await dialog().getByLabel(words['field.until']).fill(end);
    }
    await choose(words['field.evidence'], domain['by.person']);
  }

  it('finds the people of the family drawn, and nobody joined', async () => {
    await page.getByRole('heading', { level: 1, name: words.title }).waitFor();
    await page.locator('svg.genogram').waitFor();
    expect(await page.locator('[data-person]').count()).toBe(PEOPLE.length);
    expect(await page.locator('[data-union]').count()).toBe(0);
    await expectSound(page, 'a family before anything is told');
  });

  it('records three unions, and is refused two registered ones at one time', async () => {
    await fillUnion('Нұрлан', 'kind.registered', '2006');
    await send();
    await fillUnion('Әбу', 'kind.registered', '2013');
    await dialog().getByRole('button', { name: words.confirm, exact: true }).click();
    const refusal = dialog().getByRole('alert');
    await refusal.waitFor();
    expect(await refusal.textContent()).toContain(
      domain['finding.registered-overlap'].replace('{{a}}', full('Айгүл')),
    );
    await expectSound(page, 'two registered marriages at one time');
    await page.keyboard.press('Escape');
    await dialog().waitFor({ state: 'detached' });
  });

  it('is asked about a religious one beside it, and says that it is so', async () => {
    await fillUnion('Әбу', 'kind.religious-monogamous', '2013', '2017');
    await dialog().getByRole('button', { name: words.confirm, exact: true }).click();
    await dialog().getByText(words['confirm.asked'], { exact: true }).waitFor();
    await expectSound(page, 'a union that is asked about');
    await dialog().getByRole('button', { name: words['confirm.asked'], exact: true }).click();
    await dialog().waitFor({ state: 'detached' });
    await fillUnion('Дәурен', 'kind.religious-monogamous', '2019');
    await dialog().getByRole('button', { name: words.confirm, exact: true }).click();
    await dialog().getByRole('button', { name: words['confirm.asked'], exact: true }).click();
    await dialog().waitFor({ state: 'detached' });
    await expect.poll(() => page.locator('[data-union]').count()).toBe(3);
  });

  it('records five children of two fathers, and sees all of them in the drawing and in words', async () => {
    const fathers = { Әсел: 'Нұрлан', Тимур: 'Нұрлан', Юсуф: 'Әбу', Хадиша: 'Әбу', Әли: 'Әбу' };
    for (const [child, father] of Object.entries(fathers)) {
      for (const parent of [father, 'Айгүл']) {
        await open('parentage');
        await choose(words['field.parent'], full(parent));
        await choose(words['field.child'], full(child));
        await choose(words['field.parentage'], domain['parentage.biological']);
        await choose(words['field.evidence'], domain['document.birth-certificate']);
        await send();
      }
    }
    await expect.poll(() => page.locator('[data-child]').count()).toBe(5);
    const told = page.getByRole('listitem').filter({ hasText: full('Айгүл') });
    const children = Object.keys(fathers).map(full).join(', ');
    await told.getByText(domain['list.children'].replace('{{names}}', children)).first().waitFor();
    await expectSound(page, 'three unions and five children of two fathers');
  });

  it('makes the drawing larger with the keyboard and with the buttons, and fits it again', async () => {
    const width = async () => (await page.locator('svg.genogram').boundingBox())?.width ?? 0;
    const fitting = await width();
    await page.getByRole('button', { name: words['zoom.in'], exact: true }).click();
    await expect.poll(width).toBeGreaterThan(fitting * 1.2);
    await page.getByRole('region', { name: domain.title }).focus();
    await page.keyboard.press('+');
    await expect.poll(width).toBeGreaterThan(fitting * 1.5);
    await expectSound(page, 'a drawing that is larger than the page');
    await page.keyboard.press('0');
    await expect.poll(async () => Math.round(await width())).toBe(Math.round(fitting));
  });
});
