/**
 * Opens the survey page without signal and sends what was finished without it.
 * Keeps pages and the survey's words only: never an answer, never an address with a code in it.
 */
/** What is used of a worker's world; the DOM's types know pages only. */
interface WorkerScope {
  skipWaiting(): Promise<void>;
  clients: { claim(): Promise<void> };
  onfetch: (
    event: Lasting & { request: Request; respondWith(answer: Promise<Response>): void },
  ) => void;
  oninstall: () => void;
  onactivate: (event: Lasting) => void;
  onsync: (event: Lasting) => void;
}
interface Lasting {
  waitUntil(work: Promise<unknown>): void;
}

const worker = self as unknown as WorkerScope;

// These names, and that of the lock below, stand in `keeping/` and `sending/` as well; the worker is built alone.
const CACHE = 'pages-1';
const DATABASE = 'survey';
/** An old phone on a bad line shall not look at an empty page for long while a good one lies in the cache. */
const PATIENCE_MS = 2500;
const TIMEOUT_MS = 30_000;

worker.oninstall = () => {
  worker.skipWaiting();
};
worker.onactivate = (event) => event.waitUntil(worker.clients.claim());

worker.onfetch = (event) => {
  const { request } = event;
  const url = new URL(request.url);
  const isPage = request.mode === 'navigate';
  if (request.method !== 'GET' || !(isPage || url.pathname.endsWith('/survey.json'))) return;
  // A page is kept without its query: the language is the draft's affair, a code nobody's.
  const name = isPage ? url.pathname : request.url;
  event.respondWith(answer(request, name, event));
};

async function answer(request: Request, name: string, event: Lasting): Promise<Response> {
  const cache = await caches.open(CACHE);
  const kept = await cache.match(name);
  const fetched = fetch(request);
  // Only what she has chosen to keep is renewed; a page with a query may carry what should not be kept.
  if (kept && !new URL(request.url).searchParams.has('c')) {
    event.waitUntil(
      fetched
        .then((fresh) => (fresh.ok ? cache.put(name, fresh.clone()) : undefined))
        .catch(() => undefined),
    );
  }
  if (!kept) return fetched;
  const late = new Promise<Response>((resolve) => setTimeout(() => resolve(kept), PATIENCE_MS));
  return Promise.race([
    fetched.then((fresh) => (fresh.ok || fresh.status < 500 ? fresh.clone() : kept)),
    late,
  ]).catch(() => kept);
}

worker.onsync = (event) => event.waitUntil(navigator.locks.request('survey-send', sendAll));

async function sendAll(): Promise<void> {
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open(DATABASE);
    // Not there (everything sent and wiped): make nothing.
    request.onupgradeneeded = () => request.transaction?.abort();
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  }).catch(() => null);
  if (!database) return;
  // The page wipes the database when everything has arrived: not to be held up by this one.
  database.onversionchange = () => database.close();
  const rows = await all<{ slug: string; body: string | null }>(
    database.transaction('outbox').objectStore('outbox').getAll(),
  );
  for (const { slug, body } of rows) {
    if (body === null) continue;
    // An open page waits for its turn to send: this one must not last for ever.
    const abort = new AbortController();
    setTimeout(() => abort.abort(), TIMEOUT_MS);
    const isOwn = slug.startsWith('own-');
    const answered = await fetch(
      isOwn ? '/api/phone-link/answers' : `/api/surveys/${slug}/answers`,
      {
        signal: abort.signal,
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body,
      },
    );
    // Thrown: the browser tries again later. A refusal is for her to read: the page asks again and shows it.
    if (answered.status >= 500 || answered.status === 429) throw answered;
    const isOurs = answered.headers.get('content-type')?.includes('json');
    if (answered.ok && isOurs && ((await answered.json()) as { done?: boolean }).done) {
      const transaction = database.transaction(['journal', 'outbox'], 'readwrite');
      transaction.objectStore('outbox').put({ slug, body: null });
      const journal = transaction.objectStore('journal');
      for (const key of await all<IDBValidKey>(journal.index('slug').getAllKeys(slug))) {
        journal.delete(key);
      }
      await new Promise((resolve) => {
        transaction.oncomplete = resolve;
        transaction.onabort = resolve;
      });
    }
  }
  database.close();
}

function all<T>(request: IDBRequest): Promise<T[]> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result as T[]);
    request.onerror = () => reject(request.error);
  });
}
