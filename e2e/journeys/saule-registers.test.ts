import type { Language } from '@tirek/domain/text';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import audit from '../../packages/web/src/text/en/audit.json' with { type: 'json' };
import en from '../../packages/web/src/text/en/people.json' with { type: 'json' };
import kk from '../../packages/web/src/text/kk/people.json' with { type: 'json' };
import kkList from '../../packages/web/src/text/kk/register.json' with { type: 'json' };
import ru from '../../packages/web/src/text/ru/people.json' with { type: 'json' };
import ruList from '../../packages/web/src/text/ru/register.json' with { type: 'json' };
import { launchBrowser, leave, type Person, personAt, type Screen } from '../browser.ts';
import { oneAfterAnother } from '../one-after-another.ts';
import { type DemoProgram, startDemo } from '../program.ts';
import { expectSound, takePicture } from '../sound-page.ts';

const TEXTS: Readonly<Record<Language, typeof en>> = { kk, ru, en };

let program: DemoProgram;
let browser: Browser;
beforeAll(async () => {
  [program, browser] = await Promise.all([startDemo(), launchBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await program?.stop();
});

/** Another woman in each language, so that one journey does not find what the other registered. */
const NEW_MOTHER: Readonly<Record<Language, { family: string; given: string; child: string }>> = {
  kk: { family: 'Сейдахметова', given: 'Айсұлу', child: 'Бексұлтан' },
  ru: { family: 'Мухтарова', given: 'Жанерке', child: 'Тамерлан' },
  en: { family: 'Zhumagulova', given: 'Raushan', child: 'Diyar' },
};

describe.each<[Language, Screen]>([
  ['kk', 'phone'],
  ['ru', 'laptop'],
  ['en', 'phone'],
])('Saule, in %s on a %s,', (language, screen) => {
  const words = TEXTS[language];
  const her = NEW_MOTHER[language];
  let saule: Person;
  let page: Page;
  beforeAll(async () => {
    saule = await personAt(browser, { screen, language, origin: program.origin });
    await program.signIn(saule.context, 'saule');
    page = await saule.context.newPage();
  });
  afterAll(() => leave(saule));
  oneAfterAnother(() => page);

  const button = (name: string) => page.getByRole('button', { name, exact: true });
  const title = (name: string) => page.getByRole('heading', { level: 1, name });
  async function searchFor(family: string, given: string, year = '') {
    await page.getByLabel(words.family, { exact: true }).fill(family);
    await page.getByLabel(words.given, { exact: true }).fill(given);
    await page.getByLabel(words['birth.year'], { exact: true }).fill(year);
    await button(words['search.go']).click();
  }

  it('finds a woman of another centre although her passport spells her otherwise', async () => {
    await page.goto('/app/families');
    await title(words['families.title']).waitFor();
    await page.getByRole('link', { name: /Мадина/ }).waitFor();
    await expectSound(page, 'my families');
    await page.getByRole('link', { name: words['families.register'] }).click();
    await title(words['register.title']).waitFor();
    expect(await button(words['search.go']).isDisabled()).toBe(true);
    await searchFor('Abdirakhmanova', 'Gulzhan', '1991');
    const card = page.getByRole('article', { name: 'Гүлжан Ә.' });
    await card.waitFor();
    const told = (await card.textContent()) ?? '';
    expect(told).toContain(words['reason.family-same']);
    expect(told).toContain(words['reason.birth-same-year']);
    expect(await page.content()).not.toMatch(/Әбдірахманова|Ерғалиқызы/);
    await expectSound(page, 'found by another spelling');
  });

  it('says why she looks closer, and learns whom to call', async () => {
    await button(words['card.look']).first().click();
    const dialog = page.getByRole('dialog');
    await dialog.waitFor();
    expect(await dialog.getByRole('button', { name: words['look.go'] }).isDisabled()).toBe(true);
    await dialog.getByLabel(words['look.reason.same-person']).check();
    await takePicture(page, 'why she looks');
    await dialog.getByRole('button', { name: words['look.go'] }).click();
    await dialog.getByText('Әбдірахманова Гүлжан Ерғалиқызы').waitFor();
    expect(await dialog.textContent()).toContain('Марат Әбенов');
    await expectSound(page, 'whom to call');
    await dialog.getByRole('button', { name: words['look.done'] }).click();
    await dialog.waitFor({ state: 'detached' });
  });

  it('registers a woman whom nobody knows, and only after having searched', async () => {
    await searchFor(her.family, her.given, '1993');
    await page
      .getByRole('heading', { name: words['search.none'] })
      .or(page.getByRole('heading', { name: words['search.found'] }))
      .waitFor();
    await button(words['search.register']).or(button(words['search.noneOfThese'])).click();
    await page.getByRole('heading', { name: words['register.form'] }).waitFor();
    await page.getByText(words['sex.female'], { exact: true }).click();
    await page.getByRole('combobox', { name: words.languages }).click();
    await page.getByRole('option', { name: words['language.kk'], exact: true }).click();
    await page.keyboard.press('Escape');
    await expectSound(page, 'registration');
    await button(words['register.go']).click();
    await title(`${her.family} ${her.given}`).waitFor();
    await page.getByText(words['language.kk']).waitFor();
    await expectSound(page, 'a registered person');
  });

  it('adds her son to the family', async () => {
    await page.goto('/app/families');
    const family = page.getByRole('article').filter({ hasText: her.given });
    await family.getByRole('link', { name: words['families.addMember'] }).click();
    await title(words['register.member']).waitFor();
    await searchFor(her.family, her.child, '2015');
    await button(words['search.register']).or(button(words['search.noneOfThese'])).click();
    await button(words['register.go']).click();
    await title(`${her.family} ${her.child}`).waitFor();
    await page.getByRole('link', { name: `${her.family} ${her.given}` }).waitFor();
  });

  it('adds the name of her passport, and both versions stay', async () => {
    await page.getByRole('link', { name: `${her.family} ${her.given}` }).click();
    await title(`${her.family} ${her.given}`).waitFor();
    await button(words['identity.change']).click();
    await button(words['name.add']).click();
    const name = page.getByRole('group', { name: words.name.replace('{{number}}', '2') });
    await name.getByLabel(words.family, { exact: true }).fill('Seidakhmet');
    await name.getByLabel(words.given, { exact: true }).fill('Aisulu');
    await button(words['document.add']).click();
    await page.getByLabel(words.documentNumber, { exact: true }).fill('N10101010');
    await expectSound(page, 'changing an identity');
    await button(words['identity.save']).click();
    await page.getByText('Seidakhmet Aisulu').waitFor();
    await page.locator('summary').click();
    await expectSound(page, 'two versions');
  });

  it('records that she moved', async () => {
    await button(words['residence.move']).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('combobox', { name: words['residence.to'] }).click();
    await page.getByRole('option').first().click();
    await dialog.getByRole('button', { name: words['residence.from'] }).click();
    await page.getByRole('table').getByRole('button').nth(10).click();
    await expectSound(page, 'a move');
    await dialog.getByRole('button', { name: words['residence.save'] }).click();
    await dialog.waitFor({ state: 'detached' });
    await page.getByText(words['residence.done']).waitFor();
  });
});

/** A list as a centre keeps it: merged cells, three forms of a birth, and a woman whom a colleague in Almaty holds. */
const LIST = [
  'Отбасы №;Аты-жөні;Туған күні;Жынысы;Туыстығы;Өңірі',
  '1;ҚАЛЖАНОВА Сәуле Бекқызы;17 мамыр 1990 ж.;ә;отбасы басшысы;Батыс Қазақстан',
  ';Қалжанов Мирас;2014;е;ұлы;',
  ';Қалжанова Дана;05.2018;ә;қызы;',
  '2;Абдирахманова Гульжан;1991;ж;глава семьи;Алматы',
  '2;Абдирахманов Тимур;весной;м;сын;Алматы',
].join('\r\n');

it.each([
  ['saule', 'kk', 'phone', kkList],
  ['gulmira', 'ru', 'laptop', ruList],
] as const)(
  '%s registers a list kept in Excel, in %s on a %s',
  async (who, language, screen, words) => {
    const person = await personAt(browser, { screen, language, origin: program.origin });
    await program.signIn(person.context, who);
    const page = await person.context.newPage();
    const choose = async (text: string) => {
      const buffer = Buffer.from(text);
      const file = { name: 'list.csv', mimeType: 'text/csv', buffer };
      await page.locator('input[type=file]').setInputFiles(file);
    };
    await page.goto('/app/families');
    await page.getByRole('link', { name: words.open, exact: true }).click();
    await page.getByRole('heading', { name: words['upload.title'] }).waitFor();
    await choose(LIST);
    await page.getByRole('button', { name: words['columns.go'], exact: true }).click();
    await page.getByRole('row', { name: /весной/ }).waitFor();
    await expectSound(page, 'a list with an error');
    await page.getByRole('button', { name: words.startAgain, exact: true }).click();
    // The second list is of other people, so that it finds nobody of the first.
    const mended = LIST.replace('весной', '2015');
    await choose(who === 'saule' ? mended : mended.replaceAll('Қалжанов', 'Шалқаров'));
    await page.getByRole('button', { name: words['columns.go'], exact: true }).click();
    const row = page.getByRole('radiogroup', { name: /Абдирахманова Гульжан/ });
    const same = row.getByRole('radio', {
      name: words['asked.samePerson'].replace('{{name}}', 'Гүлжан Ә.'),
    });
    await same.check();
    for (const other of await page.getByRole('radiogroup').all()) {
      if ((await other.getByRole('radio', { checked: true }).count()) > 0) continue;
      await other.getByRole('radio', { name: words['asked.another'], exact: true }).check();
    }
    await page.getByText(words['asked.done'], { exact: true }).waitFor();
    await expectSound(page, 'who is who in a list');
    if (who === 'gulmira') {
      await page.getByRole('combobox', { name: words['run.holder'] }).click();
      await page.getByRole('option', { name: /Айнұр/ }).click();
    }
    await page.getByRole('button', { name: words['run.go'], exact: true }).click();
    await page.getByText(words['done.consent']).waitFor();
    await expectSound(page, 'a list is registered');
    await page.getByRole('link', { name: words['done.toFamilies'] }).click();
    const given = page.getByRole('link', { name: /Мирас/ });
    await given.first().waitFor();
    expect(await page.getByRole('link', { name: /Гульжан/ }).count()).toBe(0);
    await leave(person);
  },
);

describe('of what Saule did', () => {
  it('Ruslan reads in the log that she looked at somebody, and why', async () => {
    const ruslan = await personAt(browser, {
      screen: 'laptop',
      language: 'en',
      origin: program.origin,
    });
    await program.signIn(ruslan.context, 'ruslan');
    const page = await ruslan.context.newPage();
    await page.goto('/app/audit');
    await page.getByRole('combobox', { name: audit['filter.action'] }).click();
    await page.getByRole('option', { name: audit['action.openPerson'], exact: true }).click();
    await page.getByText(audit['why.same-person']).first().waitFor();
    await leave(ruslan);
  });

  it('Gulmira sees the families of her team and hands one over', async () => {
    const gulmira = await personAt(browser, {
      screen: 'phone',
      language: 'kk',
      origin: program.origin,
    });
    await program.signIn(gulmira.context, 'gulmira');
    const page = await gulmira.context.newPage();
    await page.goto('/app/families');
    const family = page.getByRole('article').filter({ hasText: 'Досжанова' });
    await family.getByRole('button', { name: kk['handOver.open'] }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('combobox', { name: kk['handOver.to'] }).click();
    await page.getByRole('option', { name: /Айнұр/ }).click();
    await expectSound(page, 'handing over');
    await dialog.getByRole('button', { name: kk['handOver.go'], exact: true }).click();
    await dialog.waitFor({ state: 'detached' });
    await family.getByText(kk['families.heldBy'].replace('{{name}}', 'Айнұр Қайратова')).waitFor();
    await expectSound(page, 'families of a team');
    const { families } = await (await program.as('saule')).call('listFamilies', {});
    expect(JSON.stringify(families)).not.toContain('Досжанова');
    await leave(gulmira);
  });

  it('Dana, Timur and Kairat are told nothing', async () => {
    for (const name of ['dana', 'timur', 'kairat'] as const) {
      const api = await program.as(name);
      await expect(api.call('listFamilies', {})).rejects.toMatchObject({ code: 'not-allowed' });
    }
  });
});
