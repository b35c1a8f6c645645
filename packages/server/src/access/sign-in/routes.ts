import { type accessContract, passwordWeakness, type SignedInAnswer } from '@tirek/domain/access';
import { Problem } from '@tirek/domain/problem';
import type { Handlers, Request } from '../../http/handler.ts';
import { judgeAssertion, startAssertion } from '../second-factors/passkeys.ts';
import { findOwnTotp, useRecoveryCode, useTotpStep } from '../second-factors/queries.ts';
import { hashRecoveryCode } from '../second-factors/recovery-codes.ts';
import { openSecret } from '../second-factors/sealed-secret.ts';
import { matchingStep } from '../second-factors/totp.ts';
import { beginAttempt } from './attempt.ts';
import { beginSession, completeSession } from './begin-session.ts';
import { deriveVerifier, madeUpSalt, newPasswordRecord } from './password.ts';
import {
  endSessionOfToken,
  findDoor,
  findInvitation,
  getOwnSession,
  type OwnSession,
  passwordMatches,
  takeInvitation,
} from './queries.ts';
import { requireAwaitingSecondFactor } from './session-holder.ts';
import { secondFactorMethods, sessionState } from './session-state.ts';
import { hashToken } from './session-token.ts';

type SignInHandlers = Pick<
  Handlers<typeof accessContract>,
  | 'readSession'
  | 'signInWithPassword'
  | 'signInWithTotp'
  | 'signInWithRecoveryCode'
  | 'startPasskeySignIn'
  | 'signInWithPasskey'
  | 'openInvitation'
  | 'acceptInvitation'
  | 'signOut'
>;

/** Coming in. What was refused is answered as a value, so that the count of failures and the audit row are kept. */
export const signInHandlers: SignInHandlers = {
  readSession: ({ tx, actor, keyFor }) => sessionState(tx, actor, keyFor),

  async signInWithPassword(request) {
    const { tx, input, about, ofProgramme, keyFor } = request;
    const name = input.signInName.trim().toLowerCase();
    const attempt = await beginAttempt(request, name);
    if (attempt.kind === 'locked-out') {
      about([], { outcome: 'locked-out' });
      return attempt;
    }
    const door = await findDoor(tx, name);
    const verifier = await deriveVerifier(input.password, door ?? madeUpSalt(name, keyFor), keyFor);
    const isRight = await passwordMatches(tx, door?.accountId ?? null, verifier);
    if (door) {
      about([door.accountId]);
      ofProgramme(door.programmeId);
    }
    if (!isRight || !door) {
      about([], { outcome: attempt.failed.kind });
      return attempt.failed;
    }
    await attempt.wasRight('step');
    about([], { outcome: 'password-right' });
    const methods = secondFactorMethods(door);
    const awaited = methods.length > 0 ? 'second-factor' : 'set-up';
    await beginSession(request, { accountId: door.accountId, awaited, device: input.device });
    return methods.length > 0 ? { kind: 'second-factor', methods } : { kind: 'set-up' };
  },

  signInWithTotp: (request) =>
    secondStep(request, async ({ accountId }) => {
      const { tx, input, now, keyFor } = request;
      const sealed = await findOwnTotp(tx, 'confirmed', now);
      if (!sealed) return false;
      const step = matchingStep(openSecret(sealed, accountId, keyFor), input.code, now);
      return step !== null && (await useTotpStep(tx, step));
    }),

  signInWithRecoveryCode: (request) =>
    secondStep(request, async ({ accountId }) => {
      const { tx, input, now, keyFor } = request;
      return await useRecoveryCode(tx, hashRecoveryCode(input.code, accountId, keyFor), now);
    }),

  async startPasskeySignIn(request) {
    const purpose = isSecondStep(request) ? 'second-factor' : 'sign-in';
    return { options: await startAssertion(request, purpose) };
  },

  async signInWithPasskey(request) {
    const { input, about, ofProgramme } = request;
    if (isSecondStep(request)) {
      return await secondStep(request, async ({ accountId }) => {
        const passkey = await judgeAssertion(request, input.assertion, 'second-factor');
        return passkey?.accountId === accountId;
      });
    }
    const attempt = await beginAttempt(request, null);
    if (attempt.kind === 'locked-out') {
      about([], { outcome: 'locked-out' });
      return attempt;
    }
    const passkey = await judgeAssertion(request, input.assertion, 'sign-in');
    if (!passkey) {
      about([], { outcome: attempt.failed.kind });
      return attempt.failed;
    }
    await attempt.wasRight('complete');
    const { accountId } = passkey;
    about([accountId], { outcome: 'signed-in' });
    ofProgramme(passkey.programmeId);
    await beginSession(request, { accountId, awaited: null, device: input.device });
    return { kind: 'signed-in', recoveryCodesLeft: passkey.recoveryCodesLeft };
  },

  async openInvitation({ tx, input, now }) {
    const found = await findInvitation(tx, hashToken(input.token), now);
    return found ? { kind: 'open', ...found } : { kind: 'refused' };
  },

  async acceptInvitation(request) {
    const { tx, input, now, about, ofProgramme, keyFor } = request;
    const tokenHash = hashToken(input.token);
    const found = await findInvitation(tx, tokenHash, now);
    if (!found) {
      about([], { outcome: 'refused' });
      return { kind: 'refused' };
    }
    const weakness = passwordWeakness(input.password, found);
    if (weakness) {
      about([], { outcome: 'weak' });
      return { kind: 'weak', weakness };
    }
    const password = await newPasswordRecord(input.password, keyFor);
    const taken = await takeInvitation(tx, { tokenHash, password, language: input.language }, now);
    if (!taken) {
      about([], { outcome: 'refused' });
      return { kind: 'refused' };
    }
    about([taken.accountId], { outcome: 'accepted' });
    ofProgramme(taken.programmeId);
    const { accountId } = taken;
    await beginSession(request, { accountId, awaited: 'set-up', device: input.device });
    return { kind: 'set-up' };
  },

  async signOut({ tx, actor, sessionToken, setSession, about }) {
    if (actor.kind === 'account') about([actor.accountId]);
    if (sessionToken) await endSessionOfToken(tx, hashToken(sessionToken));
    setSession(null);
    return {};
  },
};

const isSecondStep = ({ actor }: Request<unknown>): boolean =>
  actor.kind === 'account' && !actor.isFullySignedIn && actor.awaited === 'second-factor';

/** A second step of whatever kind: count, judge, and on success complete the session under a new token. */
async function secondStep<Input>(
  request: Request<Input>,
  judge: (holder: { accountId: string; own: OwnSession }) => Promise<boolean>,
): Promise<SignedInAnswer> {
  const { tx, actor, about } = request;
  const { accountId } = requireAwaitingSecondFactor(actor);
  about([accountId]);
  const own = await getOwnSession(tx);
  const attempt = await beginAttempt(request, own.signInName);
  if (attempt.kind === 'locked-out') {
    about([], { outcome: 'locked-out' });
    return attempt;
  }
  if (!(await judge({ accountId, own }))) {
    about([], { outcome: attempt.failed.kind });
    return attempt.failed;
  }
  await attempt.wasRight('complete');
  if (!(await completeSession(request))) throw new Problem('not-signed-in');
  about([], { outcome: 'signed-in' });
  return { kind: 'signed-in', recoveryCodesLeft: (await getOwnSession(tx)).recoveryCodesLeft };
}
