import type { SafetyUrgency } from '@tirek/domain/pathways/safety';
import type { Tx } from '../../db/database.ts';
import { queueMessage } from '../../messages/index.ts';

/** Calls a colleague who was asked, or to whom an event was given: that something waits, and nothing of whom or what. */
export async function tellAsked(
  tx: Tx,
  {
    entryId,
    accountId,
    urgency,
    now,
  }: {
    readonly entryId: string;
    readonly accountId: string;
    readonly urgency: SafetyUrgency;
    readonly now: string;
  },
): Promise<void> {
  const text = urgency === 'now' ? 'look-now' : 'look-today';
  await queueMessage(tx, { id: entryId, to: accountId, text, dueAt: now, now });
}
