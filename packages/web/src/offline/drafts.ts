import type { DraftDisk } from './draft-disk.ts';
import { keysOf, nameOf, open, type StoreKeys, seal } from './sealing.ts';

/** Something typed and not sent. */
export interface Draft {
  /** Of the form. */
  readonly key: string;
  readonly values: unknown;
  /** The page it was typed on. */
  readonly path: string;
  readonly typedAt: string;
}

/** What somebody typed and has not sent, sealed on this device under a key that only her sign-in brings. */
export interface Drafts {
  list(): readonly Draft[];
  subscribe(listener: () => void): () => void;
  keep(key: string, values: unknown): void;
  drop(key: string): void;
  /** Whether what was typed last in this form lies on the disk. */
  isKept(key: string): boolean;
  /** The pages belong to this account now, or to nobody: what another one has stays sealed. */
  belongsTo(holder: DraftHolder | null): Promise<void>;
  /** Forgets everything of an account. */
  wipe(accountId: string): Promise<void>;
}

export interface DraftHolder {
  readonly accountId: string;
  /** 32 bytes, base64url. */
  readonly draftKey: string;
}

interface DraftSurroundings {
  readonly disk: () => Promise<DraftDisk>;
  readonly now: () => string;
  /** The page that is open. */
  readonly path: () => string;
  /** Told of what was found when somebody came back. */
  readonly onFound: (drafts: readonly Draft[]) => void;
}

/** What nobody came back to for so long is forgotten, whoever typed it. */
const KEPT_DAYS = 14;
const DAY = 86_400_000;

interface OpenDrafts {
  readonly accountId: string;
  readonly keys: StoreKeys;
  readonly disk: DraftDisk;
}

export function draftsOn({ disk, now, path, onFound }: DraftSurroundings): Drafts {
  let owner: string | null = null;
  let opened: OpenDrafts | null = null;
  let drafts = new Map<string, Draft>();
  /** Typed and not yet on the disk; null: to be dropped there. */
  const unwritten = new Map<string, Draft | null>();
  let listed: readonly Draft[] = [];
  let writing: Promise<void> | null = null;
  const listeners = new Set<() => void>();

  function tell(): void {
    listed = [...drafts.values()].toSorted((a, b) => (a.typedAt < b.typedAt ? 1 : -1));
    for (const listener of [...listeners]) listener();
  }

  /** One write at a time; what is typed meanwhile goes with the next, so that typing never waits and no key press piles up. */
  async function writeAll(store: OpenDrafts): Promise<void> {
    while (unwritten.size > 0 && opened === store) {
      const [key, draft] = [...unwritten][0]!;
      const { accountId, keys } = store;
      const name = await nameOf(keys, key);
      if (draft) {
        const sealed = await seal(keys, `draft ${name}`, draft);
        await store.disk.put({ accountId, name, typedOn: draft.typedAt.slice(0, 10), sealed });
      } else await store.disk.drop(accountId, name);
      if (opened !== store) return;
      if (unwritten.get(key) === draft) unwritten.delete(key);
      tell();
    }
  }

  function write(): void {
    const store = opened;
    if (!store || writing) return;
    // A full disk: what was typed stays unwritten, so the tab asks before it is closed; the next key press tries again.
    const isWritten = writeAll(store).then(
      () => true,
      () => false,
    );
    writing = isWritten.then((wasWritten) => {
      writing = null;
      if (wasWritten && unwritten.size > 0) write();
    });
  }

  async function find(store: OpenDrafts): Promise<Draft[]> {
    const rows = await store.disk.list(store.accountId);
    const found = await Promise.all(
      rows.map(({ name, sealed }) => open(store.keys, `draft ${name}`, sealed).catch(() => null)),
    );
    return found.filter((draft) => draft !== null) as Draft[];
  }

  return {
    list: () => listed,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    keep(key, values) {
      if (owner === null) return;
      const draft = { key, values, path: path(), typedAt: now() };
      drafts.set(key, draft);
      unwritten.set(key, draft);
      tell();
      write();
    },
    drop(key) {
      if (!drafts.delete(key)) return;
      unwritten.set(key, null);
      tell();
      write();
    },
    isKept: (key) => opened !== null && drafts.has(key) && !unwritten.has(key),
    async belongsTo(holder) {
      const accountId = holder?.accountId ?? null;
      if (accountId === owner) return;
      owner = accountId;
      opened = null;
      drafts = new Map();
      unwritten.clear();
      tell();
      if (!holder) return;
      const keys = await keysOf(bytesOf(holder.draftKey));
      const store = { accountId: holder.accountId, keys, disk: await disk() };
      const oldest = new Date(Date.parse(now()) - KEPT_DAYS * DAY).toISOString();
      await store.disk.dropBefore(oldest.slice(0, 10));
      const found = await find(store);
      if (owner !== accountId) return;
      opened = store;
      // What she has typed since is newer.
      const older = found.filter(({ key }) => !drafts.has(key) && !unwritten.has(key));
      for (const draft of older) drafts.set(draft.key, draft);
      tell();
      if (older.length > 0) onFound(older);
      write();
    },
    async wipe(accountId) {
      if (owner === accountId) {
        owner = null;
        opened = null;
        drafts = new Map();
        unwritten.clear();
        tell();
      }
      // A draft that is being written may not land behind the wiping.
      await writing;
      await (await disk()).dropAll(accountId);
    },
  };
}

function bytesOf(base64Url: string): Uint8Array<ArrayBuffer> {
  const text = atob(base64Url.replaceAll('-', '+').replaceAll('_', '/'));
  return Uint8Array.from(text, (letter) => letter.charCodeAt(0));
}
