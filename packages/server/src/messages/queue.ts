import { givenUpAt, type MessageKind, type SentKind } from '@tirek/domain/messages';
import type { Tx } from '../db/database.ts';
import { insertMessage, insertReminder } from './queries.ts';

/**
 * Queues a message to a colleague in the caller's transaction: it goes if that commits, and once however often it is queued under
 * one id. From a request to an account of the actor's programme, from a job to any.
 */
export async function queueMessage(
  tx: Tx,
  message: {
    readonly id: string;
    readonly to: string;
    readonly text: MessageKind;
    readonly dueAt: string;
    readonly now: string;
  },
): Promise<void> {
  const { text, ...rest } = message;
  await queueTo(tx, { ...rest, kind: text, addressId: null });
}

/** The same for every kind that goes to an account; what proves an address and tests go to the actor alone. */
export async function queueTo(
  tx: Tx,
  message: {
    readonly id: string;
    readonly to: string;
    readonly kind: Exclude<SentKind, 'remember'>;
    readonly addressId: string | null;
    readonly dueAt: string;
    readonly now: string;
  },
): Promise<void> {
  await insertMessage(tx, { ...message, givenUpAt: givenUpAt(message.kind, message.dueAt) });
}

/**
 * Queues a reminder to somebody whom the programme supports. It goes by SMS, by day, and only if she agrees to messages at the
 * moment it goes; it says nothing but to call or come.
 */
export async function queueReminder(
  tx: Tx,
  reminder: {
    readonly id: string;
    readonly personId: string;
    readonly dueAt: string;
    readonly now: string;
  },
): Promise<void> {
  await insertReminder(tx, { ...reminder, givenUpAt: givenUpAt('remember', reminder.dueAt) });
}
