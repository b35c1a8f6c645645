import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import domain from '../../packages/domain/src/text/kk/family-case.json' with { type: 'json' };
import cases from '../../packages/web/src/text/kk/cases.json' with { type: 'json' };
import { alongIn, everythingOnDisk, withoutSignal, withSignal } from '../along.ts';
import { launchBrowser, leave, type Person, personAt } from '../browser.ts';
import { oneAfterAnother } from '../one-after-another.ts';
import { type DemoProgram, startDemo } from '../program.ts';
import { openCase, registerFamily } from '../registering.ts';
import { expectSound } from '../sound-page.ts';

const { say, button, takeAll, openDoor, move } = alongIn('kk');
const SURNAME = 'Тұрсынбекова';
const NOTE = 'Үйіне бардым, байланыс болмады';

let program: DemoProgram;
let browser: Browser;
let saule: Person;
let page: Page;
let personId: string;
let familyId: string;
beforeAll(async () => {
  [program, browser] = await Promise.all([startDemo(), launchBrowser()]);
  familyId = await registerFamily(program, SURNAME, [
    ['Гүлжан', 'female', '1990'],
    ['Ерасыл', 'male', '2014'],
  ]);
  await openCase(program, familyId);
  const api = await program.as('saule');
  personId = (await api.call('getFamily', { familyId })).members[0]?.personId ?? '';
  saule = await personAt(browser, { screen: 'phone', language: 'kk', origin: program.origin });
  await program.signIn(saule.context, 'saule');
  // Without signal a browser writes a line of its own about every request.
  saule.watch.expect(/ERR_INTERNET_DISCONNECTED|Failed to fetch/);
  page = await saule.context.newPage();
});
afterAll(async () => {
  if (saule) await leave(saule);
  await browser?.close();
  await program?.stop();
});

describe('Saule, in Kazakh on her phone,', () => {
  oneAfterAnother(() => page);

  it('sees how much it is and takes her families along', async () => {
    await page.goto('/app/along');
    await page.getByRole('heading', { level: 1, name: say('title') }).waitFor();
    await page.getByLabel(say('choose.all'), { exact: true }).waitFor();
    await expectSound(page, 'choosing what to take along');
    await takeAll(page);
    await expectSound(page, 'families taken along');
  });

  it('leaves nothing on the phone that a finder could read', async () => {
    const disk = await everythingOnDisk(page);
    expect(disk).not.toContain(SURNAME);
    expect(disk).not.toContain('Гүлжан');
    expect(disk).not.toContain(personId);
    expect(disk.length).toBeGreaterThan(10_000);
  });

  it('opens the app in the village, cold, with her passphrase alone', async () => {
    await withoutSignal(saule.context);
    await page.close();
    page = await saule.context.newPage();
    await page.goto('/app/families');
    await page.getByText(say('door.words')).waitFor();
    await expectSound(page, 'the door without signal');
    await page.getByLabel(say('passphrase'), { exact: true }).fill('басқа сөздер мүлдем');
    await button(page, say('door.open')).click();
    await page.getByText(say('passphrase.wrong')).waitFor();
    await openDoor(page);
    await page.getByRole('heading', { name: SURNAME }).first().waitFor();
    await page.getByText(say('banner.words')).waitFor();
    await expectSound(page, 'her families without signal');
  });

  it('writes down a move, which is kept, shown and told to wait', async () => {
    await page.goto(`/app/people/${personId}`);
    await openDoor(page);
    await page.getByRole('heading', { level: 1, name: new RegExp(SURNAME) }).waitFor();
    await move(page, /Алматы/);
    await page.getByText(say('kept')).waitFor();
    await page
      .getByText(/Алматы/)
      .first()
      .waitFor();
    await page.getByRole('link', { name: say('banner.waiting', { count: 1 }) }).click();
    await page.getByRole('heading', { level: 1, name: say('waiting.title') }).waitFor();
    await page.getByText(say('write.recordMove')).waitFor();
    await expectSound(page, 'what waits');
  });

  it('writes a note into the case, which shows in its story and waits too', async () => {
    await page.goto(`/app/families/${familyId}/case`);
    await openDoor(page);
    await button(page, cases['note.add']).first().click();
    const dialog = page.getByRole('dialog', { name: cases['note.add'] });
    await dialog.getByLabel(cases['note.form']).selectOption({ label: domain['form.visit'] });
    await dialog.getByLabel(cases['note.text']).fill(NOTE);
    await dialog.getByRole('button', { name: cases['need.save'], exact: true }).click();
    await dialog.waitFor({ state: 'detached' });
    await page.getByText(NOTE, { exact: true }).first().waitFor();
    await expectSound(page, 'a case without signal');
    await page.getByRole('link', { name: say('banner.waiting', { count: 2 }) }).click();
    await page.getByText(say('write.recordCaseEntry')).waitFor();
  });

  it('finds both arrived once there is signal, and the server has each once', async () => {
    await withSignal(saule.context);
    const sent = page.getByText(say('state.sent'), { exact: true });
    await sent.nth(1).waitFor({ timeout: 40_000 });
    const { entries } = await (await program.as('saule')).call('getCase', { familyId });
    const notes = entries.filter(({ kind }) => kind === 'note');
    expect(notes.map(({ words }) => words?.text)).toEqual([NOTE]);
    await expectSound(page, 'what arrived');
    const person = await (await program.as('saule')).call('getPerson', { personId });
    expect(person.residences.map(({ from }) => from?.slice(-2))).toEqual(['01']);
  });
});
