import * as z from 'zod/mini';
import type { PushSettings } from '../../message-settings.ts';
import type { KeyFor } from '../../people/index.ts';
import { type Adapter, failed } from './channel.ts';
import { failureOfError } from './failure-of-error.ts';
import { postOnce } from './post-once.ts';
import { type Subscription, sealedPush, vapidHeader } from './web-push-body.ts';

/** Push services of the browsers that there are. A subscription names its own, so nothing else is ever spoken to. */
const KNOWN_SERVICES = [
  /^fcm\.googleapis\.com$/,
  /^[a-z0-9-]+\.push\.services\.mozilla\.com$/,
  /^[a-z0-9-]+\.push\.apple\.com$/,
  /^[a-z0-9-]+\.notify\.windows\.com$/,
];

/** Whether an address is one of a push service: over https, at its usual port, unless the administrator named it. */
export function isPushService(endpoint: string, hosts: readonly string[]): boolean {
  if (!URL.canParse(endpoint)) return false;
  const { protocol, host, hostname, port, username } = new URL(endpoint);
  if (protocol !== 'https:' || username !== '') return false;
  return hosts.includes(host) || (port === '' && KNOWN_SERVICES.some((one) => one.test(hostname)));
}

const StoredSubscription = z.object({
  endpoint: z.string(),
  p256dh: z.string(),
  auth: z.string(),
  /** Browser and machine, as its holder knows them. */
  device: z.string(),
});
type StoredSubscription = z.infer<typeof StoredSubscription>;

/** A subscription as it lies sealed in its row; null where nothing could be sealed for it or it is no push service's. */
export function storedSubscription(
  subscription: StoredSubscription,
  hosts: readonly string[],
): string | null {
  const stored = JSON.stringify(z.parse(StoredSubscription, subscription));
  try {
    sealedPush(Buffer.alloc(0), readSubscription(stored));
    return isPushService(subscription.endpoint, hosts) ? stored : null;
  } catch {
    return null;
  }
}

export const deviceOf = (stored: string): string =>
  z.parse(StoredSubscription, JSON.parse(stored)).device;

export function readSubscription(stored: string): Subscription {
  const { endpoint, p256dh, auth } = z.parse(StoredSubscription, JSON.parse(stored));
  return {
    endpoint,
    p256dh: Buffer.from(p256dh, 'base64url'),
    auth: Buffer.from(auth, 'base64url'),
  };
}

/** Messages to browsers: sealed for each, so that its maker's servers carry what they cannot read. */
export function pushChannel(
  { contact, hosts }: PushSettings,
  { authorities, keyFor }: { authorities: readonly string[] | null; keyFor: KeyFor },
): Adapter {
  return {
    // A message replaces one of the same topic that has not been shown yet (RFC 8030, 5.4).
    knowsAgain: true,
    async send({ deliveryId, to, text, isUrgent, receiptUrl, now }) {
      const subscription = readSubscription(to);
      if (!isPushService(subscription.endpoint, hosts)) return failed('address');
      const { subject, short } = text;
      const receipt = `${new URL(receiptUrl).pathname}?shown=yes`;
      const told = Buffer.from(JSON.stringify({ title: subject, body: short, receipt }));
      try {
        const { status } = await postOnce(subscription.endpoint, {
          headers: {
            authorization: vapidHeader(subscription.endpoint, { contact, now, keyFor }),
            'content-encoding': 'aes128gcm',
            'content-type': 'application/octet-stream',
            ttl: String(24 * 3600),
            urgency: isUrgent ? 'high' : 'normal',
            topic: deliveryId.replaceAll('-', ''),
          },
          body: sealedPush(told, subscription),
          authorities,
        });
        if (status >= 200 && status < 300) return { kind: 'accepted' };
        // The browser has withdrawn its subscription (RFC 8030, 7.3).
        if (status === 404 || status === 410) return failed('address');
        return failed(status === 401 || status === 403 ? 'sign-in' : 'refused');
      } catch (error) {
        return failed(failureOfError(error));
      }
    },
  };
}
