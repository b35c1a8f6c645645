import { describe, expect, it } from 'vitest';
import { httpCall } from './http-call.ts';

describe('an endpoint as HTTP', () => {
  it('fills the path from the input and sends the rest as the body', () => {
    expect(
      httpCall(
        { method: 'POST', path: '/api/waves/:waveId/close' },
        { id: 'a', waveId: 'w/1', reason: 'Отпуск' },
      ),
    ).toEqual({
      method: 'POST',
      url: '/api/waves/w%2F1/close',
      body: '{"id":"a","reason":"Отпуск"}',
    });
  });

  it('puts what Ruslan filters by into the query, and nothing that he left open', () => {
    expect(
      httpCall(
        { method: 'GET', path: '/api/audit/entries' },
        { effect: 'read', action: undefined, day: '2026-11-22' },
      ),
    ).toEqual({ method: 'GET', url: '/api/audit/entries?effect=read&day=2026-11-22', body: null });
  });

  it('has no question mark where nothing is asked', () => {
    expect(httpCall({ method: 'GET', path: '/api/campaigns' }, {}).url).toBe('/api/campaigns');
  });

  it('refuses to call an address with a hole in it', () => {
    expect(() => httpCall({ method: 'GET', path: '/api/waves/:waveId/report' }, {})).toThrow(
      'needs waveId',
    );
  });
});
