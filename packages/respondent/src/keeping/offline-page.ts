import type { SurveyModel } from '@tirek/domain/surveys/phone';

const WORKER = '/s/sw.js';
const SCOPE = '/s/';
/** The service worker keeps pages under the same name: see `worker/service-worker.ts`. */
const CACHE = 'pages-1';

/** All links to persons' files open one page, whose address tells nothing. */
const pageOf = (slug: string) => (slug.startsWith('own-') ? '/s/own' : `/s/${slug}`);
/** Whether an address is kept for this survey alone. */
const isOf = (slug: string, pathname: string) =>
  pathname === `/s/${slug}` || pathname.startsWith(`/s/${slug}/`);
export const modelOf = (slug: string, language: string) =>
  `/s/${slug}/survey.json?language=${language}`;

/** What lets the page open without signal; on her own phone only, and only once she has said so. */
export interface OfflinePage {
  keep(): Promise<void>;
  hasModel(language: string): Promise<boolean>;
  /** Keeps another language of the survey beside the page. */
  keepModel(language: string, model: Response): Promise<void>;
  /** Takes it away again, also what is still on its way. `isLast`: no other survey needs the worker. */
  drop(options: { isLast: boolean }): Promise<void>;
}

/** A language of the survey that was kept beside the page. */
export async function keptModel(slug: string, language: string): Promise<SurveyModel | null> {
  try {
    const kept = await caches.match(modelOf(slug, language));
    return kept ? ((await kept.json()) as SurveyModel) : null;
  } catch {
    return null;
  }
}

export function createOfflinePage(slug: string): OfflinePage {
  let isWanted = false;

  /** Does something with the kept pages, and undoes it if they were given up in the meantime. */
  async function inCache(work: (cache: Cache) => Promise<void>): Promise<void> {
    if (!isWanted) return;
    try {
      await work(await caches.open(CACHE));
    } catch {
      // No worker, no room: the page then needs signal to open; the answers are kept all the same.
    }
    if (!isWanted) await dropKept(slug, { isLast: true });
  }

  return {
    async keep() {
      if (!('serviceWorker' in navigator)) return;
      isWanted = true;
      await inCache(async (cache) => {
        await navigator.serviceWorker.register(WORKER, { scope: SCOPE });
        // Fetched anew under its plain address, so that a code in the address bar is never kept;
        // from then on the worker renews it whenever it is opened.
        if (!(await cache.match(pageOf(slug)))) await cache.add(pageOf(slug));
        await navigator.storage?.persist?.();
      });
    },
    async hasModel(language) {
      return 'caches' in globalThis && (await caches.match(modelOf(slug, language))) !== undefined;
    },
    keepModel: (language, model) => inCache((cache) => cache.put(modelOf(slug, language), model)),
    async drop(options) {
      isWanted = false;
      await dropKept(slug, options);
    },
  };
}

async function dropKept(slug: string, { isLast }: { isLast: boolean }): Promise<void> {
  try {
    if (isLast) {
      await caches.delete(CACHE);
      await (await navigator.serviceWorker.getRegistration(SCOPE))?.unregister();
    } else if (await caches.has(CACHE)) {
      const cache = await caches.open(CACHE);
      for (const request of await cache.keys()) {
        if (isOf(slug, new URL(request.url).pathname)) await cache.delete(request);
      }
    }
  } catch {
    // A browser without them has kept nothing.
  }
}

/** Asks the worker to send when there is signal, even with the page closed. False where the browser cannot. */
export async function sendInBackground(): Promise<boolean> {
  try {
    const worker = await navigator.serviceWorker.getRegistration(SCOPE);
    // Background Sync is Chromium's own and not in the DOM's types.
    const { sync } = worker as unknown as { sync: { register(tag: string): Promise<void> } };
    await sync.register('send');
    return true;
  } catch {
    return false;
  }
}
