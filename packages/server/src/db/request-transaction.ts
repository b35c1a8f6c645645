import type { Actor } from '@tirek/domain/access';
import { sql } from 'kysely';
import type { Database, Tx } from './database.ts';

/**
 * Runs one request's work in one transaction in which the database knows who asks.
 * Whoever throws rolls everything back; an answer is given only after the commit.
 */
export async function inRequest<T>(
  database: Database,
  actor: Actor,
  work: (tx: Tx) => Promise<T>,
): Promise<T> {
  return await database.app.transaction().execute(async (tx) => {
    await setActor(tx, actor);
    return await work(tx);
  });
}

/** Tells the database who asks, until the end of the transaction. */
export async function setActor(tx: Tx, actor: Actor): Promise<void> {
  const account = actor.kind === 'account' ? actor : null;
  await sql`select set_config('tirek.actor_kind', ${actor.kind}, true),
    set_config('tirek.actor_id', ${account?.accountId ?? ''}, true),
    set_config('tirek.programme_id', ${account?.programmeId ?? ''}, true),
    set_config('tirek.session_id', ${account?.sessionId ?? ''}, true),
    set_config('tirek.fully_signed_in', ${account?.isFullySignedIn ? 'yes' : 'no'}, true)`.execute(
    tx,
  );
}

/** For a job of ours that works within one programme. */
export async function setProgramme(tx: Tx, programmeId: string): Promise<void> {
  await sql`select set_config('tirek.programme_id', ${programmeId}, true)`.execute(tx);
}
