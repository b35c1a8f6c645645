import { translator } from '@tirek/domain/text';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import domain from '../../packages/domain/src/text/ru/family-case.json' with { type: 'json' };
import problem from '../../packages/domain/src/text/ru/problem.json' with { type: 'json' };
import { castPassword } from '../../packages/server/src/test/cast.ts';
import access from '../../packages/web/src/text/ru/access.json' with { type: 'json' };
import cases from '../../packages/web/src/text/ru/cases.json' with { type: 'json' };
import files from '../../packages/web/src/text/ru/files.json' with { type: 'json' };
import offline from '../../packages/web/src/text/ru/offline.json' with { type: 'json' };
import shell from '../../packages/web/src/text/ru/shell.json' with { type: 'json' };
import { launchBrowser, leave, type Person, personAt } from '../browser.ts';
import { oneAfterAnother } from '../one-after-another.ts';
import { type DemoProgram, startDemo } from '../program.ts';
import { openCase, registerFamily } from '../registering.ts';
import { signInThroughPages } from '../signing-in.ts';
import { expectSound, takePicture } from '../sound-page.ts';

const MINUTE = 60_000;
const PATIENT = { timeout: 15_000 };
const LONG = `${'Мать рассказала о школе и о бумагах. '.repeat(40)}Договорились на четверг.`;

let program: DemoProgram;
let browser: Browser;
let saule: Person;
let page: Page;
let address: string;
beforeAll(async () => {
  [program, browser] = await Promise.all([startDemo(), launchBrowser()]);
  const familyId = await registerFamily(program, 'Сейтжанова', [['Айнұр', 'female', '1990']]);
  await openCase(program, familyId);
  address = `/app/families/${familyId}/case`;
  saule = await personAt(browser, { screen: 'phone', language: 'ru', origin: program.origin });
  await program.signIn(saule.context, 'saule');
  page = await saule.context.newPage();
  await page.goto(address);
});
afterAll(async () => {
  if (saule) await leave(saule);
  await browser?.close();
  await program?.stop();
});

const dialog = () => page.getByRole('dialog', { name: cases['note.add'] });
const typed = () => dialog().getByRole('textbox', { name: cases['note.text'], exact: true });
const press = (name: string) => page.getByRole('button', { name, exact: true }).first().click();
/** Her session ends elsewhere, without this page knowing. */
async function endSession(): Promise<void> {
  saule.watch.expect(/401/);
  const headers = { origin: program.origin };
  await saule.context.request.post('/api/sign-out', { data: {}, headers });
}
async function openAgain(): Promise<void> {
  await page.getByText(offline['draft.title'], { exact: true }).first().waitFor();
  await page.getByRole('button', { name: offline['draft.go'], exact: true }).click();
}
/** What lies on the device, as whoever has the disk would read it. */
const onDisk = () =>
  page.evaluate(async () => {
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      const opening = indexedDB.open('tirek.drafts');
      opening.onsuccess = () => resolve(opening.result);
      opening.onerror = () => reject(opening.error);
    });
    const rows = await new Promise<Array<{ name: string; sealed: Uint8Array }>>((resolve) => {
      const asked = database.transaction('drafts').objectStore('drafts').getAll();
      asked.onsuccess = () => resolve(asked.result);
    });
    database.close();
    return rows.map(({ name, sealed }) => `${name} ${new TextDecoder().decode(sealed)}`);
  });

const SCRIPT = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>');

/** A paper form as a picture of 640 by 480 points in a simple format, lined. */
function paperForm(): Buffer {
  const [width, height] = [640, 480];
  const head = Buffer.alloc(54);
  head.write('BM');
  head.writeUInt32LE(54 + width * height * 3, 2);
  head.writeUInt32LE(54, 10);
  head.writeUInt32LE(40, 14);
  head.writeInt32LE(width, 18);
  head.writeInt32LE(height, 22);
  head.writeUInt16LE(1, 26);
  head.writeUInt16LE(24, 28);
  const points = Buffer.alloc(width * height * 3, 250);
  for (let line = 30; line < height; line += 40) {
    points.fill(90, line * width * 3, (line + 2) * width * 3);
  }
  return Buffer.concat([head, points]);
}

/** Places of the screen where something else than the lock or the sign-in would be seen or touched. */
function uncovered(): string[] {
  const steps = Array.from({ length: 12 }, (_, step) => (step + 0.5) / 12);
  return steps
    .flatMap((x) => steps.map((y) => [x * innerWidth, y * innerHeight] as const))
    .flatMap(([x, y]) => {
      const top = document.elementFromPoint(x, y);
      return top?.closest('dialog[open]') ? [] : [`${x} ${y} ${top?.outerHTML.slice(0, 80)}`];
    });
}

describe('a long note that Saule writes on her phone', () => {
  oneAfterAnother(() => page);

  it('is kept on the device, unreadable, and told so, as soon as it is typed', async () => {
    await press(cases['note.add']);
    await typed().fill(LONG);
    await dialog().getByText(offline['draft.kept'], { exact: true }).waitFor();
    await expectSound(page, 'a note that is kept on the device');
    const rows = await onDisk();
    expect(rows).toHaveLength(1);
    expect(rows.join()).not.toMatch(/Мать|note|families/);
    expect(await page.evaluate(() => JSON.stringify({ ...localStorage, ...sessionStorage })))
      .not //
      .toContain('Мать');
  });

  it('is there after the tab was killed, on the first page and in its case', async () => {
    await page.close({ runBeforeUnload: false });
    page = await saule.context.newPage();
    await page.goto('/app/');
    await page.getByRole('heading', { name: offline['draft.title'] }).waitFor();
    await page.getByText(offline['draft.kind.note'], { exact: true }).waitFor();
    await expectSound(page, 'the first page with something unfinished');
    await page.getByRole('link', { name: offline['draft.go'], exact: true }).click();
    await openAgain();
    expect(await typed().inputValue()).toBe(LONG);
  });

  it('is hidden and still there when nobody touched the phone for ten minutes', async () => {
    await page.clock.install();
    await page.reload();
    await openAgain();
    await typed().press('End');
    await page.clock.runFor(11 * MINUTE);
    await page.getByRole('heading', { name: access['lock.title'] }).waitFor();
    // Nothing of it can be seen or reached: the lock lies over the whole screen, over other dialogs too.
    expect(await page.evaluate(uncovered)).toEqual([]);
    await page.getByLabel(access['signIn.password'], { exact: true }).fill(castPassword('saule'));
    await press(access['lock.open']);
    await typed().waitFor();
    expect(await typed().inputValue()).toBe(LONG);
  });

  it('shows to nobody who signs in on the same phone, and waits there for her', async () => {
    page = await saule.context.newPage();
    await endSession();
    await page.goto('/app/');
    await signInThroughPages(page, { program, name: 'gulmira', language: 'ru' });
    await page.getByRole('heading', { name: /Гүлмира/ }).waitFor();
    expect(await page.getByText(offline['draft.title']).count()).toBe(0);
    expect(await onDisk()).toHaveLength(1);
    await endSession();
    await page.goto(address);
    await signInThroughPages(page, { program, name: 'saule', language: 'ru' });
    await openAgain();
    expect(await typed().inputValue()).toBe(LONG);
  });

  it('goes on its way, with a photograph, when her session had ended and she signs in again on top of it', async () => {
    await dialog()
      .locator('input[type=file]')
      .setInputFiles({ name: '../../анкета.svg', mimeType: 'image/svg+xml', buffer: SCRIPT });
    await dialog().getByText(problem['attachment-kind-refused'], { exact: true }).waitFor();
    await dialog()
      .locator('input[type=file]')
      .setInputFiles({ name: 'IMG_0001.bmp', mimeType: 'text/html', buffer: paperForm() });
    await dialog().getByText(files['kind.picture']).waitFor();
    await takePicture(page, 'a note with a photograph');
    await dialog().getByLabel(cases['note.form']).selectOption({ label: domain['form.visit'] });
    await endSession();
    await dialog().getByRole('button', { name: cases['need.save'], exact: true }).click();
    await page.getByRole('heading', { name: access['signIn.again'] }).waitFor();
    await takePicture(page, 'sign-in on top of a note');
    expect(await page.evaluate(uncovered)).toEqual([]);
    await signInThroughPages(page, { program, name: 'saule', language: 'ru' });
    await dialog().waitFor({ state: 'detached' });
    await page.getByText(LONG, { exact: true }).first().waitFor();
    await expect.poll(onDisk, PATIENT).toEqual([]);
  });

  it('has its photograph beside it, which opens in the page and is taken back with a reason', async () => {
    const papers = page.getByRole('region', { name: files.title });
    await papers.getByText(files['paper.form'], { exact: true }).waitFor();
    await expectSound(page, 'a case with a paper');
    await papers.getByRole('button', { name: files.look, exact: true }).click();
    const picture = page.getByRole('img', { name: files['paper.form'] });
    await picture.waitFor();
    await expect
      .poll(() => picture.evaluate((shown: HTMLImageElement) => shown.naturalWidth), PATIENT)
      .toBe(640);
    await expectSound(page, 'a paper that is looked at');
    await page.keyboard.press('Escape');
    await papers.getByRole('button', { name: files.withdraw, exact: true }).click();
    const back = page.getByRole('dialog', { name: files['withdraw.title'] });
    await back.getByLabel(files['withdraw.reason']).selectOption('unreadable');
    await expectSound(page, 'taking a paper back');
    await back.getByRole('button', { name: files.withdraw, exact: true }).click();
    await papers.getByText(files['reason.unreadable']).waitFor();
    expect(await papers.getByRole('button', { name: files.look, exact: true }).count()).toBe(0);
    await press(files.add);
    await expectSound(page, 'attaching a paper');
    await page.keyboard.press('Escape');
  });

  it('is named before she signs out, and nothing of hers stays on the phone then', async () => {
    await press(cases['note.add']);
    await typed().fill('Ещё одно');
    await dialog().getByText(offline['draft.kept'], { exact: true }).waitFor();
    await dialog().press('Escape');
    const say = translator(shell, 'ru');
    await press(say('menu'));
    await page.getByRole('button', { name: /Сәуле/ }).click();
    await press(say('person.signOut'));
    const leaving = page.getByRole('dialog', { name: offline['draft.leaveTitle'] });
    await leaving.getByText('Ещё одно', { exact: true }).waitFor();
    await expectSound(page, 'signing out with a note unfinished');
    await leaving.getByRole('button', { name: offline['draft.leave'] }).click();
    await page.getByRole('heading', { name: access['signIn.title'] }).waitFor();
    await expect.poll(onDisk, PATIENT).toEqual([]);
  });
});
