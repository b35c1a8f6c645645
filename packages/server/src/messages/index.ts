import { messagesContract } from '@tirek/domain/messages';
import { type Route, routesOf } from '../http/handler.ts';
import type { Page } from '../http/page.ts';
import type { Job } from '../jobs/job.ts';
import type { MessageSettings } from '../message-settings.ts';
import { healthHandlers } from './health/handlers.ts';
import { ownReachHandlers } from './own-reach/handlers.ts';
import { receiptPages } from './receipts.ts';
import { sendMessages } from './sending/send-messages.ts';

export { queueMessage, queueReminder } from './queue.ts';

/** Nothing leaves an installation in which nobody has set up a channel. */
export const NO_MESSAGES: MessageSettings = {
  mail: null,
  sms: null,
  push: null,
  authorities: null,
};

/** Endpoints and pages of messages over the channels that an installation has. */
export function messagesOver(settings: MessageSettings): {
  readonly routes: readonly Route[];
  readonly pages: readonly Page[];
} {
  const { sms } = settings;
  const words = { delivered: sms?.delivered ?? null, undelivered: sms?.undelivered ?? null };
  return {
    routes: routesOf(messagesContract, {
      ...ownReachHandlers(settings),
      ...healthHandlers(settings),
    }),
    pages: receiptPages(words),
  };
}

/** What sends; over the channels that an installation has. */
export const messageJobs = (settings: MessageSettings, origin: string): readonly Job[] => [
  sendMessages(settings, origin),
];
