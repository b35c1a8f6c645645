import type { Language } from '@tirek/domain/text';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import en from '../../packages/web/src/text/en/consents.json' with { type: 'json' };
import kk from '../../packages/web/src/text/kk/consents.json' with { type: 'json' };
import ru from '../../packages/web/src/text/ru/consents.json' with { type: 'json' };
import { launchBrowser, leave, type Person, personAt, type Screen } from '../browser.ts';
import { oneAfterAnother } from '../one-after-another.ts';
import { type DemoProgram, startDemo } from '../program.ts';
import { expectSound, takePicture } from '../sound-page.ts';

const TEXTS: Readonly<Record<Language, typeof en>> = { kk, ru, en };
/** What Madina reads and says, whatever language Saule works in. */
const AGREES = 'Келісемін';
const DECLINES = 'Келіспеймін';

let program: DemoProgram;
let browser: Browser;
beforeAll(async () => {
  [program, browser] = await Promise.all([startDemo(), launchBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await program?.stop();
});

/** A grown woman of Saule's for each language, so that one journey does not find what another recorded. */
async function mother(at: number): Promise<string> {
  const { families } = await (await program.as('saule')).call('listFamilies', {});
  const women = families.flatMap(({ members }) =>
    members.filter(({ sex, birth }) => sex === 'female' && birth && birth.date < '2000'),
  );
  const madina = women.findIndex(({ name }) => name?.given === 'Мадина');
  return women[(madina + at) % women.length]?.personId ?? '';
}

describe.each<[Language, Screen, number]>([
  ['kk', 'phone', 0],
  ['ru', 'laptop', 1],
  ['en', 'phone', 2],
])('Saule, in %s on a %s, with Madina beside her,', (language, screen, at) => {
  const words = TEXTS[language];
  let personId: string;
  let saule: Person;
  let page: Page;
  beforeAll(async () => {
    personId = await mother(at);
    saule = await personAt(browser, { screen, language, origin: program.origin });
    await program.signIn(saule.context, 'saule');
    page = await saule.context.newPage();
  });
  afterAll(() => leave(saule));
  oneAfterAnother(() => page);

  const button = (name: string) => page.getByRole('button', { name, exact: true });
  const paper = (name: string) => page.getByRole('article', { name });
  const line = (name: string) => page.getByRole('listitem').filter({ hasText: name }).first();
  const standing = async () =>
    Object.fromEntries(
      (await (await program.as('saule')).call('listConsents', { personId })).standing.map(
        ({ purpose, state }) => [purpose, state],
      ),
    );

  it('reads her the consents in Kazakh and takes down what she decides, with a thumb mark and a witness', async () => {
    await page.goto(`/app/people/${personId}`);
    await page.getByRole('link', { name: words.title, exact: true }).click();
    await page.getByRole('heading', { level: 1, name: words.title }).waitFor();
    await page.getByText(words['history.none']).or(page.getByText('service-1')).first().waitFor();
    await expectSound(page, 'consents of a person');
    await page.getByRole('link', { name: words.record }).click();
    await page.getByRole('heading', { level: 1, name: words['form.title'] }).waitFor();
    await page.getByText('Қазақша', { exact: true }).last().click();
    for (const purpose of ['purpose.service', 'purpose.screening', 'purpose.research'] as const) {
      await page.getByRole('checkbox', { name: words[purpose] }).check();
    }
    const service = paper('Көмектесу үшін жазба жүргізу');
    expect(await service.textContent()).toMatch(/Келіспеуіңізге болады.*БСН 000000000000/s);
    await service.getByRole('radio', { name: AGREES }).check();
    await paper('Көңіл күйіңіз туралы сұрақтар').getByRole('radio', { name: DECLINES }).check();
    await paper('Зерттеуге қатысу').getByRole('radio', { name: AGREES }).check();
    await page.getByText(words['mode.thumb'], { exact: true }).click();
    await page.getByText(words['obstacles.witness-missing']).waitFor();
    expect(await button(words['form.save']).isDisabled()).toBe(true);
    await expectSound(page, 'recording consents');
    await takePicture(page, 'consents recorded so far');
    await page.getByLabel(words['form.witness'], { exact: true }).fill('Айгүл Сейітова');
    await button(words['form.save']).click();
    await page.getByText('Айгүл Сейітова').first().waitFor();
    expect(await standing()).toMatchObject({
      service: 'stands',
      screening: 'declined',
      research: 'stands',
    });
    await takePicture(page, 'consents recorded');
  });

  it('takes research back for her, after both have read what stops and what stays, and it is so at once', async () => {
    await button(`${words.withdraw}: ${words['purpose.research']}`).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText(words['stop.use-in-new-analyses']).waitFor();
    await dialog.getByText(words['remain.help']).waitFor();
    await expectSound(page, 'before a consent is taken back');
    expect((await standing()).research).toBe('stands');
    await dialog.getByRole('button', { name: words['withdraw.go'] }).click();
    await dialog.waitFor({ state: 'hidden' });
    await line(words['purpose.research']).getByText(words['state.withdrawn']).waitFor();
    expect(await standing()).toMatchObject({ research: 'withdrawn', service: 'stands' });
    await expectSound(page, 'after a consent was taken back');
  });
});

it('the paper is printed alone, in the language of whoever signs, with lines to sign', async () => {
  const saule = await personAt(browser, {
    screen: 'laptop',
    language: 'ru',
    origin: program.origin,
  });
  await program.signIn(saule.context, 'saule');
  const page = await saule.context.newPage();
  await page.goto(`/app/people/${await mother(0)}/consents/new`);
  await page.getByText('Қазақша', { exact: true }).last().click();
  await page.getByRole('checkbox', { name: ru['purpose.research'] }).check();
  await page.getByRole('article', { name: 'Зерттеуге қатысу' }).waitFor();
  await page.emulateMedia({ media: 'print' });
  const seen = (words: string) => page.getByText(words, { exact: true }).first().isVisible();
  expect(await seen(kk['paper.signature'])).toBe(true);
  expect(await seen(kk['paper.witness'])).toBe(true);
  expect(await seen(ru['form.purposes'])).toBe(false);
  await takePicture(page, 'consents paper kk');
  await leave(saule);
});
