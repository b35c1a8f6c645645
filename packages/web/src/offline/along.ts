import type { DeviceStanding } from '@tirek/domain/offline';
import { Problem } from '@tirek/domain/problem';
import { type Disk, destroyDisk, openDisk } from './disk.ts';
import { type Head, type KeptAnswers, keptAnswers, readHead, sealHead } from './kept-answers.ts';
import {
  type Locks,
  lockedWith,
  newLocks,
  type Opener,
  openLocks,
  openSecret,
  type PasskeyQuestion,
} from './locks.ts';
import { type Outbox, outboxOn, type PlacedWrite, type WaitingWrite } from './outbox.ts';
import type { StoreKeys } from './sealing.ts';
import type { Surroundings } from './surroundings.ts';
import { takeAlong } from './take-along.ts';
import { writeUnsentFile } from './unsent-file.ts';

/** How what was taken along stands on this device, for whoever looks at the pages. */
export type AlongStanding =
  | { readonly kind: 'none' }
  /** There is something, and nobody has opened it. `unsent` counts everything in the outbox that has not arrived. */
  | { readonly kind: 'closed'; readonly accountId: string; readonly isWiped: WipeReason | null }
  | {
      readonly kind: 'open';
      readonly head: Head;
      readonly writes: readonly PlacedWrite[];
      /** Families still to come, or null while nothing is under way. */
      readonly coming: number | null;
      readonly isWiped: WipeReason | null;
    };

export type WipeReason = Exclude<DeviceStanding, 'stands'>;

export interface OpenStore {
  readonly accountId: string;
  readonly disk: Disk;
  readonly keys: StoreKeys;
  readonly answers: KeptAnswers;
  readonly outbox: Outbox;
}

export interface Along {
  standing(): AlongStanding;
  subscribe(listener: () => void): () => void;
  /** The store itself, for the client of the pages; null unless it is open. */
  store(): OpenStore | null;
  /** The pages belong to this account now, or to nobody: what another one has stays shut. */
  belongsTo(accountId: string | null): Promise<void>;
  /** Makes a store for whoever is signed in and makes the device known to the server. */
  begin(opener: Opener, holder: { account: { id: string } }, deviceName: string): Promise<void>;
  /** Opens the store. @returns who was signed in when it was made, or null when this does not open it. */
  open(opener: Opener): Promise<unknown | null>;
  /** What the stores that may be opened here open with. */
  ways(): Promise<Ways>;
  /** One more way to open the store that is open, or another in its place. @returns false when the proof opens nothing. */
  addWay(proof: Opener, way: Opener): Promise<boolean>;
  /** Takes one of two ways away; the last one stays. */
  dropWay(kind: Opener['kind']): Promise<void>;
  /** Chooses which families come along; the others go at once. */
  choose(families: readonly string[]): Promise<void>;
  /** Asks whether the device may keep what it has, sends what waits and brings the rest up to date. */
  sync(): Promise<void>;
  /** Sends what waits, where something does. */
  sendWaiting(): Promise<void>;
  /** What has not arrived, sealed; null when there is nothing. */
  unsentFile(): Promise<Blob | null>;
  /** Puts writes from such a file behind what waits here. */
  takeIn(writes: readonly WaitingWrite[]): Promise<number>;
  /** Forgets everything of an account, also what has not been sent. */
  wipe(accountId: string | null): Promise<void>;
}

export interface Ways {
  readonly hasPassphrase: boolean;
  /** Several where colleagues share a device. */
  readonly passkeys: readonly PasskeyQuestion[];
}

const REMEMBERED = 'tirek.along';

export function alongOn(surroundings: Surroundings): Along {
  const { api, plainApi, now, newId, local, channel, connection, onChange } = surroundings;
  let standing: AlongStanding = { kind: 'none' };
  let opened: OpenStore | null = null;
  let owner: string | null = null;
  let syncing: Promise<void> | null = null;
  const listeners = new Set<() => void>();

  const remembered = (): string[] => JSON.parse(local.getItem(REMEMBERED) ?? '[]');
  /** Whose stores whoever sits here may open: before anybody has signed in, all. */
  const openable = () => remembered().filter((id) => owner === null || id === owner);
  const remember = (accounts: readonly string[]) =>
    accounts.length === 0
      ? local.removeItem(REMEMBERED)
      : local.setItem(REMEMBERED, JSON.stringify(accounts));

  function stand(next: AlongStanding): void {
    standing = next;
    for (const listener of [...listeners]) listener();
  }

  function shut(): void {
    opened?.disk.close();
    opened = null;
    const [accountId] = openable();
    stand(accountId ? { kind: 'closed', accountId, isWiped: null } : { kind: 'none' });
  }

  async function refresh(change: { head?: Head; coming?: number | null; wiped?: WipeReason } = {}) {
    const store = opened;
    if (!store) return;
    const before = standing.kind === 'open' ? standing : null;
    const head = change.head ?? (await readHead(store.disk, store.keys));
    const writes = await store.outbox.list();
    if (opened !== store || !head) return;
    stand({
      kind: 'open',
      head,
      writes,
      coming: change.coming === undefined ? (before?.coming ?? null) : change.coming,
      isWiped: change.wiped ?? before?.isWiped ?? null,
    });
  }

  function changed(): void {
    channel.postMessage({ kind: 'changed' });
    void refresh();
    onChange();
  }

  async function openWith(accountId: string, keys: StoreKeys, disk: Disk): Promise<void> {
    opened?.disk.close();
    const lockName = `tirek.outbox.${accountId}`;
    const store: OpenStore = {
      accountId,
      disk,
      keys,
      answers: keptAnswers(disk, keys),
      outbox: outboxOn({
        disk,
        keys,
        now,
        call: (name, input) => api.call(name as never, input as never),
        alone: (work) => surroundings.alone(lockName, work),
        onChange: changed,
      }),
    };
    opened = store;
    await refresh({ coming: null });
  }

  const diskOf = (accountId: string) => openDisk(accountId, () => shut());

  channel.onmessage = ({ data }) => {
    if (data.kind === 'changed') {
      void refresh();
      onChange();
    } else if (data.kind === 'asks' && opened) {
      const { accountId, keys } = opened;
      channel.postMessage({ kind: 'opened', accountId, keys });
    } else if (data.kind === 'opened' && !opened && (owner === null || owner === data.accountId)) {
      void diskOf(data.accountId)
        .then((disk) => openWith(data.accountId, data.keys, disk))
        .then(onChange);
    } else if (data.kind === 'wiped') shut();
  };

  /** The device may not keep what it has: what was taken goes at once, what she wrote waits for her, unless it is lost. */
  async function forget(why: WipeReason): Promise<void> {
    const store = opened;
    const accountId = store?.accountId ?? (standing.kind === 'closed' ? standing.accountId : null);
    if (!accountId) return;
    if (why === 'ended' || why === 'account-closed') surroundings.onEnded(accountId);
    const disk = store?.disk ?? (await diskOf(accountId));
    const unsent = await unsentRows(disk, store);
    if (why === 'ended' || unsent.length === 0) {
      if (!store) disk.close();
      await along.wipe(accountId);
      return;
    }
    await disk.dropAnswers();
    if (store) {
      const head = await readHead(disk, store.keys);
      if (head) {
        const bare: Head = { ...head, chosen: [], known: {}, day: null, programme: null };
        await store.answers.write(bare);
        await refresh({ head: bare, wiped: why });
      }
    } else {
      disk.close();
      stand({ kind: 'closed', accountId, isWiped: why });
    }
    onChange();
  }

  async function deviceStanding(head: Head): Promise<DeviceStanding> {
    const { id: deviceId, secret } = head.device;
    return (await plainApi.call('checkDevice', { deviceId, secret })).standing;
  }

  async function syncOnce(): Promise<void> {
    const store = opened;
    if (!store) return;
    const head = await readHead(store.disk, store.keys);
    if (!head) return;
    const device = await deviceStanding(head);
    if (device !== 'stands') await forget(device);
    if (opened !== store || owner !== store.accountId) return;
    // What she wrote goes all the same, as far as her roles still let it.
    await store.outbox.sendAll();
    if (device !== 'stands' || head.chosen.length === 0) return;
    try {
      await takeAlong(head, {
        call: (input) => api.call('takeAlong', input),
        answers: store.answers,
        now,
        onStep: (next, left) => void refresh({ head: next, coming: left }),
      });
    } catch (error) {
      if (!(error instanceof Problem && error.code === 'device-ended')) throw error;
      await forget('roles-changed');
    } finally {
      await refresh({ coming: null });
      changed();
    }
  }

  const along: Along = {
    standing: () => standing,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    store: () => opened,
    async belongsTo(accountId) {
      if (owner === accountId) return;
      owner = accountId;
      if (opened && accountId !== null && opened.accountId !== accountId) shut();
      else if (!opened) shut();
      if (standing.kind === 'closed') channel.postMessage({ kind: 'asks' });
    },
    async begin(opener, holder, deviceName) {
      const accountId = holder.account.id;
      const device = { id: newId(), secret: surroundings.newSecret() };
      await api.call('registerDevice', { id: device.id, secret: device.secret, name: deviceName });
      const { locks, keys } = await newLocks(opener);
      const disk = await diskOf(accountId);
      const head: Head = {
        accountId,
        device,
        holder,
        chosen: [],
        known: {},
        day: null,
        programme: null,
        takenAt: null,
      };
      await disk.begin(locks, await sealHead(keys, head));
      remember([...new Set([...remembered(), accountId])]);
      await openWith(accountId, keys, disk);
      channel.postMessage({ kind: 'opened', accountId, keys });
      await surroundings.keepShell();
    },
    async open(opener) {
      for (const accountId of openable()) {
        const disk = await diskOf(accountId);
        const locks = await disk.readLocks();
        const keys = locks && (await openLocks(opener, locks));
        if (!keys) {
          disk.close();
          continue;
        }
        await openWith(accountId, keys, disk);
        channel.postMessage({ kind: 'opened', accountId, keys });
        onChange();
        return (await readHead(disk, keys))?.holder ?? null;
      }
      return null;
    },
    async ways() {
      const all: Locks[] = [];
      for (const accountId of openable()) {
        const disk = opened?.accountId === accountId ? opened.disk : await diskOf(accountId);
        const locks = await disk.readLocks();
        if (locks) all.push(locks);
        if (disk !== opened?.disk) disk.close();
      }
      return {
        hasPassphrase: all.some(({ passphrase }) => passphrase !== null),
        passkeys: all.flatMap(({ passkey }) => (passkey ? [passkey] : [])),
      };
    },
    async addWay(proof, way) {
      const store = opened;
      const locks = store && (await store.disk.readLocks());
      const secret = locks && (await openSecret(proof, locks));
      if (!store || !secret) return false;
      await store.disk.changeLocks(await lockedWith(locks, way, secret));
      secret.fill(0);
      return true;
    },
    async dropWay(kind) {
      const store = opened;
      const locks = store && (await store.disk.readLocks());
      if (!store || !locks?.passphrase || !locks.passkey) return;
      await store.disk.changeLocks({ ...locks, [kind]: null });
    },
    async choose(families) {
      const store = opened;
      const head = store && (await readHead(store.disk, store.keys));
      if (!head) return;
      const gone = head.chosen.filter((id) => !families.includes(id));
      const known = Object.entries(head.known).filter(([id]) => families.includes(id));
      const next = { ...head, chosen: [...families], known: Object.fromEntries(known) };
      await store.answers.write(next, gone);
      await refresh({ head: next });
      changed();
      await along.sync();
    },
    sync() {
      if (!connection.isReached()) return Promise.resolve();
      syncing ??= syncOnce().finally(() => {
        syncing = null;
      });
      return syncing;
    },
    async sendWaiting() {
      const store = opened;
      if (!store || owner !== store.accountId || standing.kind !== 'open') return;
      if (standing.writes.some(({ state }) => state.kind === 'waiting')) {
        await store.outbox.sendAll();
      }
    },
    async unsentFile() {
      const store = opened;
      const accountId = store?.accountId ?? (standing.kind === 'closed' && standing.accountId);
      if (!accountId) return null;
      const disk = store?.disk ?? (await diskOf(accountId));
      const [locks, rows] = [await disk.readLocks(), await unsentRows(disk, store)];
      if (!store) disk.close();
      return locks && rows.length > 0 ? writeUnsentFile(locks, rows) : null;
    },
    async takeIn(writes) {
      const store = opened;
      if (!store) return 0;
      const unsent = writes.filter(({ state }) => state.kind !== 'sent');
      for (const { state: _, ...write } of unsent) await store.outbox.add(write);
      return unsent.length;
    },
    async wipe(accountId) {
      if (!accountId) return;
      if (opened?.accountId === accountId) {
        opened.disk.close();
        opened = null;
      }
      remember(remembered().filter((id) => id !== accountId));
      channel.postMessage({ kind: 'wiped' });
      await destroyDisk(accountId);
      if (remembered().length === 0) await surroundings.dropShell();
      shut();
      onChange();
    },
  };
  shut();
  channel.postMessage({ kind: 'asks' });
  return along;
}

/** Without the key nobody can tell what has arrived: then every row counts. */
async function unsentRows(disk: Disk, store: OpenStore | null) {
  const rows = await disk.listOutbox();
  if (!store) return rows;
  const writes = await store.outbox.list();
  const sent = writes.filter(({ state }) => state.kind === 'sent').map(({ place }) => place);
  return rows.filter(({ place }) => !sent.includes(place));
}
