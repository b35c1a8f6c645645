import type { Page } from 'playwright-core';

/** Everything a page may have left in its browser; all empty when there is nothing to find for whoever takes the phone next. */
export interface Traces {
  readonly cookies: string[];
  readonly databases: string[];
  readonly caches: string[];
  readonly workers: string[];
  readonly local: string[];
  readonly session: string[];
}

export const NO_TRACES: Traces = {
  cookies: [],
  databases: [],
  caches: [],
  workers: [],
  local: [],
  session: [],
};

export async function tracesOn(page: Page): Promise<Traces> {
  const cookies = await page.context().cookies();
  const others = await page.evaluate(async () => ({
    databases: (await indexedDB.databases()).map(({ name }) => name ?? ''),
    caches: await caches.keys(),
    workers: (await navigator.serviceWorker.getRegistrations()).map(({ scope }) => scope),
    local: Object.keys(localStorage),
    session: Object.keys(sessionStorage),
  }));
  return { cookies: cookies.map(({ name }) => name), ...others };
}
