import type { ChannelsSetUp } from '@tirek/domain/messages';
import type { MessageSettings } from '../../message-settings.ts';
import type { KeyFor } from '../../people/index.ts';
import type { Channels } from './channel.ts';
import { emailChannel } from './email.ts';
import { smsChannel } from './sms.ts';
import { pushChannel } from './web-push.ts';

/** The channels that the administrator has set up. */
export function channelsOf(
  { mail, sms, push, authorities }: MessageSettings,
  keyFor: KeyFor,
): Channels {
  return {
    push: push && pushChannel(push, { authorities, keyFor }),
    sms: sms && smsChannel(sms, authorities),
    email: mail && emailChannel(mail, authorities),
  };
}

export const channelsSetUp = ({ mail, sms, push }: MessageSettings): ChannelsSetUp => ({
  push: push !== null,
  sms: sms !== null,
  email: mail !== null,
});
