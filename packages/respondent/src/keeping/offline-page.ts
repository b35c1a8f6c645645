import { dropDatabase, forgetSurvey } from './database.ts';
import { forgetLocal } from './journal.ts';
import { markOpenedHere } from './opened-here.ts';

const WORKER = '/s/sw.js';
const SCOPE = '/s/';
/** The service worker keeps pages under the same name: see `worker/service-worker.ts`. */
const CACHE = 'pages-1';

const pageOf = (slug: string) => `/s/${slug}`;
export const modelOf = (slug: string, language: string) =>
  `/s/${slug}/survey.json?language=${language}`;

/**
 * Own phone only: lets the page open without signal from now on. The page is fetched anew under its plain
 * address, so that a code in the address bar is never kept.
 */
export async function keepPageOffline(slug: string): Promise<void> {
  if (!('serviceWorker' in navigator)) return;
  try {
    await navigator.serviceWorker.register(WORKER, { scope: SCOPE });
    const cache = await caches.open(CACHE);
    await cache.add(pageOf(slug));
    await navigator.storage?.persist?.();
  } catch {
    // No worker, no room: the page then needs signal to open, the answers are kept all the same.
  }
}

/** Keeps another language of the survey beside the page. */
export async function keepModelOffline(
  slug: string,
  language: string,
  model: Response,
): Promise<void> {
  if (!('caches' in globalThis) || !(await caches.has(CACHE))) return;
  const cache = await caches.open(CACHE);
  await cache.put(modelOf(slug, language), model);
}

/** Asks the worker to send when there is signal, even with the page closed. False where the browser cannot. */
export async function sendInBackground(): Promise<boolean> {
  try {
    const worker = await navigator.serviceWorker.getRegistration(SCOPE);
    // Background Sync is Chromium's own and not in the DOM's types.
    const sync = (
      worker as unknown as { sync?: { register(tag: string): Promise<void> } } | undefined
    )?.sync;
    if (!sync) return false;
    await sync.register('send');
    return true;
  } catch {
    return false;
  }
}

/** Wipes everything of this survey from the phone; with the last survey go database, worker and cache as well. */
export async function leaveNoTrace(slug: string): Promise<void> {
  const quietly = (work: Promise<unknown>) => work.catch(() => undefined);
  forgetLocal(slug);
  markOpenedHere(slug, false);
  const isEmpty = await forgetSurvey(slug).catch(() => false);
  if ('caches' in globalThis && (await quietly(caches.has(CACHE)))) {
    const cache = await caches.open(CACHE);
    for (const request of await cache.keys()) {
      if (new URL(request.url).pathname.startsWith(pageOf(slug))) await cache.delete(request);
    }
  }
  if (!isEmpty) return;
  await quietly(dropDatabase());
  if ('caches' in globalThis) await quietly(caches.delete(CACHE));
  const worker = await quietly(
    navigator.serviceWorker?.getRegistration(SCOPE) ?? Promise.resolve(undefined),
  );
  await quietly(
    (worker as ServiceWorkerRegistration | undefined)?.unregister() ?? Promise.resolve(),
  );
}
