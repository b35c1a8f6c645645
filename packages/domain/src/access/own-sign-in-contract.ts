import * as z from 'zod/mini';
import { DateOnly, endpoint, Id, Nothing } from '../contract.ts';
import { AccountLanguage } from './account.ts';
import { Passkey, PasskeyAssertion, PasskeyOptions, PasskeyRegistration } from './passkey.ts';
import { Session } from './session.ts';
import { LockedOut, ProofAnswer, Refused, SetUpAnswer, WeakPassword } from './sign-in-answers.ts';
import { TypedPassword } from './sign-in-contract.ts';

const PEOPLE_OF_ONE_OFFICE = 30;
const PASSKEY_BYTES = 32 * 1024;
const Label = z.string().check(z.trim(), z.minLength(1), z.maxLength(60));

/**
 * Keeping one's own sign-in: lock, sessions, password, second factors.
 *
 * In a session that waits for its first second factor (`set-up`) the set-up endpoints are open at once. In a full session
 * they, and whatever takes a factor away, want a proof not older than ten minutes (a sign-in, or `unlockWithPassword` /
 * `unlockWithPasskey`): without it the Problem is `proof-needed`, the page asks for the proof and sends again.
 */
export const ownSignInContract = {
  /** Locks the screen: until the holder proves herself, this session answers to nothing but `unlock…`, `readSession` and `signOut`. */
  lockSession: endpoint({
    kind: 'session',
    method: 'POST',
    path: '/api/session/lock',
    permission: 'locked-or-signed-in',
    input: Nothing,
    output: Nothing,
    audit: 'none',
  }),
  /** Opens a locked session; in an open one it renews the proof for changes to one's sign-in. Failures count towards the lock-out. */
  unlockWithPassword: endpoint({
    kind: 'session',
    method: 'POST',
    path: '/api/session/unlock/password',
    permission: 'locked-or-signed-in',
    input: z.object({ password: TypedPassword }),
    output: ProofAnswer,
    audit: 'write',
    perMinute: PEOPLE_OF_ONE_OFFICE,
    maxBytes: 8 * 1024,
  }),
  /** Begins the same with one of the account's passkeys. */
  startPasskeyUnlock: endpoint({
    kind: 'session',
    method: 'POST',
    path: '/api/session/unlock/passkey/start',
    permission: 'locked-or-signed-in',
    input: Nothing,
    output: z.object({ options: PasskeyOptions }),
    audit: 'none',
    perMinute: PEOPLE_OF_ONE_OFFICE,
  }),
  unlockWithPasskey: endpoint({
    kind: 'session',
    method: 'POST',
    path: '/api/session/unlock/passkey',
    permission: 'locked-or-signed-in',
    input: z.object({ assertion: PasskeyAssertion }),
    output: ProofAnswer,
    audit: 'write',
    perMinute: PEOPLE_OF_ONE_OFFICE,
    maxBytes: PASSKEY_BYTES,
  }),
  /** The account's sessions that are alive, the one used last first. */
  listSessions: endpoint({
    kind: 'read',
    method: 'GET',
    path: '/api/sessions',
    permission: 'signed-in',
    input: Nothing,
    output: z.object({ sessions: z.array(Session) }),
    audit: 'none',
  }),
  /** Ends one of one's own sessions. @throws `not-found` for anybody else's. */
  endSession: endpoint({
    kind: 'session',
    method: 'POST',
    path: '/api/sessions/:sessionId/end',
    permission: 'signed-in',
    input: z.object({ sessionId: Id }),
    output: Nothing,
    audit: 'write',
  }),
  /** Ends all of one's own sessions but this one. */
  endOtherSessions: endpoint({
    kind: 'session',
    method: 'POST',
    path: '/api/sessions/end-others',
    permission: 'signed-in',
    input: Nothing,
    output: z.object({ ended: z.int() }),
    audit: 'write',
  }),
  /** `refused` means the old password is wrong. A change ends all other sessions of the account. */
  changePassword: endpoint({
    kind: 'session',
    method: 'POST',
    path: '/api/own/password',
    permission: 'signed-in',
    input: z.object({ oldPassword: TypedPassword, newPassword: TypedPassword }),
    output: z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('changed') }),
      WeakPassword,
      Refused,
      LockedOut,
    ]),
    audit: 'write',
    perMinute: PEOPLE_OF_ONE_OFFICE,
    maxBytes: 8 * 1024,
  }),
  /** The language in which the programme speaks to this account. */
  changeLanguage: endpoint({
    kind: 'session',
    method: 'POST',
    path: '/api/own/language',
    permission: 'signed-in',
    input: z.object({ language: AccountLanguage }),
    output: Nothing,
    audit: 'write',
  }),
  /** The account's second factors, without secrets. */
  listSecondFactors: endpoint({
    kind: 'read',
    method: 'GET',
    path: '/api/own/second-factors',
    permission: 'signed-in',
    input: Nothing,
    output: z.object({
      totp: z.nullable(z.object({ addedOn: DateOnly })),
      passkeys: z.array(Passkey),
      recoveryCodesLeft: z.int(),
    }),
    audit: 'none',
  }),
  /**
   * Makes a new secret for an authenticator app; it takes effect, and replaces an earlier one, when `confirmTotp` has seen a
   * code of it. `uri` is the text of the QR code (`otpauth://totp/…`), `secret` the same in letters (base32) for typing.
   */
  startTotp: endpoint({
    kind: 'session',
    method: 'POST',
    path: '/api/own/totp/start',
    permission: 'half-signed-in',
    input: Nothing,
    output: z.object({ secret: z.string(), uri: z.string() }),
    audit: 'write',
    perMinute: PEOPLE_OF_ONE_OFFICE,
  }),
  /** Confirms the secret with a code. In a `set-up` session this is the moment of being fully signed in. */
  confirmTotp: endpoint({
    kind: 'session',
    method: 'POST',
    path: '/api/own/totp/confirm',
    permission: 'half-signed-in',
    input: z.object({ code: z.string().check(z.minLength(1), z.maxLength(40)) }),
    output: SetUpAnswer,
    audit: 'write',
    perMinute: PEOPLE_OF_ONE_OFFICE,
  }),
  /** Begins registering a passkey, good for five minutes. */
  startPasskey: endpoint({
    kind: 'session',
    method: 'POST',
    path: '/api/own/passkeys/start',
    permission: 'half-signed-in',
    input: Nothing,
    output: z.object({ options: PasskeyOptions }),
    audit: 'none',
    perMinute: PEOPLE_OF_ONE_OFFICE,
  }),
  /** Keeps the passkey. In a `set-up` session this is the moment of being fully signed in. */
  confirmPasskey: endpoint({
    kind: 'session',
    method: 'POST',
    path: '/api/own/passkeys/confirm',
    permission: 'half-signed-in',
    input: z.object({ registration: PasskeyRegistration, label: Label }),
    output: SetUpAnswer,
    audit: 'write',
    perMinute: PEOPLE_OF_ONE_OFFICE,
    maxBytes: PASSKEY_BYTES,
  }),
  /** @throws `last-second-factor` when no other is left, `not-found` for a passkey that is not one's own. */
  removePasskey: endpoint({
    kind: 'session',
    method: 'POST',
    path: '/api/own/passkeys/:passkeyId/remove',
    permission: 'signed-in',
    input: z.object({ passkeyId: Id }),
    output: Nothing,
    audit: 'write',
  }),
  /** @throws `last-second-factor` when no passkey is left. */
  removeTotp: endpoint({
    kind: 'session',
    method: 'POST',
    path: '/api/own/totp/remove',
    permission: 'signed-in',
    input: Nothing,
    output: Nothing,
    audit: 'write',
  }),
  /** Ten new recovery codes, shown this once; the earlier ones stop working. */
  renewRecoveryCodes: endpoint({
    kind: 'session',
    method: 'POST',
    path: '/api/own/recovery-codes',
    permission: 'signed-in',
    input: Nothing,
    output: z.object({ recoveryCodes: z.array(z.string()) }),
    audit: 'write',
  }),
};
