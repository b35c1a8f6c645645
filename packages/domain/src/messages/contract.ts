import * as z from 'zod/mini';
import { type Contract, endpoint, Id, Instant, Nothing } from '../contract.ts';
import { Channel } from './kinds.ts';
import { FAILURES } from './policy.ts';

/** Whether each channel is set up in this installation. */
export const ChannelsSetUp = z.object({ push: z.boolean(), sms: z.boolean(), email: z.boolean() });
export type ChannelsSetUp = z.infer<typeof ChannelsSetUp>;

export const SENDING_STATES = [
  'waiting',
  'sending',
  'accepted',
  'delivered',
  'failed',
  'dropped',
] as const;

/** How one sending of one's own test stands. */
export const OwnSending = z.object({
  channel: Channel,
  addressId: Id,
  state: z.enum(SENDING_STATES),
  failure: z.nullable(z.enum(FAILURES)),
  at: Instant,
});
export type OwnSending = z.infer<typeof OwnSending>;

export const OwnAddress = z.object({
  id: Id,
  channel: Channel,
  /** The number, the e-mail address, or browser and machine. */
  label: z.string(),
  addedAt: Instant,
  provedAt: z.nullable(Instant),
});
export type OwnAddress = z.infer<typeof OwnAddress>;

export const ChannelHealth = z.object({
  channel: Channel,
  isSetUp: z.boolean(),
  lastAcceptedAt: z.nullable(Instant),
  lastFailedAt: z.nullable(Instant),
  /** Of the last seven days: taken by the other end, told to have arrived, given up. */
  accepted: z.int(),
  delivered: z.int(),
  failed: z.int(),
  /** On their way now. */
  waiting: z.int(),
  failures: z.array(z.object({ failure: z.enum(FAILURES), times: z.int() })),
});
export type ChannelHealth = z.infer<typeof ChannelHealth>;

/**
 * The feature `messages`. What a message says is fixed (`message-texts.ts`); an endpoint only says where one is reached oneself, and
 * how the channels do. Nobody reads anybody else's address.
 */
export const messagesContract = {
  /** How the asker is reached. */
  getOwnReach: endpoint({
    kind: 'read',
    method: 'GET',
    path: '/api/own/reach',
    permission: 'message.own',
    input: Nothing,
    output: z.object({
      channels: ChannelsSetUp,
      /** The key of this installation for push services, base64url; null where push is not set up. */
      pushKey: z.nullable(z.string()),
      addresses: z.array(OwnAddress),
      /** The sendings of the newest test. */
      test: z.array(OwnSending),
    }),
    audit: 'none',
  }),

  /**
   * Adds an address of one's own and sends a code to it; nothing else goes there until `proveAddress` has seen the code.
   * @throws `channel-missing`, `address-invalid`, `addresses-full`, `too-many-requests`
   */
  addAddress: endpoint({
    kind: 'write',
    method: 'POST',
    path: '/api/own/addresses',
    permission: 'message.own',
    input: z.object({
      id: Id,
      channel: z.enum(['sms', 'email']),
      address: z.string().check(z.trim(), z.minLength(3), z.maxLength(120)),
    }),
    output: Nothing,
    audit: 'write',
  }),

  /** This browser asks to be sent messages. @throws `channel-missing`, `address-invalid`, `addresses-full` */
  addPushDevice: endpoint({
    kind: 'write',
    method: 'POST',
    path: '/api/own/push-devices',
    permission: 'message.own',
    input: z.object({
      id: Id,
      endpoint: z.url().check(z.maxLength(1000)),
      p256dh: z.string().check(z.regex(/^[\w-]{86,88}$/)),
      auth: z.string().check(z.regex(/^[\w-]{22,24}$/)),
      device: z.string().check(z.trim(), z.minLength(1), z.maxLength(60)),
    }),
    output: Nothing,
    audit: 'write',
  }),

  /** Another code, when the first has not come or is too old. */
  sendCode: endpoint({
    kind: 'write',
    method: 'POST',
    path: '/api/own/addresses/:addressId/codes',
    permission: 'message.own',
    input: z.object({ id: Id, addressId: Id }),
    output: Nothing,
    audit: 'write',
  }),

  /** `refused`: another code was sent; `over`: it is too old or was mistyped five times, so that a new one is needed. */
  proveAddress: endpoint({
    kind: 'session',
    method: 'POST',
    path: '/api/own/addresses/:addressId/proof',
    permission: 'message.own',
    input: z.object({ addressId: Id, code: z.string().check(z.minLength(1), z.maxLength(20)) }),
    output: z.object({ kind: z.enum(['proved', 'refused', 'over']) }),
    audit: 'write',
  }),

  /** Takes an address away; what it was is gone. */
  removeAddress: endpoint({
    kind: 'write',
    method: 'POST',
    path: '/api/own/addresses/:addressId/removal',
    permission: 'message.own',
    input: z.object({ id: Id, addressId: Id }),
    output: Nothing,
    audit: 'write',
  }),

  /** Sends a test to every address of one's own that is proved. @throws `address-missing`, `too-many-requests` */
  sendTest: endpoint({
    kind: 'write',
    method: 'POST',
    path: '/api/own/test-messages',
    permission: 'message.own',
    input: z.object({ id: Id }),
    output: Nothing,
    audit: 'write',
  }),

  /** The asker has the programme open: whatever asked her to look is seen. */
  seeMessages: endpoint({
    kind: 'session',
    method: 'POST',
    path: '/api/own/messages/seen',
    permission: 'message.own',
    input: Nothing,
    output: z.object({ seen: z.int() }),
    audit: 'none',
  }),

  /** By what messages can leave this installation; whoever relies on them must know when none can. */
  getMessageChannels: endpoint({
    kind: 'read',
    method: 'GET',
    path: '/api/message-channels',
    permission: 'signed-in',
    input: Nothing,
    output: z.object({ channels: ChannelsSetUp }),
    audit: 'none',
  }),

  /** How each channel does, in counts of the asker's programme. */
  getMessageHealth: endpoint({
    kind: 'read',
    method: 'GET',
    path: '/api/message-health',
    permission: 'message.oversee',
    input: Nothing,
    output: z.object({
      channels: z.array(ChannelHealth),
      /** Messages of seven days that asked somebody to look and went out by no channel at all. */
      unreached: z.int(),
    }),
    audit: 'none',
  }),
} as const satisfies Contract;

/** Addresses one account may have, and codes and tests it may ask for within an hour: none may be used to pester a stranger. */
export const MOST_ADDRESSES = 8;
export const MOST_ASKED_AN_HOUR = 5;
export const MOST_WRONG_CODES = 5;
