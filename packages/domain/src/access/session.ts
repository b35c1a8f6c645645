import * as z from 'zod/mini';
import { Id, Instant } from '../contract.ts';
import { AccountLanguage } from './account.ts';
import type { Actor } from './actor.ts';
import { ROLES } from './roles.ts';

/** A session ends this long after sign-in, whatever happens. */
export const SESSION_LIFE_HOURS = 12;
/** The server forgets a session that has asked for nothing for so long. */
export const SESSION_IDLE_MINUTES = 30;
/** The page locks itself (`lockSession`) after so long without a touch. */
export const LOCK_AFTER_MINUTES = 10;
/** How long a half-finished sign-in waits for its second step. */
export const HALF_SESSION_MINUTES = 10;
/** How long a password or passkey just given counts as proof for changes to one's own sign-in. */
export const PROOF_MINUTES = 10;

/** How a second step may be done: by which of them this account has. */
export const SecondFactorMethod = z.enum(['totp', 'passkey', 'recovery-code']);
export type SecondFactorMethod = z.infer<typeof SecondFactorMethod>;

/**
 * Where this browser stands. Only `signed-in` opens anything.
 * - `second-factor`: the password was right; one of `methods` must follow.
 * - `set-up`: the password was right and the account has no second factor yet; it must be chosen now.
 * - `locked`: the screen was locked; `unlockWithPassword` or `unlockWithPasskey` opens it, `signOut` ends it.
 */
export const SessionState = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('visitor') }),
  z.object({ kind: z.literal('second-factor'), methods: z.array(SecondFactorMethod) }),
  z.object({ kind: z.literal('set-up'), signInName: z.string(), displayName: z.string() }),
  z.object({
    kind: z.literal('locked'),
    displayName: z.string(),
    language: AccountLanguage,
    methods: z.array(z.enum(['password', 'passkey'])),
  }),
  z.object({
    kind: z.literal('signed-in'),
    account: z.object({
      id: Id,
      signInName: z.string(),
      displayName: z.string(),
      language: AccountLanguage,
    }),
    programme: z.object({ id: Id, code: z.string(), name: z.record(z.string(), z.string()) }),
    assignments: z.array(z.object({ role: z.enum(ROLES), region: z.nullable(z.string()) })),
    session: z.object({ id: Id, expiresAt: Instant }),
  }),
]);
export type SessionState = z.infer<typeof SessionState>;

/** One of the account's sign-ins, as its holder sees it: which device and when, never where. */
export const Session = z.object({
  id: Id,
  /** What the page said of the device at sign-in, such as `Chrome, Windows`; may be empty. */
  device: z.string(),
  startedAt: Instant,
  /** Right to the minute. */
  lastUsedAt: Instant,
  isThisOne: z.boolean(),
  isLocked: z.boolean(),
});
export type Session = z.infer<typeof Session>;

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
