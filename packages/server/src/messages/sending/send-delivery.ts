import {
  type Failure,
  isWorthRetrying,
  messageText,
  POLICIES,
  pauseSeconds,
} from '@tirek/domain/messages';
import type { Language } from '@tirek/domain/text';
import { insertAuditEntry } from '../../db/audit-entries.ts';
import type { Tx } from '../../db/database.ts';
import { setActor, setProgramme } from '../../db/request-transaction.ts';
import type { JobContext } from '../../jobs/job.ts';
import { type KeyFor, openIdentity } from '../../people/index.ts';
import { programmeDay } from '../../programmes/index.ts';
import { type Channels, failed, type Outcome } from '../channels/channel.ts';
import { proofCode } from '../proof-code.ts';
import {
  findAddressOfDelivery,
  keepOutcome,
  listIdentitiesForDelivery,
  type TakenDelivery,
  takeDelivery,
} from '../queries.ts';
import { receiptPath } from '../receipts.ts';
import { openAddress } from '../sealed-address.ts';

export const ACTOR = { kind: 'system', job: 'send-messages' } as const;

/** Longer than any attempt may take. A process that was killed while it sent is waited for this long. */
const LEASE_SECONDS = 90;

export interface SendingOptions {
  readonly channels: Channels;
  /** What people type; receipts come in there. */
  readonly origin: string;
}

/**
 * Takes one sending, sends it and keeps what became of it: three steps, so that no transaction is open while the other end is
 * waited for. @returns false when there was none.
 */
export async function sendDelivery(
  { database, clock, keyFor, log }: JobContext,
  options: SendingOptions,
): Promise<boolean> {
  const taken = await database.jobs.transaction().execute(async (tx) => {
    const now = clock().toISOString();
    const leasedUntil = new Date(Date.parse(now) + LEASE_SECONDS * 1000).toISOString();
    return await takeDelivery(tx, { now, leasedUntil });
  });
  if (!taken) return false;
  const outcome = await attempt(taken, options, { database, clock, keyFor });
  if (outcome.kind === 'failed') {
    const { channel } = taken;
    log({
      level: 'error',
      part: 'messages',
      channel,
      failure: outcome.failure,
      tries: taken.tries,
    });
  }
  const now = clock().toISOString();
  await database.jobs
    .transaction()
    .execute((tx) => keepOutcome(tx, taken, outcomeOf(taken, outcome, now)));
  return true;
}

async function attempt(
  taken: TakenDelivery,
  { channels, origin }: SendingOptions,
  { database, clock, keyFor }: Pick<JobContext, 'database' | 'clock' | 'keyFor'>,
): Promise<Outcome> {
  const adapter = channels[taken.channel];
  if (!adapter) return failed('no-address');
  const mayRepeat = adapter.knowsAgain || POLICIES[taken.kind].isRatherTwice;
  if (taken.isUnclear && !mayRepeat) return failed('unclear');
  const now = clock().toISOString();
  if (taken.givenUpAt <= now) return failed('late');
  const reached = await database.jobs
    .transaction()
    .execute((tx) =>
      taken.personId ? openPhone(tx, taken, { now, keyFor }) : openOwn(tx, taken, keyFor),
    );
  if (typeof reached === 'string') return failed(reached);
  const code = taken.kind === 'prove' ? proofCode(taken.messageId, keyFor) : '';
  return await adapter.send({
    deliveryId: taken.id,
    to: reached.to,
    text: messageText(taken.kind, reached.language, code),
    isUrgent: taken.kind === 'look-now',
    receiptUrl: `${origin}${receiptPath(taken.id, keyFor)}`,
    now,
  });
}

interface Reached {
  readonly to: string;
  readonly language: Language;
}

async function openOwn(tx: Tx, taken: TakenDelivery, keyFor: KeyFor): Promise<Reached | Failure> {
  const found = await findAddressOfDelivery(tx, taken.id);
  if (!found) return 'no-address';
  return {
    to: openAddress(found.sealed, found.addressId, keyFor),
    language: found.language,
  };
}

/** Opens the number of whom a reminder goes to. That it was opened is in the log before anything leaves. */
async function openPhone(
  tx: Tx,
  taken: TakenDelivery,
  { now, keyFor }: { now: string; keyFor: KeyFor },
): Promise<Reached | Failure> {
  await setActor(tx, ACTOR);
  await setProgramme(tx, taken.programmeId);
  const records = await listIdentitiesForDelivery(tx, { id: taken.id, on: programmeDay(now) });
  const [any] = records;
  if (!any) return 'no-consent';
  await insertAuditEntry(tx, ACTOR, {
    action: 'sendReminder',
    effect: 'read',
    about: [any.standsFor],
    facts: { channel: taken.channel },
    programmeId: taken.programmeId,
  });
  const hers = records.toSorted(
    (one, other) =>
      Number(other.personId === any.standsFor) - Number(one.personId === any.standsFor),
  );
  const to = hers.flatMap((record) => openIdentity(record, keyFor).phones)[0];
  return to === undefined ? 'no-address' : { to, language: any.language };
}

/** What is kept of an attempt: done, over, or once more later as long as it is worth it. */
function outcomeOf(taken: TakenDelivery, outcome: Outcome, now: string) {
  if (outcome.kind === 'accepted') return { state: 'accepted' as const, acceptedAt: now };
  const { failure } = outcome;
  const nextAt = new Date(Date.parse(now) + pauseSeconds(taken.tries) * 1000).toISOString();
  return isWorthRetrying(failure) && nextAt < taken.givenUpAt
    ? { state: 'waiting' as const, failure, nextAt }
    : { state: 'failed' as const, failure };
}
