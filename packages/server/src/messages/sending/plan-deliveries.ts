import { allowedAt, type Channel, plannedDeliveries, type Reachable } from '@tirek/domain/messages';
import { PROGRAMME_UTC_OFFSET_MINUTES as utcOffsetMinutes } from '@tirek/domain/surveys';
import type { Tx } from '../../db/database.ts';
import {
  type DueMessage,
  keepPlans,
  listAddressesOf,
  type Planned,
  takeDueMessages,
} from '../queries.ts';

const AT_ONCE = 50;

interface Planning {
  readonly now: string;
  readonly newId: () => string;
  readonly hasChannel: (channel: Channel) => boolean;
}

/** Turns messages that are due into sendings, one for each address and step. @returns whether there may be more. */
export async function planDeliveries(tx: Tx, planning: Planning): Promise<boolean> {
  const due = await takeDueMessages(tx, { now: planning.now, limit: AT_ONCE });
  if (due.length === 0) return false;
  const known = await listAddressesOf(
    tx,
    due.map(({ id }) => id),
  );
  await keepPlans(
    tx,
    due.map((message) => ({
      message,
      plan: planOf(message, known.get(message.id) ?? [], planning),
    })),
  );
  return due.length === AT_ONCE;
}

function planOf(
  { kind, personId, givenUpAt }: DueMessage,
  known: readonly Reachable[],
  { now, newId, hasChannel }: Planning,
): Planned {
  if (givenUpAt <= now) return { kind: 'failed', failure: 'late' };
  const at = allowedAt(kind, now, utcOffsetMinutes);
  if (at > now) return { kind: 'later', until: at };
  // Whom a reminder goes to is opened at sending; until then it is known by its channel alone.
  const addresses = personId ? [{ id: personId, channel: 'sms' as const }] : known;
  const usable = addresses.filter(({ channel }) => hasChannel(channel));
  const deliveries = plannedDeliveries(kind, { addresses: usable, now, utcOffsetMinutes });
  if (deliveries.length === 0) return { kind: 'failed', failure: 'no-address' };
  return {
    kind: 'under-way',
    deliveries: deliveries.map((delivery) => ({
      ...delivery,
      id: newId(),
      addressId: personId ? null : delivery.addressId,
    })),
  };
}
