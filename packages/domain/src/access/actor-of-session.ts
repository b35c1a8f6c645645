import type { Actor } from './actor.ts';
import type { SessionState } from './session.ts';

/** The actor that the answer of `readSession` describes, for `may()` in the page. */
export function actorOfSession(state: SessionState): Actor {
  if (state.kind !== 'signed-in') return { kind: 'visitor' };
  return {
    kind: 'account',
    accountId: state.account.id,
    programmeId: state.programme.id,
    sessionId: state.session.id,
    isFullySignedIn: true,
    assignments: state.assignments,
  };
}
