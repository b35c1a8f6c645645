import { type SafetyClock, USUAL_SAFETY_CLOCK } from '@tirek/domain/pathways/safety';
import { insertAuditEntry } from '../../db/audit-entries.ts';
import type { Tx } from '../../db/database.ts';
import { setActor } from '../../db/request-transaction.ts';
import type { Job } from '../../jobs/job.ts';
import { askings } from './ask-chain.ts';
import {
  askOfChain,
  type ChainRow,
  type EventRow,
  listBareEntries,
  listChainsOf,
  listSafetyClocks,
  listToLookAt,
  lockEvent,
} from './queries.ts';
import { bareEntry } from './sealed-safety-words.ts';
import { tellAsked } from './tell-asked.ts';

const ACTOR = { kind: 'system', job: 'escalate-safety' } as const;

/**
 * Takes every event that is nobody's to the next who has to hear of it, by the time that has passed since it began: after a restart
 * as if the program had never stopped, and with several programs side by side once. What there is to ask is read of all events at
 * once; each event that wants somebody asked is one transaction.
 */
export const escalateSafety: Job = {
  name: ACTOR.job,
  everySeconds: 5,
  async run({ database, clock }) {
    const now = clock().toISOString();
    const waiting = await database.jobs.transaction().execute((tx) => listWaiting(tx, now));
    for (const event of waiting) {
      await database.jobs.transaction().execute((tx) => escalate(tx, event, now));
    }
    return 'done';
  },
};

interface Waiting {
  readonly event: EventRow & { readonly programmeId: string };
  readonly rows: readonly ChainRow[];
  readonly clock: SafetyClock;
}

/** The events for which somebody has to be asked now, with what says whom. */
async function listWaiting(tx: Tx, now: string): Promise<Waiting[]> {
  const events = await listToLookAt(tx, now);
  const ids = events.map(({ id }) => id);
  const entries = await listBareEntries(tx, ids);
  const chains = ids.length > 0 ? await listChainsOf(tx, ids, now) : new Map();
  const clocks = await listSafetyClocks(tx, [
    ...new Set(events.map(({ programmeId }) => programmeId)),
  ]);
  return events
    .map((event) => ({
      event,
      rows: chains.get(event.id) ?? [],
      clock: clocks.get(event.programmeId)?.clock ?? USUAL_SAFETY_CLOCK,
    }))
    .filter(({ event, ...of }) => {
      const known = (entries.get(event.id) ?? []).map(bareEntry);
      return askings(event, { ...of, entries: known, now }).length > 0;
    });
}

async function escalate(tx: Tx, { event, ...of }: Waiting, now: string): Promise<void> {
  await setActor(tx, ACTOR);
  // Whoever takes it at this moment comes first, and nobody is called any more.
  await lockEvent(tx, event.id);
  const entries = ((await listBareEntries(tx, [event.id])).get(event.id) ?? []).map(bareEntry);
  for (const asking of askings(event, { ...of, entries, now })) {
    if (!(await askOfChain(tx, asking))) continue;
    const { id: entryId, accountId } = asking;
    await tellAsked(tx, { entryId, accountId, urgency: event.urgency, now });
    await insertAuditEntry(tx, ACTOR, {
      action: 'askForSafety',
      effect: 'system',
      about: [event.id, event.recordId, asking.accountId],
      facts: { level: asking.level, urgency: event.urgency },
      programmeId: event.programmeId,
    });
  }
}
