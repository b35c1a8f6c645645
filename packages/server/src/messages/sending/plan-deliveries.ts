import { allowedAt, type Channel, plannedDeliveries } from '@tirek/domain/messages';
import { PROGRAMME_UTC_OFFSET_MINUTES as utcOffsetMinutes } from '@tirek/domain/surveys';
import type { Tx } from '../../db/database.ts';
import {
  type DueMessage,
  insertDeliveries,
  listAddressesOfMessage,
  postponeMessage,
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
  for (const message of due) await plan(tx, message, planning);
  return due.length === AT_ONCE;
}

async function plan(
  tx: Tx,
  message: DueMessage,
  { now, newId, hasChannel }: Planning,
): Promise<void> {
  const at = allowedAt(message.kind, now, utcOffsetMinutes);
  if (at > now) {
    await postponeMessage(tx, message.id, at);
    return;
  }
  const isLate = message.givenUpAt <= now;
  const addresses = isLate
    ? []
    : message.personId
      ? // Whom it goes to is opened at sending; until then it is known by its channel alone.
        [{ id: message.personId, channel: 'sms' as const }]
      : await listAddressesOfMessage(tx, message.id);
  const usable = addresses.filter(({ channel }) => hasChannel(channel));
  const planned = plannedDeliveries(message.kind, { addresses: usable, now, utcOffsetMinutes });
  await insertDeliveries(
    tx,
    message,
    planned.map((delivery) => ({
      ...delivery,
      id: newId(),
      addressId: message.personId ? null : delivery.addressId,
    })),
  );
}
