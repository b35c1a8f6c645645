import { type accessContract, type ProofAnswer, passwordWeakness } from '@tirek/domain/access';
import { Problem } from '@tirek/domain/problem';
import { accountOf } from '../../http/account-of.ts';
import type { Handlers, Request } from '../../http/handler.ts';
import { judgeAssertion, startAssertion } from '../second-factors/passkeys.ts';
import { beginAttempt } from '../sign-in/attempt.ts';
import { deriveVerifier, newPasswordRecord } from '../sign-in/password.ts';
import {
  changeOwnLanguage,
  changeOwnPassword,
  endOwnSessions,
  endSessionOfToken,
  getOwnSession,
  listSessions,
  lockSession,
  type OwnSession,
  passwordMatches,
  proveSession,
} from '../sign-in/queries.ts';
import { hashToken } from '../sign-in/session-token.ts';

type SessionHandlers = Pick<
  Handlers<typeof accessContract>,
  | 'lockSession'
  | 'unlockWithPassword'
  | 'startPasskeyUnlock'
  | 'unlockWithPasskey'
  | 'listSessions'
  | 'endSession'
  | 'endOtherSessions'
  | 'changePassword'
  | 'changeLanguage'
>;

/** Keeping one's own sessions, password and language. */
export const sessionHandlers: SessionHandlers = {
  async lockSession({ tx }) {
    await lockSession(tx);
    return {};
  },

  unlockWithPassword: (request) =>
    prove(request, async (own, accountId) => {
      const verifier = await deriveVerifier(request.input.password, own, request.keyFor);
      return await passwordMatches(request.tx, accountId, verifier);
    }),

  async startPasskeyUnlock(request) {
    accountOf(request.actor);
    return { options: await startAssertion(request, 'unlock') };
  },

  unlockWithPasskey: (request) =>
    prove(request, async (_own, accountId) => {
      const passkey = await judgeAssertion(request, request.input.assertion, 'unlock');
      return passkey?.accountId === accountId;
    }),

  async listSessions({ tx, actor, now }) {
    return { sessions: await listSessions(tx, accountOf(actor), now) };
  },

  async endSession({ tx, actor, input, about, sessionToken, setSession }) {
    const holder = accountOf(actor);
    about([holder.accountId, input.sessionId]);
    const ended = await endOwnSessions(tx, holder, { id: input.sessionId });
    if (ended === 0) throw new Problem('not-found');
    if (input.sessionId === holder.sessionId && sessionToken) setSession(null);
    return {};
  },

  async endOtherSessions({ tx, actor, about }) {
    const holder = accountOf(actor);
    const ended = await endOwnSessions(tx, holder, 'others');
    about([holder.accountId], { ended });
    return { ended };
  },

  async changePassword(request) {
    const { tx, actor, input, now, about, keyFor } = request;
    const { accountId } = accountOf(actor);
    about([accountId]);
    const own = await getOwnSession(tx);
    const attempt = await beginAttempt(request, own.signInName);
    if (attempt.kind === 'locked-out') return await lockedOut(request, attempt);
    const verifier = await deriveVerifier(input.oldPassword, own, keyFor);
    if (!(await passwordMatches(tx, accountId, verifier))) {
      if (attempt.failed.kind === 'locked-out') return await lockedOut(request, attempt.failed);
      about([], { outcome: 'refused' });
      return attempt.failed;
    }
    await attempt.wasRight('step');
    const weakness = passwordWeakness(input.newPassword, own);
    if (weakness) {
      about([], { outcome: 'weak' });
      return { kind: 'weak', weakness };
    }
    await proveSession(tx, now);
    const password = await newPasswordRecord(input.newPassword, keyFor);
    if (!(await changeOwnPassword(tx, password, now))) throw new Problem('not-allowed');
    about([], { outcome: 'changed' });
    return { kind: 'changed' };
  },

  async changeLanguage({ tx, actor, input, about }) {
    about([accountOf(actor).accountId], { language: input.language });
    if (!(await changeOwnLanguage(tx, input.language))) throw new Problem('not-allowed');
    return {};
  },
};

/** Judges whether the holder is at the keyboard; too many failures end the session. */
async function prove<Input>(
  request: Request<Input>,
  judge: (own: OwnSession, accountId: string) => Promise<boolean>,
): Promise<ProofAnswer> {
  const { tx, actor, now, about } = request;
  const { accountId } = accountOf(actor);
  about([accountId]);
  const own = await getOwnSession(tx);
  const attempt = await beginAttempt(request, own.signInName);
  if (attempt.kind === 'locked-out') return await lockedOut(request, attempt);
  if (!(await judge(own, accountId))) {
    if (attempt.failed.kind === 'locked-out') return await lockedOut(request, attempt.failed);
    about([], { outcome: 'refused' });
    return attempt.failed;
  }
  await attempt.wasRight('complete');
  await proveSession(tx, now);
  about([], { outcome: 'proven' });
  return { kind: 'proven' };
}

async function lockedOut<Input>(
  { tx, sessionToken, setSession, about }: Request<Input>,
  answer: { readonly kind: 'locked-out'; readonly secondsLeft: number },
) {
  about([], { outcome: 'locked-out' });
  if (sessionToken) await endSessionOfToken(tx, hashToken(sessionToken));
  setSession(null);
  return answer;
}
