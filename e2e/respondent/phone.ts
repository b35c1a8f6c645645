import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { expect } from 'vitest';
import { SCREENS } from '../browser.ts';

export const OLD_PHONE: BrowserContextOptions = { ...SCREENS.phone, timezoneId: 'Asia/Almaty' };

/** Somebody with a phone. Everything she does is done as she does it: by what she reads and taps. */
export function hands(page: Page) {
  const button = (name: string | RegExp) => page.getByRole('button', { name }).first();
  return {
    page,
    button,
    /** Waits until this is the heading of the screen. */
    sees: (heading: string) =>
      page.getByRole('heading', { name: heading, level: 1, exact: true }).waitFor(),
    tap: (name: string | RegExp) => button(name).click(),
    choose: (text: string) => page.getByText(text, { exact: true }).click(),
    /** The large button on the right: next, or skip. */
    next: () => page.locator('.bar button[type=submit]').click(),
    agree: () => page.locator('.consent .main').click(),
    /** "Only I use it", or "others use it too". */
    phoneIs: (kind: 'own' | 'shared') =>
      page
        .locator('.offer')
        .nth(kind === 'own' ? 0 : 1)
        .click(),
    async begin(address: string, kind: 'own' | 'shared' = 'own') {
      await page.goto(address);
      await page.locator('.consent .main').click();
      await page
        .locator('.offer')
        .nth(kind === 'own' ? 0 : 1)
        .click();
    },
    /** Until the phone says that everything is on its disk. */
    kept: () => page.locator('.kept .icon').waitFor(),
    /** Answers whatever is asked until the review is reached: the first choice, 3 for a number, blank for text. */
    async answerAll() {
      for (let at = 0; at < 300; at++) {
        if (await page.locator('.review').count()) return;
        const before = (await page.locator('h1').textContent()) ?? '';
        const section = await page.locator('.section').textContent();
        const number = page.locator('.number input');
        const choice = page.locator('.choices:not(.reasons) input').first();
        if (await number.count()) await number.fill(before.match(/Сіз|лет\?|жас/i) ? '34' : '3');
        else if (await choice.count()) await choice.check();
        await page.locator('.bar button[type=submit]').click();
        // A warning is said once; going on a second time is to let it stand for the review.
        await page
          .waitForFunction(
            ([h, s]) =>
              document.querySelector('h1')?.textContent !== h ||
              document.querySelector('.section')?.textContent !== s ||
              document.querySelector('.question .warning'),
            [before, section],
            { timeout: 2000 },
          )
          .catch(() => undefined);
      }
      throw new Error('the review was never reached');
    },
    /** Waits until the page says yes; Playwright's `waitForFunction` would take the promise itself for one. */
    async until(asked: () => Promise<boolean>) {
      await expect.poll(() => page.evaluate(asked), { timeout: 15_000 }).toBe(true);
    },
    async confirmWarnings() {
      const confirm = page.locator('.review .warning .plain:nth-child(2)');
      while (await confirm.count()) await confirm.first().click();
    },
    send: () => page.locator('.review .bar .main').click(),
    /** Everything this origin has left on the phone, as text to be searched. */
    traces: () => tracesOf(page),
  };
}
export type Hands = ReturnType<typeof hands>;

export interface Traces {
  readonly databases: string[];
  readonly rows: string;
  readonly local: string;
  readonly session: string;
  readonly caches: string[];
  readonly workers: number;
}

async function tracesOf(page: Page): Promise<Traces> {
  return page.evaluate(async () => {
    const names = (await indexedDB.databases()).flatMap(({ name }) => name ?? []);
    const rows: unknown[] = [];
    for (const name of names) {
      const database = await new Promise<IDBDatabase>((resolve, reject) => {
        const request = indexedDB.open(name);
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
      for (const store of database.objectStoreNames) {
        rows.push(
          await new Promise((resolve) => {
            const request = database.transaction(store).objectStore(store).getAll();
            request.onsuccess = () => resolve(request.result);
          }),
        );
      }
      database.close();
    }
    const kept: string[] = [];
    for (const name of await caches.keys()) {
      for (const { url } of await (await caches.open(name)).keys()) kept.push(url);
    }
    return {
      databases: names,
      rows: JSON.stringify(rows),
      local: JSON.stringify({ ...localStorage }),
      session: JSON.stringify({ ...sessionStorage }),
      caches: kept,
      workers: (await navigator.serviceWorker.getRegistrations()).length,
    };
  });
}

export const NOTHING: Traces = {
  databases: [],
  rows: '[]',
  local: '{}',
  session: '{}',
  caches: [],
  workers: 0,
};

/** A new phone, with nothing on it. */
export async function aPhone(
  browser: Browser,
  options: BrowserContextOptions = OLD_PHONE,
): Promise<{ context: BrowserContext; me: Hands }> {
  const context = await browser.newContext(options);
  return { context, me: hands(await context.newPage()) };
}
