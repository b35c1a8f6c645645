import type { Actor, SecondFactorMethod, SessionState } from '@tirek/domain/access';
import type { Tx } from '../../db/database.ts';
import { findOwnSession, type OwnSession } from './queries.ts';

/** Where this browser stands: for its first page and after every step. */
export async function sessionState(
  tx: Tx,
  actor: Actor,
  keyFor: (purpose: string) => Buffer,
): Promise<SessionState> {
  if (actor.kind !== 'account') return { kind: 'visitor' };
  const own = await findOwnSession(tx);
  if (!own) return { kind: 'visitor' };
  const { signInName, displayName, language } = own;
  if (actor.isFullySignedIn) {
    return {
      kind: 'signed-in',
      account: { id: actor.accountId, signInName, displayName, language },
      programme: { id: own.programmeId, code: own.programmeCode, name: own.programmeName },
      assignments: [...actor.assignments],
      session: { id: actor.sessionId, expiresAt: own.expiresAt },
      draftKey: keyFor(`drafts of ${actor.accountId}`).toString('base64url'),
    };
  }
  switch (actor.awaited) {
    case 'second-factor':
      return { kind: 'second-factor', methods: secondFactorMethods(own) };
    case 'set-up':
      return { kind: 'set-up', signInName, displayName };
    case 'unlock':
      return {
        kind: 'locked',
        displayName,
        language,
        methods: own.passkeys > 0 ? ['password', 'passkey'] : ['password'],
      };
  }
}

/** By what an account can do its second step, the handiest first. Empty: it must set one up. */
export function secondFactorMethods({
  hasTotp,
  passkeys,
  recoveryCodesLeft,
}: Pick<OwnSession, 'hasTotp' | 'passkeys' | 'recoveryCodesLeft'>): SecondFactorMethod[] {
  const methods: SecondFactorMethod[] = [];
  if (hasTotp) methods.push('totp');
  if (passkeys > 0) methods.push('passkey');
  if (methods.length > 0 && recoveryCodesLeft > 0) methods.push('recovery-code');
  return methods;
}
