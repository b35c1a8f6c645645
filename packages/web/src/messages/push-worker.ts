/**
 * Shows a message that has come to this browser while no page is open. Knows no page, keeps nothing, and sees no answer of the
 * server: it says what the message says and opens the app.
 */

/** What is used of a worker's world; the DOM's types know pages only. */
interface PushScope {
  readonly registration: ServiceWorkerRegistration;
  readonly clients: {
    matchAll(options: { type: 'window'; includeUncontrolled: true }): Promise<OpenPage[]>;
    openWindow(url: string): Promise<unknown>;
  };
  onpush: (event: LastingPush & { readonly data: { json(): unknown } | null }) => void;
  onnotificationclick: (event: LastingPush & { readonly notification: Notification }) => void;
}
interface LastingPush {
  waitUntil(work: Promise<unknown>): void;
}
interface Told {
  readonly title: string;
  readonly body: string;
  readonly receipt: string;
}
interface OpenPage {
  readonly url: string;
  focus(): Promise<unknown>;
}

const pushWorker = self as unknown as PushScope;

pushWorker.onpush = (event) => {
  if (!event.data) return;
  const { title, body, receipt } = event.data.json() as Told;
  const shown = pushWorker.registration
    .showNotification(title, {
      ...{ body, icon: '/tirek.svg', tag: receipt, requireInteraction: true },
    })
    // The receipt says that it stands on the screen, not that anybody has read it.
    .then(() => fetch(receipt, { method: 'POST', credentials: 'omit' }))
    .catch(() => undefined);
  event.waitUntil(shown);
};

pushWorker.onnotificationclick = (event) => {
  event.notification.close();
  const open = async () => {
    const pages = await pushWorker.clients.matchAll({ type: 'window', includeUncontrolled: true });
    const page = pages.find(({ url }) => new URL(url).pathname.startsWith('/app'));
    await (page ? page.focus() : pushWorker.clients.openWindow('/app/'));
  };
  event.waitUntil(open());
};
