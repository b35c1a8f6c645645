import type { Actor, SignedInActor } from '@tirek/domain/access';
import { Problem } from '@tirek/domain/problem';
import { accountOf } from '../../http/account-of.ts';

/** For a second step: @throws Problem `second-factor-needed` while one must be set up first, `already-done` in a full session. */
export function requireAwaitingSecondFactor(actor: Actor): SignedInActor {
  const holder = accountOf(actor);
  if (holder.isFullySignedIn) throw new Problem('already-done');
  if (holder.awaited !== 'second-factor') {
    throw new Problem('second-factor-needed', { awaited: holder.awaited });
  }
  return holder;
}

/** For setting up a factor: in a full session or while the first is awaited; @throws Problem `second-factor-needed` otherwise. */
export function requireMaySetUp(actor: Actor): SignedInActor {
  const holder = accountOf(actor);
  if (!holder.isFullySignedIn && holder.awaited !== 'set-up') {
    throw new Problem('second-factor-needed', { awaited: holder.awaited });
  }
  return holder;
}
