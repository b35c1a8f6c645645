import type { SignedInActor } from '@tirek/domain/access';
import { foldSafety, type SafetyKind, type SafetyUrgency } from '@tirek/domain/pathways/safety';
import type { Tx } from '../../db/database.ts';
import { listBareEntries, listEventsAbout } from './queries.ts';
import { bareEntry } from './sealed-safety-words.ts';

/** What was raised about somebody, and whether it is over. */
export interface Danger {
  readonly kind: SafetyKind;
  readonly urgency: SafetyUrgency;
  readonly isOver: boolean;
}

/** Every danger that was ever raised about somebody, as far as the actor sees it. */
export async function dangersOf(tx: Tx, actor: SignedInActor, personId: string): Promise<Danger[]> {
  const events = await listEventsAbout(tx, actor, [personId]);
  const entries = await listBareEntries(
    tx,
    events.map(({ id }) => id),
  );
  return events.map((event) => {
    const { status } = foldSafety(event, (entries.get(event.id) ?? []).map(bareEntry));
    return { kind: event.kind, urgency: event.urgency, isOver: status === 'closed' };
  });
}
