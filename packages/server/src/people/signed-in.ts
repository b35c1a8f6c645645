import type { Actor, SignedInActor } from '@tirek/domain/access';
import { Problem } from '@tirek/domain/problem';

/** The actor of an endpoint whose verb is held by accounts only. */
export function signedIn(actor: Actor): SignedInActor {
  if (actor.kind !== 'account') throw new Problem('not-signed-in');
  return actor;
}
