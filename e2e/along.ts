import type { Language } from '@tirek/domain/text';
import { translator } from '@tirek/domain/text';
import type { BrowserContext, Page } from 'playwright-core';
import en from '../packages/web/src/text/en/offline.json' with { type: 'json' };
import enPeople from '../packages/web/src/text/en/people.json' with { type: 'json' };
import kk from '../packages/web/src/text/kk/offline.json' with { type: 'json' };
import kkPeople from '../packages/web/src/text/kk/people.json' with { type: 'json' };
import ru from '../packages/web/src/text/ru/offline.json' with { type: 'json' };
import ruPeople from '../packages/web/src/text/ru/people.json' with { type: 'json' };

const OFFLINE = { kk, ru, en };
const PEOPLE = { kk: kkPeople, ru: ruPeople, en: enPeople };

/** Three words nobody guesses, made up for tests. */
export const PASSPHRASE = 'сары торғай жаңбырда';

/** What somebody does with the pages of what is taken along, in one language. */
export function alongIn(language: Language) {
  const say = translator(OFFLINE[language], language);
  const people = translator(PEOPLE[language], language);
  const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
  return {
    say,
    people,
    button,
    /** Takes all of her families along for the first time, and waits until they and the app itself are there. */
    async takeAll(page: Page): Promise<void> {
      await page.goto('/app/along');
      await page.getByLabel(say('passphrase'), { exact: true }).fill(PASSPHRASE);
      await page.getByLabel(say('begin.again'), { exact: true }).fill(PASSPHRASE);
      await page.getByLabel(say('choose.all'), { exact: true }).check();
      await button(page, say('begin.go')).click();
      await page.getByRole('heading', { name: say('here.title') }).waitFor();
      await page.getByText(pattern(say('here.takenAt', { at: '…' }))).waitFor({ timeout: 60_000 });
      await page.evaluate(async () => {
        await navigator.serviceWorker.ready;
      });
    },
    /** Comes in by the passphrase where there is no signal. */
    async openDoor(page: Page): Promise<void> {
      await page.getByLabel(say('passphrase'), { exact: true }).fill(PASSPHRASE);
      await button(page, say('door.open')).click();
    },
    /** Writes on the page of a person that she has moved, on the first day of this month. */
    async move(page: Page, region: RegExp): Promise<void> {
      await button(page, people('residence.move')).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByLabel(people('residence.to'), { exact: true }).click();
      await page.getByRole('option', { name: region }).first().click();
      await dialog.getByLabel(people('residence.from'), { exact: true }).click();
      await page.locator('.mantine-DatePickerInput-day:not([data-outside])').first().click();
      await button(page, people('residence.save')).click();
      await dialog.waitFor({ state: 'detached' });
    },
  };
}

/** A sentence whatever stands where the three dots are. */
const pattern = (sentence: string) =>
  new RegExp(
    sentence
      .split('…')
      .map((part) => part.replaceAll(/[.?()]/g, '\\$&'))
      .join('.+'),
  );

/** Every byte of the account's own database in this browser, as whoever has the disk could read it. */
export async function everythingOnDisk(page: Page): Promise<string> {
  return await page.evaluate(async () => {
    const names = (await indexedDB.databases()).map(({ name }) => name ?? '');
    const parts: string[] = [];
    for (const name of names) {
      const database = await new Promise<IDBDatabase>((resolve, reject) => {
        const request = indexedDB.open(name);
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
      for (const store of database.objectStoreNames) {
        const rows = await new Promise<unknown[]>((resolve, reject) => {
          const request = database.transaction(store).objectStore(store).getAll();
          request.onsuccess = () => resolve(request.result);
          request.onerror = () => reject(request.error);
        });
        const text = (value: unknown): string =>
          value instanceof Uint8Array
            ? new TextDecoder().decode(value)
            : typeof value === 'object' && value !== null
              ? Object.values(value).map(text).join(' ')
              : String(value);
        parts.push(...rows.map(text));
      }
      database.close();
    }
    for (const name of await caches.keys()) {
      for (const response of await (await caches.open(name)).matchAll()) {
        parts.push(await response.text());
      }
    }
    parts.push(JSON.stringify({ ...localStorage }), JSON.stringify({ ...sessionStorage }));
    return parts.join('\n');
  });
}

/** No way to the server, as in the hills: requests fail at once. */
export const withoutSignal = (context: BrowserContext) => context.setOffline(true);
export const withSignal = (context: BrowserContext) => context.setOffline(false);
