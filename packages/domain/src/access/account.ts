import * as z from 'zod/mini';
import { DateOnly, Id, Instant } from '../contract.ts';
import { PROGRAMME_WIDE_ROLES } from './permissions.ts';
import { ROLES } from './roles.ts';

/** The name typed at sign-in: lower-case Latin letters, digits and `. _ - @`, 3 to 64 of them, so that every keyboard has it. */
export const SignInName = z
  .string()
  .check(z.trim(), z.toLowerCase(), z.regex(/^[a-z0-9][a-z0-9._@-]{2,63}$/));
/** A colleague's name as colleagues see it, in any script. */
export const DisplayName = z.string().check(z.trim(), z.minLength(1), z.maxLength(100));
export const AccountLanguage = z.enum(['kk', 'ru', 'en']);
/** Code of a region in the programme, such as `KZ-75`. */
export const RegionCode = z.string().check(z.regex(/^[A-Z]{2}-[0-9A-Z]{1,4}$/));

/** A role and where it holds: `region` null means the whole programme. Programme-wide roles take no region. */
export const AssignmentScope = z
  .object({ role: z.enum(ROLES), region: z.nullable(RegionCode) })
  .check(
    z.refine(({ role, region }) => region === null || !PROGRAMME_WIDE_ROLES.includes(role), {
      path: ['region'],
    }),
  );
export type AssignmentScope = z.infer<typeof AssignmentScope>;

/** An assignment in force. */
export const HeldAssignment = z.object({
  id: Id,
  role: z.enum(ROLES),
  region: z.nullable(z.string()),
  startedOn: DateOnly,
});
export type HeldAssignment = z.infer<typeof HeldAssignment>;

/** An account as its administrator sees it: states and counts, never a secret. */
export const Account = z.object({
  id: Id,
  signInName: z.string(),
  displayName: z.string(),
  language: AccountLanguage,
  /** `invited`: no password yet. */
  state: z.enum(['invited', 'active', 'closed']),
  createdOn: DateOnly,
  closedOn: z.nullable(DateOnly),
  /** The day of the last full sign-in; days only, so that nobody's working hours are watched. */
  lastSignInOn: z.nullable(DateOnly),
  secondFactor: z.object({
    hasTotp: z.boolean(),
    passkeys: z.int(),
    recoveryCodesLeft: z.int(),
  }),
  /** When the invitation link that is still open runs out. */
  invitationExpiresAt: z.nullable(Instant),
  /** Until when sign-in by password is refused after too many failures. */
  lockedOutUntil: z.nullable(Instant),
  assignments: z.array(HeldAssignment),
});
export type Account = z.infer<typeof Account>;

/**
 * An invitation, shown once to the administrator who hands it on. The link works once, within 72 hours; its token stands
 * behind `#`, so that it reaches no server log.
 */
export const Invitation = z.object({ link: z.string(), expiresAt: Instant });
export type Invitation = z.infer<typeof Invitation>;
