import type { Actor, SignedInActor } from '@tirek/domain/access';
import { Problem } from '@tirek/domain/problem';

/** Narrows to an account in whatever state; @throws Problem `not-signed-in`. */
export function requireHolder(actor: Actor): SignedInActor {
  if (actor.kind !== 'account') throw new Problem('not-signed-in');
  return actor;
}

/** For a second step: @throws Problem `second-factor-needed` while one must be set up first, `already-done` in a full session. */
export function requireAwaitingSecondFactor(actor: Actor): SignedInActor {
  const holder = requireHolder(actor);
  if (holder.isFullySignedIn) throw new Problem('already-done');
  if (holder.awaited !== 'second-factor') {
    throw new Problem('second-factor-needed', { awaited: holder.awaited });
  }
  return holder;
}

/** For setting up a factor: in a full session or while the first is awaited; @throws Problem `second-factor-needed` otherwise. */
export function requireMaySetUp(actor: Actor): SignedInActor {
  const holder = requireHolder(actor);
  if (!holder.isFullySignedIn && holder.awaited !== 'set-up') {
    throw new Problem('second-factor-needed', { awaited: holder.awaited });
  }
  return holder;
}
