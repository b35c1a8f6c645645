/**
 * Opens the practitioners' app without signal. Keeps the pages themselves and nothing that anybody wrote or read: no answer of the
 * server about anything passes through here.
 */

/** What is used of a worker's world; the DOM's types know pages only. */
interface WorkerScope {
  skipWaiting(): Promise<void>;
  clients: { claim(): Promise<void> };
  onfetch: (
    event: Lasting & { request: Request; respondWith(answer: Promise<Response>): void },
  ) => void;
  oninstall: (event: Lasting) => void;
  onactivate: (event: Lasting) => void;
}
interface Lasting {
  waitUntil(work: Promise<unknown>): void;
}

/** Put in when the app is built: every file of it, and one word for all of them together. */
declare const SHELL: { readonly mark: string; readonly files: readonly string[] };

const worker = self as unknown as WorkerScope;
const CACHE = `shell-${SHELL.mark}`;
const PAGE = '/app/';
/** A line that hardly carries shall not keep her at the door. */
const PATIENCE_MS = 3000;

worker.oninstall = (event) => {
  event.waitUntil(
    caches
      .open(CACHE)
      .then((cache) => cache.addAll([PAGE, ...SHELL.files]))
      .then(() => worker.skipWaiting()),
  );
};

worker.onactivate = (event) => {
  const dropOld = async () => {
    const old = (await caches.keys()).filter((name) => name.startsWith('shell-') && name !== CACHE);
    await Promise.all(old.map((name) => caches.delete(name)));
    await worker.clients.claim();
  };
  event.waitUntil(dropOld());
};

worker.onfetch = (event) => {
  const { request } = event;
  const { pathname } = new URL(request.url);
  if (request.method !== 'GET') return;
  if (request.mode === 'navigate' && /^\/app(\/|$)/.test(pathname)) {
    event.respondWith(page(request));
  } else if (SHELL.files.includes(pathname)) {
    event.respondWith(file(request));
  }
};

async function page(request: Request): Promise<Response> {
  const kept = await caches.match(PAGE, { cacheName: CACHE });
  const fetched = fetch(request);
  if (!kept) return await fetched;
  const late = new Promise<Response>((resolve) => setTimeout(() => resolve(kept), PATIENCE_MS));
  const good = fetched.then((fresh) => (fresh.status < 500 ? fresh : kept));
  return await Promise.race([good, late]).catch(() => kept);
}

async function file(request: Request): Promise<Response> {
  return (await caches.match(request, { cacheName: CACHE })) ?? (await fetch(request));
}
