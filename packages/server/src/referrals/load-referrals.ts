import type { SignedInActor } from '@tirek/domain/access';
import { type KnownReferral, Referral, ReferralEvent } from '@tirek/domain/referrals';
import { type Names, nameIn } from '@tirek/domain/services';
import * as z from 'zod/mini';
import { LINK_TRIES } from '../access/index.ts';
import type { Tx } from '../db/database.ts';
import { type KeyFor, listDataKeys, unwrapDataKey } from '../people/index.ts';
import {
  type EventRow,
  listAgreedReceivers,
  listEventRows,
  listReceiverNames,
  type ReferralRow,
} from './queries.ts';
import { openReferralWords, openSaid } from './sealed.ts';

interface Asking {
  readonly tx: Tx;
  readonly actor: SignedInActor;
  readonly keyFor: KeyFor;
  readonly today: string;
}

/** Rows within reach with their events, opened where the keys are at hand, in their order. */
export async function openReferrals(
  { tx, actor, keyFor, today }: Asking,
  rows: readonly ReferralRow[],
): Promise<KnownReferral[]> {
  const ids = rows.map(({ id }) => id);
  const events = Map.groupBy(await listEventRows(tx, actor, ids), ({ referralId }) => referralId);
  const wrapped = await listDataKeys(tx, [...new Set(rows.map(({ recordId }) => recordId))]);
  const keys = new Map([...wrapped].map(([id, key]) => [id, unwrapDataKey(id, key, keyFor)]));
  const receivers = rows.map(({ receiverId }) => receiverId);
  const names = await listReceiverNames(tx, actor, receivers);
  const agreed = new Map<string, ReadonlySet<string>>();
  for (const personId of new Set(rows.map((row) => row.personId))) {
    agreed.set(personId, await listAgreedReceivers(tx, { personId, receivers, on: today }));
  }
  return rows.map((row) => {
    const key = keys.get(row.recordId);
    const provider = row.provider as Names;
    return {
      referral: referralOf(row, key),
      events: (events.get(row.id) ?? []).map((event) => eventOf(event, keyFor)),
      ...{ service: row.service as Names, provider },
      receiver: names.get(row.receiverId) ?? nameIn(provider, 'ru'),
      isAgreed: agreed.get(row.personId)?.has(row.receiverId) === true,
      link:
        row.linkExpiresAt === null
          ? null
          : {
              expiresAt: row.linkExpiresAt,
              triesLeft: Math.max(0, LINK_TRIES - (row.linkTries ?? 0)),
            },
    };
  });
}

const referralOf = (row: ReferralRow, key: Buffer | undefined): Referral =>
  z.parse(Referral, {
    ...row,
    isToAccount: row.addresseeId !== null,
    words: key ? openReferralWords(row.sealed, row.id, key) : null,
  });

function eventOf(row: EventRow, keyFor: KeyFor): ReferralEvent {
  const words = row.sealed && openSaid(row.sealed, row.id, keyFor);
  return z.parse(ReferralEvent, {
    ...row,
    ...{ by: row.saidBy, at: row.saidAt },
    feedback: row.feedback === null ? null : { ...(row.feedback as object), words: words ?? '' },
    override:
      row.overrideUntil === null
        ? null
        : { supervisorId: row.overrideSupervisor, until: row.overrideUntil, why: words },
  });
}
