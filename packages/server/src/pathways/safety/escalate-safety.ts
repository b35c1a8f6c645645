import { insertAuditEntry } from '../../db/audit-entries.ts';
import type { Tx } from '../../db/database.ts';
import { setActor } from '../../db/request-transaction.ts';
import type { Job } from '../../jobs/job.ts';
import { askings } from './ask-chain.ts';
import {
  askOfChain,
  type EventRow,
  findSafetyClock,
  listBareEntries,
  listChainOf,
  listToLookAt,
} from './queries.ts';
import { bareEntry } from './sealed-safety-words.ts';
import { tellAsked } from './tell-asked.ts';

const ACTOR = { kind: 'system', job: 'escalate-safety' } as const;

/**
 * Takes every event that is nobody's to the next who has to hear of it, by the time that has passed since it began: after a restart
 * as if the program had never stopped, and with several programs side by side once.
 */
export const escalateSafety: Job = {
  name: ACTOR.job,
  everySeconds: 5,
  async run({ database, clock }) {
    const now = clock().toISOString();
    const events = await database.jobs.transaction().execute((tx) => listToLookAt(tx, now));
    for (const event of events) {
      await database.jobs.transaction().execute((tx) => escalate(tx, event, now));
    }
    return 'done';
  },
};

async function escalate(
  tx: Tx,
  event: EventRow & { readonly programmeId: string },
  now: string,
): Promise<void> {
  await setActor(tx, ACTOR);
  const { programmeId } = event;
  const { clock } = await findSafetyClock(tx, programmeId);
  const entries = (await listBareEntries(tx, [event.id])).map(bareEntry);
  const rows = await listChainOf(tx, event.id, now);
  for (const asking of askings(event, { entries, rows, clock, now })) {
    if (!(await askOfChain(tx, asking))) continue;
    const { id: entryId, accountId } = asking;
    await tellAsked(tx, { entryId, accountId, urgency: event.urgency, now });
    await insertAuditEntry(tx, ACTOR, {
      action: 'askForSafety',
      effect: 'system',
      about: [event.id, event.recordId, asking.accountId],
      facts: { level: asking.level, urgency: event.urgency },
      programmeId,
    });
  }
}
