import { type DBSchema, type IDBPDatabase, openDB } from 'idb';

/** A draft as it lies on the disk. Its name is a keyed hash; the account and the day are the only things in clear. */
export interface DraftRow {
  readonly accountId: string;
  readonly name: string;
  /** The day it was last typed in: without a key, too, old ones are forgotten. */
  readonly typedOn: string;
  readonly sealed: Uint8Array<ArrayBuffer>;
}

interface Schema extends DBSchema {
  drafts: { key: [string, string]; value: DraftRow; indexes: { account: string; day: string } };
}

/** The raw rows of all accounts that typed here. Knows no key. */
export interface DraftDisk {
  list(accountId: string): Promise<DraftRow[]>;
  put(row: DraftRow): Promise<void>;
  drop(accountId: string, name: string): Promise<void>;
  dropAll(accountId: string): Promise<void>;
  dropBefore(day: string): Promise<void>;
}

/** A power cut must not take what the page called kept. */
const SAFELY = { durability: 'strict' } as const;

export async function openDraftDisk(): Promise<DraftDisk> {
  const database: IDBPDatabase<Schema> = await openDB<Schema>('tirek.drafts', 1, {
    upgrade(fresh) {
      const drafts = fresh.createObjectStore('drafts', { keyPath: ['accountId', 'name'] });
      drafts.createIndex('account', 'accountId');
      drafts.createIndex('day', 'typedOn');
    },
    blocking: () => database.close(),
  });
  async function dropWhere(index: 'account' | 'day', range: IDBKeyRange): Promise<void> {
    const one = database.transaction('drafts', 'readwrite', SAFELY);
    for (const key of await one.store.index(index).getAllKeys(range)) void one.store.delete(key);
    await one.done;
  }
  return {
    list: (accountId) => database.getAllFromIndex('drafts', 'account', accountId),
    async put(row) {
      const one = database.transaction('drafts', 'readwrite', SAFELY);
      void one.store.put(row);
      await one.done;
    },
    async drop(accountId, name) {
      const one = database.transaction('drafts', 'readwrite', SAFELY);
      void one.store.delete([accountId, name]);
      await one.done;
    },
    dropAll: (accountId) => dropWhere('account', IDBKeyRange.only(accountId)),
    dropBefore: (day) => dropWhere('day', IDBKeyRange.upperBound(day, true)),
  };
}
