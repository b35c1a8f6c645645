import type { SignedIn } from './session-store.ts';

/** Somebody of the cast as `readSession` tells of her. */
export function signedIn(name: string, assignments: SignedIn['assignments'] = []): SignedIn {
  return {
    kind: 'signed-in',
    account: { id: `id of ${name}`, signInName: name, displayName: name, language: 'kk' },
    programme: { id: 'programme', code: 'kz', name: { en: 'Family support' } },
    assignments,
    draftKey: 'a'.repeat(43),
    session: { id: `session of ${name}`, expiresAt: '2026-11-23T17:00:00.000Z' },
  };
}
