import type { SignedInActor } from '@tirek/domain/access';
import {
  type Channel,
  isMailAddress,
  MOST_ADDRESSES,
  MOST_ASKED_AN_HOUR,
  MOST_WRONG_CODES,
  type messagesContract,
  normalPhone,
} from '@tirek/domain/messages';
import { Problem } from '@tirek/domain/problem';
import type { Tx } from '../../db/database.ts';
import { accountOf } from '../../http/account-of.ts';
import type { Handlers } from '../../http/handler.ts';
import type { MessageSettings } from '../../message-settings.ts';
import type { KeyFor } from '../../people/index.ts';
import { channelsSetUp } from '../channels/channels-of.ts';
import { deviceOf, storedSubscription } from '../channels/web-push.ts';
import { pushKey } from '../channels/web-push-body.ts';
import { isProofCode } from '../proof-code.ts';
import { queueTo } from '../queue.ts';
import { openAddress, sealAddress } from '../sealed-address.ts';
import {
  changeOwnAddress,
  countAsked,
  findCodeMessage,
  insertAddress,
  listOwnAddresses,
  listOwnTest,
  lockReach,
  markSeen,
} from './queries.ts';

type OwnReachHandlers = Pick<
  Handlers<typeof messagesContract>,
  | 'getOwnReach'
  | 'addAddress'
  | 'addPushDevice'
  | 'sendCode'
  | 'proveAddress'
  | 'removeAddress'
  | 'sendTest'
  | 'seeMessages'
>;

const HOUR = 3_600_000;

/** Where one is reached oneself. Another account's address is `not-found` like one that was never there. */
export const ownReachHandlers = (settings: MessageSettings): OwnReachHandlers => ({
  async getOwnReach({ tx, actor, keyFor }) {
    const asker = accountOf(actor);
    const addresses = (await listOwnAddresses(tx, asker)).map(
      ({ sealed, wrongCodes: _, ...row }) => ({
        ...row,
        label: labelOf(row.channel, openAddress(sealed, row.id, keyFor)),
      }),
    );
    return {
      channels: channelsSetUp(settings),
      addresses,
      test: await listOwnTest(tx, asker),
      ...pushKeyOf(settings, keyFor),
    };
  },

  async addAddress({ tx, actor, input, now, newId, keyFor, about }) {
    const asker = accountOf(actor);
    const { id, channel } = input;
    about([asker.accountId], { channel });
    if (!channelsSetUp(settings)[channel]) throw new Problem('channel-missing');
    const address = wellFormed(channel, input.address);
    if (address === null) throw new Problem('address-invalid');
    await lockReach(tx, asker);
    if ((await listOwnAddresses(tx, asker)).length >= MOST_ADDRESSES)
      throw new Problem('addresses-full');
    const sealed = sealAddress(address, id, keyFor);
    await insertAddress(tx, asker, { id, channel, sealed, provedAt: null, now });
    await sendCodeTo(tx, asker, { id: newId(), addressId: id, now });
    return {};
  },

  async addPushDevice({ tx, actor, input, now, keyFor, about }) {
    const asker = accountOf(actor);
    const { id, ...subscription } = input;
    about([asker.accountId], { channel: 'push' });
    if (!settings.push) throw new Problem('channel-missing');
    const stored = storedSubscription(subscription, settings.push.hosts);
    if (stored === null) throw new Problem('address-invalid');
    await lockReach(tx, asker);
    const own = await listOwnAddresses(tx, asker);
    if (own.some(({ sealed, ...row }) => openAddress(sealed, row.id, keyFor) === stored)) return {};
    if (own.length >= MOST_ADDRESSES) throw new Problem('addresses-full');
    const sealed = sealAddress(stored, id, keyFor);
    // The browser itself has asked for it: there is nothing to prove by a code.
    await insertAddress(tx, asker, { id, channel: 'push', sealed, provedAt: now, now });
    return {};
  },

  async sendCode({ tx, actor, input, now, newId, about }) {
    const asker = accountOf(actor);
    const { addressId } = input;
    about([asker.accountId]);
    await lockReach(tx, asker);
    const address = await requireOwn(tx, asker, addressId);
    if (address.provedAt) throw new Problem('already-done');
    await changeOwnAddress(tx, asker, { id: addressId, wrongCodes: 0 });
    await sendCodeTo(tx, asker, { id: newId(), addressId, now });
    return {};
  },

  async proveAddress({ tx, actor, input, now, keyFor, about }) {
    const asker = accountOf(actor);
    const { addressId, code } = input;
    about([asker.accountId]);
    await lockReach(tx, asker);
    const address = await requireOwn(tx, asker, addressId);
    if (address.provedAt) return { kind: 'proved' };
    const messageId = await findCodeMessage(tx, asker, { addressId, now });
    if (messageId === null || address.wrongCodes >= MOST_WRONG_CODES) return { kind: 'over' };
    if (!isProofCode(code, messageId, keyFor)) {
      await changeOwnAddress(tx, asker, { id: addressId, wrongCodes: address.wrongCodes + 1 });
      about([], { outcome: 'refused' });
      return { kind: 'refused' };
    }
    await changeOwnAddress(tx, asker, { id: addressId, provedAt: now });
    return { kind: 'proved' };
  },

  async removeAddress({ tx, actor, input, now, about }) {
    const asker = accountOf(actor);
    about([asker.accountId]);
    const isGone = await changeOwnAddress(tx, asker, {
      ...{ id: input.addressId, endedAt: now, sealed: null },
    });
    if (!isGone) throw new Problem('not-found');
    return {};
  },

  async sendTest({ tx, actor, input, now, about }) {
    const asker = accountOf(actor);
    about([asker.accountId]);
    await lockReach(tx, asker);
    const own = await listOwnAddresses(tx, asker);
    if (!own.some(({ provedAt }) => provedAt !== null)) throw new Problem('address-missing');
    await requireFewAsked(tx, asker, { kind: 'test', now });
    await queueTo(tx, {
      ...{ id: input.id, to: asker.accountId, kind: 'test', addressId: null, dueAt: now, now },
    });
    return {};
  },

  async seeMessages({ tx, now }) {
    return { seen: await markSeen(tx, now) };
  },
});

const labelOf = (channel: Channel, address: string): string =>
  channel === 'push' ? deviceOf(address) : address;

const pushKeyOf = ({ push }: MessageSettings, keyFor: KeyFor) => ({
  pushKey: push && pushKey(keyFor).publicKey.toString('base64url'),
});

function wellFormed(channel: 'sms' | 'email', address: string): string | null {
  if (channel === 'sms') return normalPhone(address);
  return isMailAddress(address) ? address : null;
}

/** @throws Problem `not-found` where the address is not the actor's or is gone. */
async function requireOwn(tx: Tx, actor: SignedInActor, addressId: string) {
  const own = (await listOwnAddresses(tx, actor)).find(({ id }) => id === addressId);
  if (!own) throw new Problem('not-found');
  return own;
}

async function sendCodeTo(
  tx: Tx,
  actor: SignedInActor,
  { id, addressId, now }: { id: string; addressId: string; now: string },
): Promise<void> {
  await requireFewAsked(tx, actor, { kind: 'prove', now });
  await queueTo(tx, { id, to: actor.accountId, kind: 'prove', addressId, dueAt: now, now });
}

/** @throws Problem `too-many-requests`: nobody is pestered through this program. */
async function requireFewAsked(
  tx: Tx,
  actor: SignedInActor,
  { kind, now }: { kind: 'prove' | 'test'; now: string },
): Promise<void> {
  const since = new Date(Date.parse(now) - HOUR).toISOString();
  const asked = await countAsked(tx, actor, { kind, since });
  if (asked >= MOST_ASKED_AN_HOUR) throw new Problem('too-many-requests', { seconds: 3600 });
}
