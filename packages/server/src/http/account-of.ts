import type { Actor, SignedInActor } from '@tirek/domain/access';
import { Problem } from '@tirek/domain/problem';

/** The account behind a request, whose verb was asked for already; in whatever state. @throws Problem `not-signed-in`. */
export function accountOf(actor: Actor): SignedInActor {
  if (actor.kind !== 'account') throw new Problem('not-signed-in');
  return actor;
}
