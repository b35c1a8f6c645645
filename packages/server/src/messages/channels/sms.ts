import { normalPhone } from '@tirek/domain/messages';
import type { SmsSettings } from '../../message-settings.ts';
import { type Adapter, failed, type Outgoing } from './channel.ts';
import { failureOfError } from './failure-of-error.ts';
import { postOnce } from './post-once.ts';

/** SMS through a gateway that is spoken to over HTTP, in the shape that the administrator has described. */
export function smsChannel(settings: SmsSettings, authorities: readonly string[] | null): Adapter {
  const { url, headers, body, refusedMark } = settings;
  return {
    knowsAgain: [body, ...Object.values(headers)].some((text) => text.includes('{{id}}')),
    async send(outgoing) {
      const to = normalPhone(outgoing.to);
      if (to === null) return failed('address');
      try {
        const answer = await postOnce(url, { ...filled(settings, outgoing, to), authorities });
        if (answer.status === 401 || answer.status === 403) return failed('sign-in');
        const isTaken = answer.status >= 200 && answer.status < 300;
        // Many gateways answer 200 and say in the body that they have not taken it.
        if (!isTaken || (refusedMark !== '' && answer.body.includes(refusedMark)))
          return failed('refused');
        return { kind: 'accepted' };
      } catch (error) {
        return failed(failureOfError(error));
      }
    },
  };
}

/** The body with its places filled in, each value written as the form of the body asks, so that none can become another field. */
function filled({ headers, body }: SmsSettings, outgoing: Outgoing, to: string) {
  const places: Readonly<Record<string, string>> = {
    to,
    digits: to.slice(1),
    text: outgoing.text.short,
    id: outgoing.deliveryId,
    receipt: outgoing.receiptUrl,
  };
  const isJson = body.startsWith('{');
  const fill = (text: string, write: (value: string) => string) =>
    text.replace(/\{\{(\w+)\}\}/g, (whole, name: string) => {
      const value = places[name];
      return value === undefined ? whole : write(value);
    });
  const asIs = (value: string) => value;
  return {
    body: isJson
      ? fill(body, (value) => JSON.stringify(value).slice(1, -1))
      : fill(body, encodeURIComponent),
    headers: {
      'content-type': isJson ? 'application/json' : 'application/x-www-form-urlencoded',
      ...Object.fromEntries(
        Object.entries(headers).map(([name, value]) => [name, fill(value, asIs)]),
      ),
    },
  };
}
