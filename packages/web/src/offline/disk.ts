import { type DBSchema, deleteDB, type IDBPDatabase, openDB } from 'idb';
import type { Locks, PasskeyLock, PassphraseLock } from './locks.ts';

type Sealed = Uint8Array<ArrayBuffer>;

/** An answer as it lies on the disk; its names are keyed hashes. */
export interface AnswerRow {
  readonly name: string;
  /** Which family it belongs to, or the programme. */
  readonly group: string;
  /** Which endpoint it is of. */
  readonly kind: string;
  readonly sealed: Sealed;
}

export interface OutboxRow {
  /** In which order things were written. */
  readonly place: number;
  readonly sealed: Sealed;
}

interface Schema extends DBSchema {
  /** `lock` is the passphrase's. */
  lock: { key: 'lock' | 'passkey'; value: PassphraseLock | PasskeyLock };
  head: { key: 'head'; value: Sealed };
  answers: { key: string; value: AnswerRow; indexes: { group: string; kind: string } };
  outbox: { key: number; value: OutboxRow };
}

/** The raw rows of one account on this device. Knows no key: whoever has the disk has no more than this. */
export interface Disk {
  /** Null where no store was begun. */
  readLocks(): Promise<Locks | null>;
  readHead(): Promise<Sealed | null>;
  /** Locks and head of a store that is begun; whatever was there before is gone. */
  begin(locks: Locks, head: Sealed): Promise<void>;
  /** Puts these locks in the place of those that are there. */
  changeLocks(locks: Locks): Promise<void>;
  /** Changes answers and head in one transaction: all or nothing. */
  change(change: {
    readonly without?: readonly string[];
    readonly put?: readonly AnswerRow[];
    readonly head?: Sealed;
  }): Promise<void>;
  /** Puts an answer in the place of one that is there; does nothing when there is none any more. */
  renew(row: AnswerRow): Promise<void>;
  readAnswer(name: string): Promise<AnswerRow | null>;
  listAnswers(kind: string): Promise<AnswerRow[]>;
  /** Forgets every answer; what has not been sent stays. */
  dropAnswers(): Promise<void>;
  addToOutbox(sealed: Sealed): Promise<number>;
  putInOutbox(row: OutboxRow): Promise<void>;
  dropFromOutbox(places: readonly number[]): Promise<void>;
  listOutbox(): Promise<OutboxRow[]>;
  close(): void;
}

const nameOf = (accountId: string) => `tirek.along.${accountId}`;
/** A power cut must not take what somebody was told is kept. */
const SAFELY = { durability: 'strict' } as const;

export async function openDisk(accountId: string, onTaken: () => void): Promise<Disk> {
  const database: IDBPDatabase<Schema> = await openDB<Schema>(nameOf(accountId), 1, {
    upgrade(fresh) {
      fresh.createObjectStore('lock');
      fresh.createObjectStore('head');
      const answers = fresh.createObjectStore('answers', { keyPath: 'name' });
      answers.createIndex('group', 'group');
      answers.createIndex('kind', 'kind');
      fresh.createObjectStore('outbox', { keyPath: 'place', autoIncrement: true });
    },
    // Another tab wipes: it must not wait for this one.
    blocking() {
      database.close();
      onTaken();
    },
  });
  return {
    async readLocks() {
      const one = database.transaction('lock');
      const [passphrase, passkey] = await Promise.all([
        one.store.get('lock') as Promise<PassphraseLock | undefined>,
        one.store.get('passkey') as Promise<PasskeyLock | undefined>,
      ]);
      return passphrase || passkey
        ? { passphrase: passphrase ?? null, passkey: passkey ?? null }
        : null;
    },
    readHead: async () => (await database.get('head', 'head')) ?? null,
    async begin(locks, head) {
      const names = ['lock', 'head', 'answers', 'outbox'] as const;
      const all = database.transaction(names, 'readwrite', SAFELY);
      for (const name of names) void all.objectStore(name).clear();
      const lock = all.objectStore('lock');
      if (locks.passphrase) void lock.put(locks.passphrase, 'lock');
      if (locks.passkey) void lock.put(locks.passkey, 'passkey');
      void all.objectStore('head').put(head, 'head');
      await all.done;
    },
    async changeLocks({ passphrase, passkey }) {
      const one = database.transaction('lock', 'readwrite', SAFELY);
      void one.store.clear();
      if (passphrase) void one.store.put(passphrase, 'lock');
      if (passkey) void one.store.put(passkey, 'passkey');
      await one.done;
    },
    async change({ without = [], put = [], head }) {
      const both = database.transaction(['answers', 'head'], 'readwrite', SAFELY);
      const answers = both.objectStore('answers');
      for (const group of without) {
        for (const key of await answers.index('group').getAllKeys(group)) void answers.delete(key);
      }
      for (const row of put) void answers.put(row);
      if (head) void both.objectStore('head').put(head, 'head');
      await both.done;
    },
    async renew(row) {
      const one = database.transaction('answers', 'readwrite');
      if ((await one.store.getKey(row.name)) !== undefined) void one.store.put(row);
      await one.done;
    },
    readAnswer: async (name) => (await database.get('answers', name)) ?? null,
    listAnswers: (kind) => database.getAllFromIndex('answers', 'kind', kind),
    dropAnswers: () => database.clear('answers'),
    async addToOutbox(sealed) {
      const one = database.transaction('outbox', 'readwrite', SAFELY);
      // The place is given by the database.
      const place = await one.store.add({ sealed } as OutboxRow);
      await one.done;
      return place;
    },
    async putInOutbox(row) {
      const one = database.transaction('outbox', 'readwrite', SAFELY);
      void one.store.put(row);
      await one.done;
    },
    async dropFromOutbox(places) {
      const one = database.transaction('outbox', 'readwrite', SAFELY);
      for (const place of places) void one.store.delete(place);
      await one.done;
    },
    listOutbox: () => database.getAll('outbox'),
    close: () => database.close(),
  };
}

/** Nothing of an account is left on this device. */
export const destroyDisk = (accountId: string): Promise<void> => deleteDB(nameOf(accountId));
