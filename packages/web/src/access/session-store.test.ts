import type { SessionState } from '@tirek/domain/access';
import { Problem } from '@tirek/domain/problem';
import { describe, expect, it } from 'vitest';
import { NetworkFailure } from '../api/network-failure.ts';
import { sessionStore } from './session-store.ts';
import { signedIn } from './test-standing.ts';

const LOCKED: SessionState = {
  kind: 'locked',
  displayName: 'saule',
  language: 'kk',
  methods: ['password', 'passkey'],
};

/** A store over a server of which only the session is known; `server.state` is what it would answer. */
function storeOver(state: SessionState) {
  const server: { state: SessionState; isReached: boolean; called: string[] } = {
    state,
    isReached: true,
    called: [],
  };
  const kept = new Map<string, string>();
  const left: string[] = [];
  const store = sessionStore({
    api: {
      call: (async (name: string) => {
        server.called.push(name);
        if (!server.isReached) throw new NetworkFailure('offline');
        if (name === 'lockSession') server.state = LOCKED;
        if (name === 'signOut') server.state = { kind: 'visitor' };
        return name === 'readSession' ? server.state : {};
      }) as never,
    },
    tab: {
      getItem: (key) => kept.get(key) ?? null,
      setItem: (key, value) => void kept.set(key, value),
      removeItem: (key) => void kept.delete(key),
    },
    onLeave: () => left.push('left'),
    onSignOut: (accountId) => left.push(`signed out: ${accountId}`),
    tellTabs: () => undefined,
  });
  return { store, server, left, kept };
}

const settled = () => new Promise((resolve) => setTimeout(resolve, 0));

describe('the sign-in that a tab knows of', () => {
  it('shows a visitor the door', async () => {
    const { store } = storeOver({ kind: 'visitor' });
    await store.refresh();
    expect(store.standing()).toEqual({ now: { kind: 'visitor' }, holder: null });
  });

  it('tells somebody without a connection that the server is out of reach', async () => {
    const { store, server } = storeOver({ kind: 'visitor' });
    server.isReached = false;
    await store.refresh();
    expect(store.standing().now.kind).toBe('unreachable');
  });

  it("keeps Saule's pages when her session has run out, and gives them back to her", async () => {
    const { store, server, left } = storeOver(signedIn('saule'));
    await store.refresh();
    server.state = { kind: 'visitor' };
    store.interrupt('not-signed-in');
    expect(store.standing().now.kind).toBe('visitor');
    expect(store.standing().holder?.account.signInName).toBe('saule');
    const back = store.whenBack();
    server.state = signedIn('saule');
    await store.arrived();
    expect(await back).toBe(true);
    expect(left).toEqual([]);
  });

  it("forgets Saule's pages as soon as Gulmira has signed in over them", async () => {
    const { store, server, left } = storeOver(signedIn('saule'));
    await store.refresh();
    store.interrupt('not-signed-in');
    const back = store.whenBack();
    server.state = signedIn('gulmira');
    await store.arrived();
    expect(await back).toBe(false);
    expect(left).toEqual(['left']);
    expect(store.standing().holder?.account.signInName).toBe('gulmira');
  });

  it('forgets them when she signs out herself', async () => {
    const { store, left } = storeOver(signedIn('saule'));
    await store.refresh();
    await store.signOut();
    expect(store.standing()).toEqual({ now: { kind: 'visitor' }, holder: null });
    expect(left).toEqual(['signed out: id of saule', 'left']);
  });

  it('locks at once and then on the server, which knows of her passkey', async () => {
    const { store, server } = storeOver(signedIn('saule'));
    await store.refresh();
    store.lock();
    expect(store.standing().now).toMatchObject({ kind: 'locked', methods: ['password'] });
    await settled();
    expect(server.called).toContain('lockSession');
    expect(store.standing().now).toMatchObject({ methods: ['password', 'passkey'] });
  });

  it('stays locked after a reload although the server could not be told', async () => {
    const { store, server, kept } = storeOver(signedIn('saule'));
    await store.refresh();
    server.isReached = false;
    store.lock();
    await settled();
    expect(kept.size).toBe(1);
    // The same tab, loaded anew: the server still thinks the session open.
    server.isReached = true;
    await store.refresh();
    expect(store.standing().now.kind).toBe('locked');
    await settled();
    expect(kept.size).toBe(0);
    expect(server.state.kind).toBe('locked');
  });

  it('asks the server for the lock screen when another tab has locked', async () => {
    const { store, server } = storeOver(signedIn('saule'));
    await store.refresh();
    server.state = LOCKED;
    store.interrupt('session-locked');
    await settled();
    expect(store.standing().now).toEqual(LOCKED);
    expect(store.standing().holder?.account.signInName).toBe('saule');
  });

  it('goes back to the door when the session ended before it could be locked', async () => {
    const { store } = storeOver(signedIn('saule'));
    await store.refresh();
    const failing = sessionStore({
      api: {
        call: (async (name: string) => {
          if (name === 'lockSession') throw new Problem('not-signed-in');
          return signedIn('saule');
        }) as never,
      },
      tab: { getItem: () => null, setItem: () => undefined, removeItem: () => undefined },
      onLeave: () => undefined,
      onSignOut: () => undefined,
      tellTabs: () => undefined,
    });
    await failing.refresh();
    failing.lock();
    await settled();
    expect(failing.standing().now.kind).toBe('visitor');
  });
});
