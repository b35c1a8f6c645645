import type { SealedDraft } from '@tirek/domain/surveys/phone';
import type { Step } from '../answering/draft.ts';

/**
 * The phone's own database. Its name and its stores tell a stranger nothing.
 * `journal` steps of unfinished questionnaires; `outbox` finished ones by slug; `sealed` locked drafts by key.
 * The service worker opens the same database by the same name and version: see `worker/service-worker.ts`.
 */
export const DATABASE = 'survey';
export const VERSION = 1;

export interface JournalRow {
  readonly slug: string;
  /** Rising within one tab; two tabs may share a number, then the order of arrival counts. */
  readonly n: number;
  readonly step: Step;
}

/** A finished questionnaire on its way: `body` is the JSON to send; null once the service worker has sent it. */
export interface OutboxRow {
  readonly slug: string;
  readonly body: string | null;
}

interface Rows {
  journal: JournalRow;
  outbox: OutboxRow;
  sealed: SealedDraft;
}
type Store = keyof Rows;

const done = <T>(request: IDBRequest<T>) =>
  new Promise<T>((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

let opened: Promise<IDBDatabase> | null = null;

function open(): Promise<IDBDatabase> {
  opened ??= new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open(DATABASE, VERSION);
    request.onupgradeneeded = () => {
      request.result
        .createObjectStore('journal', { autoIncrement: true })
        .createIndex('slug', 'slug');
      request.result.createObjectStore('outbox', { keyPath: 'slug' });
      request.result.createObjectStore('sealed', { keyPath: 'key' });
    };
    request.onsuccess = () => {
      const database = request.result;
      const forget = () => {
        opened = null;
        database.close();
      };
      // The browser may close it under memory pressure, and another tab may want to delete it.
      database.onclose = forget;
      database.onversionchange = forget;
      resolve(database);
    };
    request.onblocked = () => reject(new Error('blocked'));
    request.onerror = () => reject(request.error);
  }).catch((error: unknown) => {
    opened = null;
    throw error;
  });
  return opened;
}

/** Whether anything was ever kept here; asking makes nothing. */
export async function databaseExists(): Promise<boolean> {
  try {
    return (await indexedDB.databases()).some(({ name }) => name === DATABASE);
  } catch {
    return false;
  }
}

/**
 * Writes in one transaction that is on the disk when the promise resolves.
 * `commit()` at once: the browser finishes even if the tab is killed in the next moment.
 */
export async function write(
  stores: Store[],
  work: (store: (name: Store) => IDBObjectStore) => void,
): Promise<void> {
  const attempt = async () => {
    const database = await open();
    const transaction = database.transaction(stores, 'readwrite', { durability: 'strict' });
    await new Promise<void>((resolve, reject) => {
      transaction.oncomplete = () => resolve();
      transaction.onabort = () => reject(transaction.error ?? new Error('aborted'));
      work((name) => transaction.objectStore(name));
      transaction.commit();
    });
  };
  try {
    await attempt();
  } catch (error) {
    // A connection closed behind our back fails at once and works on the second try.
    if ((error as Error).name !== 'InvalidStateError') throw error;
    opened = null;
    await attempt();
  }
}

/** Reads rows of one store: all with this key, or all of this survey. */
export async function read<S extends Store>(
  store: S,
  by: { key: string } | { slug: string },
): Promise<Rows[S][]> {
  const objects = (await open()).transaction(store).objectStore(store);
  return 'key' in by
    ? done<Rows[S][]>(objects.getAll(by.key))
    : done<Rows[S][]>(objects.index('slug').getAll(by.slug));
}

/** Deletes this survey's rows; returns whether nothing at all is left in the database. */
export async function forgetSurvey(slug: string): Promise<boolean> {
  if (!(await databaseExists())) return true;
  const database = await open();
  const keys = await done(
    database.transaction('journal').objectStore('journal').index('slug').getAllKeys(slug),
  );
  await write(['journal', 'outbox'], (store) => {
    for (const key of keys) store('journal').delete(key);
    store('outbox').delete(slug);
  });
  const stores = [...database.objectStoreNames];
  const counts = await Promise.all(
    stores.map((name) => done(database.transaction(name).objectStore(name).count())),
  );
  return counts.every((count) => count === 0);
}

/** Removes the database itself, so that not even its name is left. */
export async function dropDatabase(): Promise<void> {
  (await opened?.catch(() => null))?.close();
  opened = null;
  await new Promise<void>((resolve) => {
    const request = indexedDB.deleteDatabase(DATABASE);
    request.onsuccess = request.onerror = () => resolve();
    // Somebody still has it open; it is empty, and goes when they let go.
    request.onblocked = () => resolve();
  });
}
