import type { Channel } from '@tirek/domain/messages';
import { setActor } from '../../db/request-transaction.ts';
import type { Job } from '../../jobs/job.ts';
import type { MessageSettings } from '../../message-settings.ts';
import type { Channels } from '../channels/channel.ts';
import { channelsOf, channelsSetUp } from '../channels/channels-of.ts';
import { planDeliveries } from './plan-deliveries.ts';
import { ACTOR, sendDelivery } from './send-delivery.ts';

/** Sendings under way at one time in one process: a gateway that hangs must not hold up the others. */
const AT_ONCE = 4;

/** Sends what is due. Several processes share the work; none sends what another has taken. */
export function sendMessages(settings: MessageSettings, origin: string): Job {
  const isSetUp = channelsSetUp(settings);
  const hasChannel = (channel: Channel) => isSetUp[channel];
  let channels: Channels | null = null;
  return {
    name: ACTOR.job,
    everySeconds: 3,
    async run(context) {
      const { database, clock, newId, keyFor } = context;
      channels ??= channelsOf(settings, keyFor);
      const options = { channels, origin };
      const plan = () =>
        database.jobs.transaction().execute(async (tx) => {
          await setActor(tx, ACTOR);
          return await planDeliveries(tx, { now: clock().toISOString(), newId, hasChannel });
        });
      // What became due while another was being sent is planned first: if it is more urgent, it goes next.
      const sender = async () => {
        do while (await plan());
        while (await sendDelivery(context, options));
      };
      await Promise.all(Array.from({ length: AT_ONCE }, sender));
      return 'done';
    },
  };
}
