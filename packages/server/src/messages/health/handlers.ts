import type { messagesContract } from '@tirek/domain/messages';
import type { Handlers } from '../../http/handler.ts';
import type { MessageSettings } from '../../message-settings.ts';
import { channelsSetUp } from '../channels/channels-of.ts';
import { countUnreached, listChannelNumbers } from './queries.ts';

const WEEK = 7 * 24 * 3_600_000;

/** How the channels do, without anybody's address or message. */
export const healthHandlers = (
  settings: MessageSettings,
): Pick<Handlers<typeof messagesContract>, 'getMessageChannels' | 'getMessageHealth'> => ({
  async getMessageChannels() {
    return { channels: channelsSetUp(settings) };
  },

  async getMessageHealth({ tx, now }) {
    const since = new Date(Date.parse(now) - WEEK).toISOString();
    const isSetUp = channelsSetUp(settings);
    const numbers = await listChannelNumbers(tx, since);
    return {
      channels: numbers.map(({ failures, ...each }) => ({
        ...each,
        isSetUp: isSetUp[each.channel],
        failures: Object.entries(failures).map(([failure, times]) => ({
          failure: failure as keyof typeof failures,
          times,
        })),
      })),
      unreached: await countUnreached(tx, since),
    };
  },
});
