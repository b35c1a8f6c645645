import { type Permission, ROLE_PERMISSIONS } from './permissions.ts';
import type { Assignment } from './roles.ts';

/** Who asks. `visitor` has not signed in; `respondent` answers a survey and is nobody we know; `system` is a job of ours. */
export type Actor =
  | { readonly kind: 'visitor' }
  | { readonly kind: 'respondent' }
  | { readonly kind: 'system'; readonly job: string }
  | SignedInActor;

export interface SignedInActor {
  readonly kind: 'account';
  readonly accountId: string;
  readonly programmeId: string;
  readonly sessionId: string;
  /** False until the second factor has been given; then only the endpoints that give it are open. */
  readonly isFullySignedIn: boolean;
  readonly assignments: readonly Assignment[];
}

/** Whether the actor's roles allow the verb anywhere. Which rows it reaches is decided by queries and by the database. */
export function may(actor: Actor, permission: Permission): boolean {
  return (
    actor.kind === 'account' &&
    actor.isFullySignedIn &&
    actor.assignments.some(({ role }) => ROLE_PERMISSIONS[role].includes(permission))
  );
}
