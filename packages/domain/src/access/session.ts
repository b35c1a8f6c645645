import * as z from 'zod/mini';
import { Id, Instant } from '../contract.ts';
import { AccountLanguage } from './account.ts';
import { ROLES } from './roles.ts';

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
    /** Seals what this account types and has not sent, on the devices where it types: 32 bytes, base64url. Kept nowhere. */
    draftKey: z.string(),
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
