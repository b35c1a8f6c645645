import { Problem } from '@tirek/domain/problem';
import { describe, expect, it } from 'vitest';
import { NetworkFailure } from '../api/network-failure.ts';
import type { TirekApi } from '../api.ts';
import type { Along } from './along.ts';
import { offlineApi } from './offline-api.ts';

/** A device on which nothing more can be kept, and a tab that last heard that the server cannot be reached. */
function fullDevice(call: () => Promise<unknown>): TirekApi {
  const outbox = {
    add: () => Promise.reject(new DOMException('no room', 'QuotaExceededError')),
  };
  return offlineApi({
    api: { call } as unknown as TirekApi,
    along: { store: () => ({ outbox }) } as unknown as Along,
    connection: {
      isReached: () => false,
      subscribe: () => () => undefined,
      found: () => undefined,
    },
    rules: { recordMove: { about: () => [], shows: () => null, answer: () => ({}) } } as never,
    composed: {},
    kindOf: () => 'write',
    now: () => '2026-11-30T05:00:00.000Z',
    onRead: () => undefined,
    onKept: () => undefined,
  });
}
const move = (api: TirekApi) => api.call('recordMove', { id: 'one' } as never);

describe('on a full disk', () => {
  it('a write goes straight to the server, though the signal was gone a moment ago', async () => {
    expect(await move(fullDevice(async () => ({ done: true })))).toEqual({ done: true });
  });

  it('she is told that the device is full only where the server does not answer', async () => {
    const unreachable = fullDevice(() => Promise.reject(new NetworkFailure('unreachable')));
    await expect(move(unreachable)).rejects.toMatchObject({ code: 'device-full' });
    const refused = fullDevice(() => Promise.reject(new Problem('last-family')));
    await expect(move(refused)).rejects.toMatchObject({ code: 'last-family' });
  });
});
