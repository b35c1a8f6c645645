import type { SessionState } from '@tirek/domain/access';
import { Problem } from '@tirek/domain/problem';
import type { TirekApi } from '../api.ts';

export type SignedIn = Extract<SessionState, { kind: 'signed-in' }>;

/** What this tab knows of its sign-in. */
export interface Standing {
  /** `unknown` until the server was asked; `unreachable` when it could not be. */
  readonly now: SessionState | { kind: 'unknown' } | { kind: 'unreachable'; error: unknown };
  /**
   * Who was signed in last in this tab and has not signed out. Her pages stay as they are, unseen, under a locked screen
   * or a new sign-in, so that nothing she typed is lost.
   */
  readonly holder: SignedIn | null;
}

export interface SessionStore {
  standing(): Standing;
  subscribe(listener: () => void): () => void;
  /** Asks the server where this browser stands. */
  refresh(): Promise<void>;
  /** Asks again after a sign-in, a step of it or an unlocking in this tab, and lets the other tabs ask too. */
  arrived(): Promise<void>;
  /** The server has said that the session is gone, locked or half. */
  interrupt(code: Interruption): void;
  /** She has opened what she took along, without the server: her pages open, as far as the device has them. */
  openedOffline(holder: SignedIn): void;
  /** Locks the screen at once, and the session on the server as soon as it can be reached: what is awaited is its answer, or that it
   * cannot be reached now. */
  lock(): Promise<void>;
  signOut(): Promise<void>;
  /** Waits until the holder is back (true), or somebody else or nobody is (false). */
  whenBack(): Promise<boolean>;
}

export type Interruption = 'not-signed-in' | 'session-locked' | 'second-factor-needed';

export const isInterruption = (code: string): code is Interruption =>
  code === 'not-signed-in' || code === 'session-locked' || code === 'second-factor-needed';

interface SessionSurroundings {
  /** The plain client: calls about the sign-in itself never wait for a sign-in. */
  readonly api: Pick<TirekApi, 'call'>;
  /** Remembers over a reload that the screen was locked while the server could not be told. */
  readonly tab: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;
  /** Somebody else has taken over, or the holder has left: forget what was hers. */
  readonly onLeave: () => void;
  /** She has signed out herself: nothing of hers stays on this device. */
  readonly onSignOut: (accountId: string) => void;
  /** Lets the other tabs of this browser know that the session has changed. */
  readonly tellTabs: () => void;
}

const LOCKED_HERE = 'tirek.locked';

export function sessionStore(surroundings: SessionSurroundings): SessionStore {
  const { api, tab, onLeave, tellTabs } = surroundings;
  let standing: Standing = { now: { kind: 'unknown' }, holder: null };
  const listeners = new Set<() => void>();

  function stand(next: Standing): void {
    if (standing.holder && standing.holder.account.id !== next.holder?.account.id) onLeave();
    standing = next;
    for (const listener of [...listeners]) listener();
  }

  function arrive(now: SessionState): void {
    if (now.kind !== 'signed-in') {
      stand({ ...standing, now });
      return;
    }
    if (tab.getItem(LOCKED_HERE) !== null) {
      stand({ now: lockedStateOf(now), holder: now });
      void tellServer();
      return;
    }
    stand({ now, holder: now });
  }

  /** The lock was not told to the server (no network then): it is told now, else a reload elsewhere would find it open. */
  async function tellServer(): Promise<void> {
    try {
      await api.call('lockSession', {});
      tab.removeItem(LOCKED_HERE);
      tellTabs();
      await store.refresh();
    } catch (error) {
      if (error instanceof Problem && error.code === 'not-signed-in') {
        tab.removeItem(LOCKED_HERE);
        stand({ ...standing, now: { kind: 'visitor' } });
      }
    }
  }

  const store: SessionStore = {
    standing: () => standing,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async refresh() {
      try {
        arrive(await api.call('readSession', {}));
      } catch (error) {
        // With somebody's pages open a failed question changes nothing: they go on showing what they have.
        if (!standing.holder) stand({ ...standing, now: { kind: 'unreachable', error } });
        else throw error;
      }
    },
    async arrived() {
      tab.removeItem(LOCKED_HERE);
      await store.refresh();
      tellTabs();
    },
    interrupt(code) {
      if (standing.now.kind !== 'signed-in') return;
      if (code === 'not-signed-in') stand({ ...standing, now: { kind: 'visitor' } });
      else void store.refresh().catch(() => undefined);
    },
    openedOffline(holder) {
      if (standing.holder && standing.holder.account.id !== holder.account.id) return;
      tab.removeItem(LOCKED_HERE);
      stand({ now: holder, holder });
    },
    async lock() {
      if (standing.now.kind !== 'signed-in') return;
      tab.setItem(LOCKED_HERE, 'yes');
      stand({ ...standing, now: lockedStateOf(standing.now) });
      await tellServer();
    },
    async signOut() {
      const left = standing.holder?.account.id;
      await api.call('signOut', {});
      if (left !== undefined) surroundings.onSignOut(left);
      tab.removeItem(LOCKED_HERE);
      stand({ now: { kind: 'visitor' }, holder: null });
      tellTabs();
    },
    whenBack() {
      return new Promise((resolve) => {
        const holder = standing.holder?.account.id;
        const look = () => {
          const { now } = standing;
          const isLeft = standing.holder?.account.id !== holder;
          if (now.kind !== 'signed-in' && !isLeft) return false;
          resolve(now.kind === 'signed-in' && !isLeft);
          return true;
        };
        if (look()) return;
        const stop = store.subscribe(() => {
          if (look()) stop();
        });
      });
    },
  };
  return store;
}

/** The lock screen of a session that the server still thinks open; it offers the password, which every account has. */
function lockedStateOf({ account }: SignedIn): SessionState {
  return {
    kind: 'locked',
    displayName: account.displayName,
    language: account.language,
    methods: ['password'],
  };
}
