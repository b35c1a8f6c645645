import * as z from 'zod/mini';
import { endpoint, Nothing } from '../contract.ts';
import { AccountLanguage } from './account.ts';
import { PasskeyAssertion, PasskeyOptions } from './passkey.ts';
import { SessionState } from './session.ts';
import { PasswordAnswer, Refused, SignedInAnswer, WeakPassword } from './sign-in-answers.ts';

/** A password as typed; anything longer is no password but an attack. */
export const TypedPassword = z.string().check(z.minLength(1), z.maxLength(1000));
/** A code as typed: spaces and dashes are forgiven. */
const TypedCode = z.string().check(z.minLength(1), z.maxLength(40));
/** What the page calls this device in the list of sessions, such as `Firefox, Android`; no address, no place. */
const Device = z._default(z.string().check(z.trim(), z.maxLength(60)), '');
const InvitationToken = z.string().check(z.regex(/^[A-Za-z0-9_-]{43}$/));

const PEOPLE_OF_ONE_OFFICE = 30;
const PASSKEY_BYTES = 32 * 1024;

/** Coming in: password, second step, passkey, invitation. None of these is a `write`: what is typed here leaves no receipt. */
export const signInContract = {
  /** Where this browser stands. Counts as use of the session, so ask it only when the person has done something. */
  readSession: endpoint({
    kind: 'read',
    method: 'GET',
    path: '/api/session',
    permission: 'anyone',
    input: Nothing,
    output: SessionState,
    audit: 'none',
  }),
  /** First step. Opens a half session that must be finished within ten minutes; ends the session this browser had. */
  signInWithPassword: endpoint({
    kind: 'session',
    method: 'POST',
    path: '/api/sign-in/password',
    permission: 'anyone',
    input: z.object({
      /** Any text: an ill-formed name is answered like an unknown one. */
      signInName: z.string().check(z.maxLength(200)),
      password: TypedPassword,
      device: Device,
    }),
    output: PasswordAnswer,
    audit: 'write',
    perMinute: PEOPLE_OF_ONE_OFFICE,
    maxBytes: 8 * 1024,
  }),
  /** Second step: the six digits of the authenticator app. Each code works once. */
  signInWithTotp: endpoint({
    kind: 'session',
    method: 'POST',
    path: '/api/sign-in/totp',
    permission: 'half-signed-in',
    input: z.object({ code: TypedCode }),
    output: SignedInAnswer,
    audit: 'write',
    perMinute: PEOPLE_OF_ONE_OFFICE,
  }),
  /** Second step when the phone is lost: one of the ten codes on paper. Each works once. */
  signInWithRecoveryCode: endpoint({
    kind: 'session',
    method: 'POST',
    path: '/api/sign-in/recovery-code',
    permission: 'half-signed-in',
    input: z.object({ code: TypedCode }),
    output: SignedInAnswer,
    audit: 'write',
    perMinute: PEOPLE_OF_ONE_OFFICE,
  }),
  /**
   * Begins a passkey ceremony, good for five minutes and for one answer: as second step in a half session, otherwise as
   * sign-in without a name or password.
   */
  startPasskeySignIn: endpoint({
    kind: 'session',
    method: 'POST',
    path: '/api/sign-in/passkey/start',
    permission: 'anyone',
    input: Nothing,
    output: z.object({ options: PasskeyOptions }),
    audit: 'none',
    perMinute: PEOPLE_OF_ONE_OFFICE,
  }),
  /** Ends the ceremony. Without a half session the device must have verified its user (PIN, finger, face). */
  signInWithPasskey: endpoint({
    kind: 'session',
    method: 'POST',
    path: '/api/sign-in/passkey',
    permission: 'anyone',
    input: z.object({ assertion: PasskeyAssertion, device: Device }),
    output: SignedInAnswer,
    audit: 'write',
    perMinute: PEOPLE_OF_ONE_OFFICE,
    maxBytes: PASSKEY_BYTES,
  }),
  /** Who is invited by the link; asked with the token from behind `#`. A wrong, used or expired one is `refused`. */
  openInvitation: endpoint({
    kind: 'session',
    method: 'POST',
    path: '/api/invitation/open',
    permission: 'anyone',
    input: z.object({ token: InvitationToken }),
    output: z.discriminatedUnion('kind', [
      z.object({
        kind: z.literal('open'),
        signInName: z.string(),
        displayName: z.string(),
        language: AccountLanguage,
        programmeName: z.record(z.string(), z.string()),
      }),
      Refused,
    ]),
    audit: 'none',
    perMinute: PEOPLE_OF_ONE_OFFICE,
  }),
  /** Uses the link up: sets the password and opens a half session in which the second factor is set up next. */
  acceptInvitation: endpoint({
    kind: 'session',
    method: 'POST',
    path: '/api/invitation/accept',
    permission: 'anyone',
    input: z.object({
      token: InvitationToken,
      password: TypedPassword,
      language: AccountLanguage,
      device: Device,
    }),
    output: z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('set-up') }),
      WeakPassword,
      Refused,
    ]),
    audit: 'write',
    perMinute: PEOPLE_OF_ONE_OFFICE,
    maxBytes: 8 * 1024,
  }),
  /** Ends this browser's session in whatever state; a visitor may ask too. */
  signOut: endpoint({
    kind: 'session',
    method: 'POST',
    path: '/api/sign-out',
    permission: 'anyone',
    input: Nothing,
    output: Nothing,
    audit: 'write',
  }),
};
