import { randomUUID } from 'node:crypto';
import type { Browser, Page } from 'playwright-core';
import {
  afterAll,
  afterEach,
  beforeAll,
  beforeEach,
  describe,
  expect,
  it,
  onTestFinished,
} from 'vitest';
import problems from '../../packages/domain/src/text/ru/problem.json' with { type: 'json' };
import shell from '../../packages/web/src/text/ru/shell.json' with { type: 'json' };
import { alongIn, everythingOnDisk, withoutSignal, withSignal } from '../along.ts';
import { launchBrowser, leave, type Person, personAt } from '../browser.ts';
import { type DemoProgram, startDemo } from '../program.ts';
import { registerFamily } from '../registering.ts';
import { signInThroughPages } from '../signing-in.ts';
import { expectSound } from '../sound-page.ts';

const { say, people, button, takeAll, openDoor, move } = alongIn('ru');
const PATIENCE = { timeout: 45_000 };

let program: DemoProgram;
let browser: Browser;
beforeAll(async () => {
  [program, browser] = await Promise.all([startDemo(), launchBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await program?.stop();
});

let saule: Person;
let page: Page;
/** Somebody of a family that only this test knows. */
let personId: string;
let surname: string;
beforeEach(async () => {
  surname = `Испытова${String.fromCharCode(
    ...randomUUID()
      .slice(0, 6)
      .split('')
      .map((c) => 0x430 + Number.parseInt(c, 16)),
  )}`;
  const familyId = await registerFamily(program, surname, [['Роза', 'female', '1991']]);
  const family = await (await program.as('saule')).call('getFamily', { familyId });
  personId = family.members[0]?.personId ?? '';
  saule = await personAt(browser, { screen: 'laptop', language: 'ru', origin: program.origin });
  // A browser writes lines of its own about requests that fail and about refusals.
  saule.watch.expect(/ERR_|Failed to fetch|status of 4\d\d/);
  await program.signIn(saule.context, 'saule');
  page = await saule.context.newPage();
  await takeAll(page);
});
afterEach(() => leave(saule));

const person = async () => (await program.as('saule')).call('getPerson', { personId });
/** Through the app and not by its address: whoever loads the page anew is asked for the passphrase anew. */
const place = (at: Page, name: 'families' | 'waiting') =>
  at.getByRole('link', { name: shell[`place.${name}`], exact: true }).click();
const open = async (at: Page) => {
  await place(at, 'families');
  const card = at.getByRole('article').filter({ hasText: surname });
  await card.getByRole('link', { name: 'Роза' }).click();
  await at.getByRole('heading', { level: 1, name: new RegExp(surname) }).waitFor();
};
const arrived = async (at: Page, count = 1) => {
  await place(at, 'waiting');
  await expect
    .poll(() => at.getByText(say('state.sent'), { exact: true }).count(), PATIENCE)
    .toBe(count);
};

describe('nothing is lost and nothing is silent', () => {
  it('when the answer is lost on its way and the tab is killed: the write arrives once', async () => {
    await open(page);
    let isLost = false;
    await saule.context.route('**/residences', async (route) => {
      if (isLost) return await route.continue();
      isLost = true;
      await route.fetch();
      // The server has done it, and nobody here will ever hear so.
      await page.close();
    });
    const moving = move(page, /Астана/).catch(() => undefined);
    await expect.poll(() => isLost, PATIENCE).toBe(true);
    await moving;
    page = await saule.context.newPage();
    await page.goto('/app/along');
    await openDoor(page);
    await page.getByRole('heading', { name: say('here.title') }).waitFor();
    await arrived(page);
    expect((await person()).residences).toHaveLength(1);
  });

  it('in two tabs: one passphrase opens both, a write is seen in both and sent once', async () => {
    await open(page);
    const second = await saule.context.newPage();
    await second.goto(`/app/people/${personId}`);
    await second.getByRole('heading', { level: 1, name: new RegExp(surname) }).waitFor();
    await withoutSignal(saule.context);
    await move(page, /Астана/);
    await second.getByRole('link', { name: say('banner.waiting', { count: 1 }) }).click();
    await second.getByRole('heading', { name: say('write.recordMove') }).waitFor();
    await withSignal(saule.context);
    await arrived(page);
    await arrived(second);
    expect((await person()).residences).toHaveLength(1);
  });

  it('on two devices: both versions stand side by side, and she decides field by field', async () => {
    await open(page);
    await withoutSignal(saule.context);
    await button(page, people('identity.change')).click();
    await page.getByLabel(people('phones'), { exact: true }).fill('+7 701 111 22 33');
    await page.getByLabel(people('patronymic'), { exact: true }).first().fill('Ерланқызы');
    await button(page, people('identity.save')).click();
    await page.getByText('+7 701 111 22 33').waitFor();
    const { identity } = (await person()).identities[0]!;
    await (await program.as('saule')).call('changeIdentity', {
      id: randomUUID(),
      personId,
      basedOn: 1,
      identity: { ...identity, phones: ['+7 702 999 88 77'] },
    });
    await withSignal(saule.context);
    await place(page, 'waiting');
    await page.getByText(say('state.conflict'), { exact: true }).waitFor(PATIENCE);
    const phones = page.getByRole('group', { name: people('phones') });
    await phones.getByText('+7 701 111 22 33').waitFor();
    await phones.getByText('+7 702 999 88 77').waitFor();
    await expectSound(page, 'two versions side by side');
    await phones.getByLabel(say('conflict.theirs')).check();
    await button(page, say('conflict.send')).click();
    await page.getByText(say('state.sent'), { exact: true }).waitFor(PATIENCE);
    const newest = (await person()).identities[0]!;
    expect(newest.version).toBe(3);
    expect(newest.identity.phones).toEqual(['+7 702 999 88 77']);
    expect(newest.identity.names[0]?.patronymic).toBe('Ерланқызы');
  });

  it('with a clock that is wrong by a day: the write arrives, and the server dates it', async () => {
    await page.clock.setFixedTime(Date.now() - 86_400_000);
    await open(page);
    await withoutSignal(saule.context);
    await button(page, people('identity.change')).click();
    await page.getByLabel(people('phones'), { exact: true }).fill('+7 705 000 00 00');
    await button(page, people('identity.save')).click();
    await page.getByText('+7 705 000 00 00').waitFor();
    await withSignal(saule.context);
    await arrived(page);
    const newest = (await person()).identities[0]!;
    expect(Math.abs(Date.parse(newest.recordedAt) - Date.now())).toBeLessThan(3_600_000);
  });

  it('on a full disk: she is told at once, keeps her form, and sends it with signal', async () => {
    await open(page);
    // What a browser says when there is no room: the disk of the machine cannot be filled for one page.
    await page.evaluate(() => {
      const { add } = IDBObjectStore.prototype;
      IDBObjectStore.prototype.add = () => {
        throw new DOMException('no room', 'QuotaExceededError');
      };
      Object.assign(window, { makeRoom: () => Object.assign(IDBObjectStore.prototype, { add }) });
    });
    await withoutSignal(saule.context);
    await button(page, people('residence.move')).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel(people('residence.to'), { exact: true }).click();
    await page
      .getByRole('option', { name: /Астана/ })
      .first()
      .click();
    await dialog.getByLabel(people('residence.from'), { exact: true }).click();
    await page.locator('.mantine-DatePickerInput-day:not([data-outside])').first().click();
    await button(page, people('residence.save')).click();
    await dialog.getByText(problems['device-full']).waitFor();
    await withSignal(saule.context);
    // The page hears of it a moment later; until then it would be told that nothing can be kept.
    await page.waitForFunction(() => navigator.onLine);
    await button(page, people('residence.save')).click();
    await dialog.waitFor({ state: 'detached' });
    await page.evaluate(() => (window as unknown as { makeRoom(): void }).makeRoom());
    expect((await person()).residences).toHaveLength(1);
  });

  it('when her session has ended meanwhile: she signs in on top, and all arrives in order', async () => {
    await open(page);
    await withoutSignal(saule.context);
    await move(page, /Астана/);
    await move(page, /Шымкент/);
    await saule.context.clearCookies();
    await withSignal(saule.context);
    await signInThroughPages(page, { program, name: 'saule', language: 'ru' });
    await arrived(page, 2);
    const { residences } = await person();
    expect(residences.map(({ until }) => until === null)).toEqual([true, false]);
  });

  it('when deliveries are repeated: the server does each thing once', async () => {
    await open(page);
    await saule.context.route('**/residences', async (route) => {
      await route.fetch();
      await route.fulfill({ response: await route.fetch() });
    });
    await move(page, /Астана/);
    await arrived(page);
    expect((await person()).residences).toHaveLength(1);
  });
});

describe('what was taken along goes', () => {
  it('when she signs out, and what was not sent goes with her as a file that comes back in', async () => {
    await open(page);
    await withoutSignal(saule.context);
    await move(page, /Астана/);
    await page.getByRole('link', { name: shell['place.along'], exact: true }).click();
    await button(page, say('wipe.go')).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText(say('wipe.unsent')).waitFor();
    await expectSound(page, 'unsent work before everything is removed');
    const download = page.waitForEvent('download');
    await button(page, say('file.save')).click();
    const path = await (await download).path();
    await dialog.getByRole('button', { name: say('wipe.go'), exact: true }).click();
    await dialog.waitFor({ state: 'detached' });
    expect(await everythingOnDisk(page)).not.toContain(surname);
    await withSignal(saule.context);
    await takeAll(page);
    await place(page, 'waiting');
    await page.locator('input[type=file]').setInputFiles(path);
    await openFile(page);
    await page.getByText(say('file.taken', { count: 1 })).waitFor();
    await button(page, say('waiting.send')).click();
    await page.getByText(say('state.sent'), { exact: true }).waitFor(PATIENCE);
    expect((await person()).residences).toHaveLength(1);
  });

  it('from a device that is lost, as soon as it reaches the server', async () => {
    const { devices } = await (await program.as('saule')).call('listDevices', {});
    await withoutSignal(saule.context);
    await (await program.as('saule')).call('endDevice', {
      id: randomUUID(),
      deviceId: devices[0]?.id ?? '',
    });
    await withSignal(saule.context);
    await page.getByRole('heading', { name: say('begin.title') }).waitFor(PATIENCE);
    const databases = await page.evaluate(() => indexedDB.databases());
    expect(databases.map(({ name }) => name)).not.toContainEqual(
      expect.stringContaining('tirek.along'),
    );
  });

  it('when her role was taken from her on the way: families go at once, her own words wait for her', async () => {
    await open(page);
    await withoutSignal(saule.context);
    await move(page, /Астана/);
    const kairat = await program.as('kairat');
    const { accounts } = await kairat.call('listAccounts', {});
    const account = accounts.find(({ signInName }) => signInName === 'saule')!;
    const held = account.assignments.find(({ role }) => role === 'practitioner')!;
    onTestFinished(async () => {
      await kairat.call('addAssignment', {
        id: randomUUID(),
        accountId: account.id,
        assignment: { role: 'practitioner', region: held.region },
      });
    });
    await kairat.call('endAssignment', { id: randomUUID(), assignmentId: held.id });
    await withSignal(saule.context);
    await page.getByRole('link', { name: say('wiped.title') }).click(PATIENCE);
    await page.getByText(say('wiped.roles-changed')).waitFor(PATIENCE);
    await page.getByRole('heading', { name: say('write.recordMove') }).waitFor();
    await expectSound(page, 'a device that may keep families no longer');
    expect(await answersOnDisk(page)).toBe(0);
  });
});

async function openFile(at: Page): Promise<void> {
  const { PASSPHRASE } = await import('../along.ts');
  await at.getByLabel(say('passphrase'), { exact: true }).fill(PASSPHRASE);
  await button(at, say('file.take')).click();
}

/** How many answers lie in the store of this browser. */
async function answersOnDisk(at: Page): Promise<number> {
  return await at.evaluate(async () => {
    const name = (await indexedDB.databases()).find((each) => each.name?.startsWith('tirek.along'));
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open(name?.name ?? '');
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
    return await new Promise<number>((resolve, reject) => {
      const request = database.transaction('answers').objectStore('answers').count();
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  });
}
