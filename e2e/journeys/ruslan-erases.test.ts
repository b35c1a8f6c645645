import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { formatDate, type Language } from '@tirek/domain/text';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openArchive } from '../../packages/server/src/privacy/own-copy/test/open-archive.ts';
import { runTirek } from '../../packages/server/src/test/started-program.ts';
import copies from '../../packages/web/src/text/en/copies.json' with { type: 'json' };
import demands from '../../packages/web/src/text/en/demands.json' with { type: 'json' };
import en from '../../packages/web/src/text/en/erasure.json' with { type: 'json' };
import copiesKk from '../../packages/web/src/text/kk/copies.json' with { type: 'json' };
import demandsKk from '../../packages/web/src/text/kk/demands.json' with { type: 'json' };
import kk from '../../packages/web/src/text/kk/erasure.json' with { type: 'json' };
import ru from '../../packages/web/src/text/ru/erasure.json' with { type: 'json' };
import { launchBrowser, leave, type Person, personAt, type Screen } from '../browser.ts';
import { oneAfterAnother } from '../one-after-another.ts';
import { type DemoProgram, startDemo } from '../program.ts';
import { registerFamily } from '../registering.ts';
import { expectSound } from '../sound-page.ts';

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

describe.each<[Language, Screen, string]>([
  ['kk', 'phone', 'Жұмабекова'],
  ['ru', 'laptop', 'Рахметова'],
  ['en', 'phone', 'Тулегенова'],
])('In %s on a %s, a mother wants to be forgotten:', (language, screen, surname) => {
  const words = TEXTS[language];
  let personId: string;
  let saule: Person;
  let ruslan: Person;
  let page: Page;
  beforeAll(async () => {
    const familyId = await registerFamily(program, surname, [['Гүлнұр', 'female', '1988']]);
    const { members } = await (await program.as('saule')).call('getFamily', { familyId });
    personId = members[0]?.personId ?? '';
    saule = await personAt(browser, { screen, language, origin: program.origin });
    await program.signIn(saule.context, 'saule');
    ruslan = await personAt(browser, { screen, language, origin: program.origin });
    await program.signIn(ruslan.context, 'ruslan');
    page = await saule.context.newPage();
  });
  afterAll(async () => {
    await leave(saule);
    await leave(ruslan);
  });
  oneAfterAnother(() => page);

  const dialog = () => page.getByRole('dialog');

  it('Saule sees what would go and what would stay, and asks', async () => {
    await page.goto(`/app/people/${personId}`);
    await page.getByRole('button', { name: words.ask, exact: true }).click();
    await dialog().getByText(words['goes.searchMarks']).waitFor();
    await expectSound(page, 'asking for an erasure');
    await dialog().getByRole('combobox', { name: words.basis }).click();
    await page.getByRole('option', { name: words['basis.person-asks'] }).click();
    await dialog().getByRole('button', { name: words['ask.confirm'] }).click();
    await dialog().waitFor({ state: 'hidden' });
  });

  it('Ruslan, who never reads her name, places a hold, lifts it and erases her', async () => {
    page = await ruslan.context.newPage();
    await page.goto('/app/erasures');
    const request = page.getByRole('listitem').filter({ hasText: personId });
    await request.getByText(words['state.waiting']).waitFor();
    await page.getByRole('button', { name: words['hold.place'], exact: true }).click();
    await dialog().getByLabel(words['fact.person'], { exact: true }).fill(personId);
    await dialog().getByRole('combobox', { name: words['hold.basis'] }).click();
    await page.getByRole('option', { name: words['hold.complaint'] }).click();
    await dialog().getByRole('button', { name: words['hold.place'], exact: true }).click();
    await dialog().waitFor({ state: 'hidden' });
    await page.getByText(words.onHold).waitFor();
    await expectSound(page, 'an erasure on hold');
    await page.getByRole('button', { name: words['hold.lift'], exact: true }).click();
    await dialog().getByRole('button', { name: words['hold.lift'], exact: true }).click();
    await dialog().waitFor({ state: 'hidden' });

    await request.getByRole('button', { name: words.erase, exact: true }).click();
    await dialog().getByText(words['stays.logEntries']).waitFor();
    await expectSound(page, 'before an erasure');
    const confirm = dialog().getByRole('button', { name: words['erase.confirm'] });
    expect(await confirm.isDisabled()).toBe(true);
    await dialog().getByRole('checkbox').check();
    await confirm.click();
    await dialog().waitFor({ state: 'hidden' });
    await request.getByText(words['state.erased'], { exact: true }).waitFor();
    expect(await page.locator('body').textContent()).not.toContain(surname);
    await expectSound(page, 'erasures');
  });

  it('and Saule’s list names her no more', async () => {
    const { families } = await (await program.as('saule')).call('listFamilies', {});
    const her = families.flatMap(({ members }) => members).find((m) => m.personId === personId);
    expect(her).toMatchObject({ name: null, birth: null });
  });
});

describe('A mother asks what is held about her:', () => {
  let personId: string;
  let saule: Person;
  let ruslan: Person;
  let page: Page;
  let passphrase: string;
  beforeAll(async () => {
    const familyId = await registerFamily(program, 'Сәрсенова', [['Айнұр', 'female', '1990']]);
    const { members } = await (await program.as('saule')).call('getFamily', { familyId });
    personId = members[0]?.personId ?? '';
    const { origin } = program;
    saule = await personAt(browser, { screen: 'phone', language: 'kk', origin });
    await program.signIn(saule.context, 'saule');
    ruslan = await personAt(browser, { screen: 'laptop', language: 'en', origin });
    await program.signIn(ruslan.context, 'ruslan');
    page = await saule.context.newPage();
  });
  afterAll(async () => {
    await leave(saule);
    await leave(ruslan);
  });
  oneAfterAnother(() => page);

  const dialog = () => page.getByRole('dialog');

  it('Saule makes her copy on a phone, in Kazakh, and writes the passphrase down for her', async () => {
    await page.goto(`/app/people/${personId}/own-copies`);
    await page.getByRole('button', { name: copiesKk.make, exact: true }).click();
    await dialog().getByRole('combobox', { name: copiesKk.proof }).click();
    await page.getByRole('option', { name: copiesKk['proof.identity-document'] }).click();
    await expectSound(page, 'making a copy');
    await dialog().getByRole('button', { name: copiesKk['make.confirm'] }).click();
    await dialog().getByText(copiesKk['passphrase.words']).waitFor();
    passphrase = (await dialog().locator('[translate=no]').textContent()) ?? '';
    await expectSound(page, 'the passphrase');
    await dialog().getByRole('checkbox').check();
    await dialog().getByRole('button', { name: copiesKk['passphrase.done'] }).click();
    await page.getByText(copiesKk['state.waiting']).waitFor();
    expect(await page.locator('body').textContent()).not.toContain(passphrase);
  });

  it('Ruslan lets it out, holds an archive that tells him nothing, and notes that she has it', async () => {
    page = await ruslan.context.newPage();
    await page.goto('/app/own-copies');
    const copy = page.getByRole('listitem').filter({ hasText: personId });
    await copy.getByRole('button', { name: copies.release, exact: true }).click();
    await dialog().getByRole('button', { name: copies.release, exact: true }).click();
    await dialog().waitFor({ state: 'hidden' });
    await copy.getByText(copies['state.released'], { exact: true }).waitFor();
    await expectSound(page, 'own copies');
    const fetched = page.waitForEvent('download');
    await copy.getByRole('button', { name: copies.fetch }).click();
    const archive = await readFile((await (await fetched).path()) ?? '');
    expect(archive.toString('latin1')).not.toContain('Айнұр');
    expect(await openArchive(archive, 'ABCDE-23456-FGHJK-789MN')).toBeNull();
    expect(await page.locator('body').textContent()).not.toMatch(/Сәрсенова|Айнұр/);
    expect((await openArchive(archive, passphrase))?.pdfText).toContain('Сәрсенова Айнұр');

    await copy.getByRole('button', { name: copies.handOver }).click();
    await dialog().getByRole('combobox', { name: copies.way, exact: true }).click();
    await page.getByRole('option', { name: copies['way.in-person'] }).click();
    await dialog().getByRole('button', { name: copies['handOver.confirm'], exact: true }).click();
    await dialog().waitFor({ state: 'hidden' });
    await copy.getByText(copies['state.handed-over'], { exact: true }).waitFor();
  });
});

it('A paper asks for everything: Ruslan proposes less, Dana agrees, and he notes that the person was told', async () => {
  const { origin } = program;
  const ruslan = await personAt(browser, { screen: 'laptop', language: 'en', origin });
  await program.signIn(ruslan.context, 'ruslan');
  const dana = await personAt(browser, { screen: 'phone', language: 'kk', origin });
  await program.signIn(dana.context, 'dana');
  const page = await ruslan.context.newPage();
  const dialog = page.getByRole('dialog');
  const choose = async (label: string, option: string) => {
    await dialog.getByRole('combobox', { name: label, exact: true }).click();
    await page.getByRole('option', { name: option, exact: true }).click();
  };
  await page.goto('/app/demands');
  await page.getByRole('button', { name: demands.record, exact: true }).click();
  await choose(demands.from, demands['from.court']);
  await choose(demands.basis, demands['basis.court-decision']);
  // Kazakhstan is five hours ahead.
  const today = new Date(Date.now() + 5 * 3_600_000).toISOString().slice(0, 10);
  await dialog.getByRole('button', { name: demands.dueOn }).click();
  await page.getByRole('button', { name: formatDate(today, 'en', 'full') }).click();
  await dialog.getByLabel(demands.asked, { exact: true }).fill('All records of a family');
  await choose(demands.answer, demands['answer.less']);
  await dialog.getByLabel(demands.why, { exact: true }).fill('The decision names an address only');
  await expectSound(page, 'writing a demand down');
  await dialog.getByRole('button', { name: demands['record.confirm'], exact: true }).click();
  await page.getByText(demands.own, { exact: true }).waitFor();

  const hers = await dana.context.newPage();
  await hers.goto('/app/demands');
  await hers.getByRole('button', { name: demandsKk.agree, exact: true }).click();
  await expectSound(hers, 'agreeing to an answer');
  const question = hers.getByRole('dialog');
  await question.getByRole('button', { name: demandsKk.agree, exact: true }).click();
  await hers.getByText(demandsKk['state.agreed'], { exact: true }).waitFor();
  await expectSound(hers, 'demands');

  await page.reload();
  await page.getByRole('button', { name: demands.close, exact: true }).click();
  await choose(demands.telling, demands['telling.told']);
  await dialog.getByRole('button', { name: demands.close, exact: true }).click();
  await page.getByText(demands['state.closed'], { exact: true }).waitFor();
  await expectSound(page, 'demands and their years');
  await leave(ruslan);
  await leave(dana);
});

it('Kairat gives the vault a new key beside the running program, and every name is still read', async () => {
  const names = async () => {
    const { families } = await (await program.as('saule')).call('listFamilies', {});
    return families.flatMap(({ members }) => members.map(({ name }) => name?.given ?? null));
  };
  const before = await names();
  const rotated = await runTirek(['keys', 'rotate', '--json'], {
    TIREK_DATA: join(program.folder, 'data'),
  });
  expect(rotated).toMatchObject({ status: 0, errors: '' });
  expect(JSON.parse(rotated.output)).toMatchObject({ version: 2, isResumed: false });
  expect(await names()).toEqual(before);
});
