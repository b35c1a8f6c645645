import type { ConsentTopic } from '@tirek/domain/consents';
import { useRead } from '../api/use-read.ts';
import { useText } from '../text/language.tsx';

/** A topic in words: a purpose, and of a referral the service that it goes to. */
export function useTopicName(): (topic: ConsentTopic) => string {
  const text = useText('consents');
  const receivers = useRead('listConsentReceivers', {});
  return ({ purpose, receiverId }) => {
    const receiver = receivers.data?.receivers.find(({ id }) => id === receiverId);
    return receiver
      ? text('purpose.referralTo', { receiver: receiver.name })
      : text(`purpose.${purpose}`);
  };
}
