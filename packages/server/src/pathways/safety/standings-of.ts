import type { SignedInActor } from '@tirek/domain/access';
import { foldSafety, type SafetyStanding } from '@tirek/domain/pathways/safety';
import type { Tx } from '../../db/database.ts';
import { type EventRow, listBareEntries, listOpenEvents } from './queries.ts';
import { bareEntry } from './sealed-safety-words.ts';

/** Every event that the actor sees and that is not over, and how it stands. */
export async function standingsOf(
  tx: Tx,
  actor: SignedInActor,
): Promise<{ readonly event: EventRow; readonly standing: SafetyStanding }[]> {
  const events = await listOpenEvents(tx, actor);
  const entries = await listBareEntries(
    tx,
    events.map(({ id }) => id),
  );
  return events.map((event) => ({
    event,
    standing: foldSafety(event, (entries.get(event.id) ?? []).map(bareEntry)),
  }));
}
