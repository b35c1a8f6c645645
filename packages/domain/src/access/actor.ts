import { type Permission, ROLE_PERMISSIONS } from './permissions.ts';
import type { Assignment } from './roles.ts';

/** Who asks. `visitor` has not signed in; `respondent` answers a survey and is nobody we know; `system` is a job of ours. */
export type Actor =
  | { readonly kind: 'visitor' }
  | { readonly kind: 'respondent' }
  | { readonly kind: 'system'; readonly job: string }
  | SignedInActor;

/**
 * What a session still waits for before it opens anything:
 * `second-factor` the code or passkey of this sign-in, `set-up` a second factor to be chosen for the first time,
 * `unlock` the holder's return after the screen was locked.
 */
export type Awaited = 'second-factor' | 'set-up' | 'unlock';

export type SignedInActor = {
  readonly kind: 'account';
  readonly accountId: string;
  readonly programmeId: string;
  readonly sessionId: string;
  readonly assignments: readonly Assignment[];
} & (
  | { readonly isFullySignedIn: true }
  | { readonly isFullySignedIn: false; readonly awaited: Awaited }
);

/** Whether the actor's roles allow the verb anywhere. Which rows it reaches is decided by queries and by the database. */
export function may(actor: Actor, permission: Permission): boolean {
  return (
    actor.kind === 'account' &&
    actor.isFullySignedIn &&
    actor.assignments.some(({ role }) => ROLE_PERMISSIONS[role].includes(permission))
  );
}
