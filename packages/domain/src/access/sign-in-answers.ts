import * as z from 'zod/mini';
import { SecondFactorMethod } from './session.ts';

/** Wrong, unknown, closed, expired or used: one answer for all, so that it tells nothing about who has an account. */
export const Refused = z.object({ kind: z.literal('refused') });
/** Too many failures for this name or from this address. `secondsLeft` until the next attempt is heard, at least 1. */
export const LockedOut = z.object({ kind: z.literal('locked-out'), secondsLeft: z.int() });

/** Answer to the password. */
export const PasswordAnswer = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('second-factor'), methods: z.array(SecondFactorMethod) }),
  z.object({ kind: z.literal('set-up') }),
  Refused,
  LockedOut,
]);
export type PasswordAnswer = z.infer<typeof PasswordAnswer>;

/** Answer to a second step, or to a passkey alone. `recoveryCodesLeft` 0 to 10: advise new ones when few are left. */
export const SignedInAnswer = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('signed-in'), recoveryCodesLeft: z.int() }),
  Refused,
  LockedOut,
]);
export type SignedInAnswer = z.infer<typeof SignedInAnswer>;

/** Answer to a proof that the holder is still at the keyboard. After `locked-out` the session has ended. */
export const ProofAnswer = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('proven') }),
  Refused,
  LockedOut,
]);
export type ProofAnswer = z.infer<typeof ProofAnswer>;

/**
 * Answer to setting up a second factor. The first one brings ten recovery codes (16 digits in four groups), shown this once;
 * a further one brings none, the earlier codes stay good.
 */
export const SetUpAnswer = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('set-up'), recoveryCodes: z.array(z.string()) }),
  Refused,
]);
export type SetUpAnswer = z.infer<typeof SetUpAnswer>;

/** Why a new password is not taken. The page can ask `passwordWeakness` of the domain before it sends. */
export const WeakPassword = z.object({
  kind: z.literal('weak'),
  weakness: z.enum(['too-short', 'too-long', 'too-common', 'holds-name']),
});
