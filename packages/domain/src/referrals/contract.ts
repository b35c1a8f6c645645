import * as z from 'zod/mini';
import { LINK_KEY } from '../access/index.ts';
import {
  type Contract,
  DateOnly,
  endpoint,
  FileAnswer,
  Id,
  Instant,
  Nothing,
} from '../contract.ts';
import { Names } from '../services/index.ts';
import { LANGUAGES } from '../text/languages.ts';
import { Disclosed } from './disclosed.ts';
import { Referral, ReferralInput } from './referral.ts';
import { Override, ReceiverWord, ReferralEvent, ReferrerWord } from './referral-event.ts';

/** A referral with everything that happened to it, for `foldReferral`, and where it goes. */
export const KnownReferral = z.object({
  referral: Referral,
  events: z.array(ReferralEvent),
  /** By name: of the service and its provider in the version that was looked at, and of whoever receives it. */
  service: Names,
  provider: Names,
  receiver: z.string(),
  /** Whether she agrees today that this receiver is told. */
  isAgreed: z.boolean(),
  /** The link that is out: until when it opens and how many wrong codes are left; null where there is none. */
  link: z.nullable(z.object({ expiresAt: Instant, triesLeft: z.int() })),
});
export type KnownReferral = z.infer<typeof KnownReferral>;

/** A link for whoever has no account, and the code that is told by another way. Shown once; only hashes are kept. */
const NewLink = z.object({ url: z.string(), code: z.string(), expiresAt: Instant });
export type NewLink = z.infer<typeof NewLink>;

const basedOn = z.int().check(z.minimum(0));
const what = { id: Id, referralId: Id };

/** What a receiver sees: this referral and nothing else. Who she is only by what was told. */
export const ReceivedReferral = z.object({
  id: Id,
  version: z.int(),
  urgency: Referral.shape.urgency,
  state: z.string(),
  sentAt: Instant,
  dueAt: z.nullable(Instant),
  appointmentAt: z.nullable(Instant),
  service: Names,
  provider: Names,
  /** The colleague who refers, today. */
  colleague: z.string(),
  disclosed: Disclosed,
});
export type ReceivedReferral = z.infer<typeof ReceivedReferral>;

export const referralsContract = {
  /** The referrals of somebody within reach, the newest first. */
  listReferralsOf: endpoint({
    kind: 'read',
    method: 'GET',
    path: '/api/people/:personId/referrals',
    permission: 'referral.read',
    input: z.object({ personId: Id }),
    output: z.object({
      now: Instant,
      referrals: z.array(KnownReferral),
      /** Who did something, by account. */
      colleagues: z.record(z.string(), z.string()),
    }),
    audit: 'read',
  }),

  /** All that are not over, of the people within reach: the board of whoever holds families, or her team's. */
  listReferrals: endpoint({
    kind: 'read',
    method: 'GET',
    path: '/api/referrals',
    permission: 'referral.read',
    input: Nothing,
    output: z.object({
      now: Instant,
      referrals: z.array(
        z.extend(KnownReferral, {
          person: z.object({ id: Id, name: z.string() }),
          holder: z.string(),
        }),
      ),
    }),
    audit: 'read',
  }),

  /** The same for a coordinator: her regions' without names, needs or anything that was told. */
  listReferralBoard: endpoint({
    kind: 'read',
    method: 'GET',
    path: '/api/referral-board',
    permission: 'referral.count',
    input: Nothing,
    output: z.object({
      now: Instant,
      rows: z.array(
        z.object({
          region: z.nullable(z.string()),
          provider: Names,
          urgency: Referral.shape.urgency,
          state: z.string(),
          sentOn: DateOnly,
          dueAt: z.nullable(Instant),
          isOverdue: z.boolean(),
        }),
      ),
    }),
    audit: 'none',
  }),

  /** To whom a referral to a service may go: its provider, by a link, and the specialists who sign in here. */
  listReferralReceivers: endpoint({
    kind: 'read',
    method: 'GET',
    path: '/api/people/:personId/services/:serviceId/receivers',
    permission: 'referral.make',
    input: z.object({ personId: Id, serviceId: Id }),
    output: z.object({
      receivers: z.array(
        z.object({
          id: Id,
          name: z.string(),
          /** Of a provider, in the languages it has; null of a specialist. */
          names: z.nullable(Names),
          isAccount: z.boolean(),
          /** Whether a consent can name it already, and whether this person agreed. */
          isReceiver: z.boolean(),
          isAgreed: z.boolean(),
        }),
      ),
      /** Who can answer for a sending without consent. */
      supervisors: z.array(z.object({ id: Id, name: z.string() })),
    }),
    audit: 'read',
  }),

  /** Makes a provider or a specialist one of the receivers whom a consent to a referral can name. */
  nameReferralReceiver: endpoint({
    kind: 'write',
    method: 'POST',
    path: '/api/services/:serviceId/receivers/:receiverId',
    permission: 'referral.make',
    input: z.object({ id: Id, serviceId: Id, receiverId: Id }),
    output: Nothing,
    audit: 'write',
  }),

  /** Writes a referral down; nothing leaves yet. `referral-receiver-unknown` where the service is closed or has no such receiver. */
  draftReferral: endpoint({
    kind: 'write',
    method: 'POST',
    path: '/api/people/:personId/referrals',
    permission: 'referral.make',
    input: z.object({ id: Id, personId: Id, referral: ReferralInput }),
    output: z.object({ referralId: Id }),
    audit: 'write',
  }),

  /** Word for word what would go out, what she asked to keep back, and the mark without which nothing is sent. */
  previewReferral: endpoint({
    kind: 'read',
    method: 'GET',
    path: '/api/referrals/:referralId/preview',
    permission: 'referral.read',
    input: z.object({ referralId: Id }),
    output: z.object({
      disclosed: Disclosed,
      mark: z.string(),
      isAgreed: z.boolean(),
      withheld: z.array(z.object({ what: z.string(), why: z.string() })),
    }),
    audit: 'read',
  }),

  /**
   * Sends exactly what was shown: `changed-meanwhile` where it would be something else by now. `referral-consent-missing` without
   * a consent to exactly this receiver, unless somebody is in danger and a supervisor answers for it (`override`).
   */
  sendReferral: endpoint({
    kind: 'write',
    method: 'POST',
    path: '/api/referrals/:referralId/sending',
    permission: 'referral.make',
    input: z.object({ ...what, basedOn, mark: z.string(), override: z.nullable(Override) }),
    output: z.object({ link: z.nullable(NewLink) }),
    audit: 'write',
    isSecret: true,
  }),

  /** A new link and a new code; those before open nothing any more. */
  renewReferralLink: endpoint({
    kind: 'write',
    method: 'POST',
    path: '/api/referrals/:referralId/link',
    permission: 'referral.make',
    input: z.object(what),
    output: NewLink,
    audit: 'write',
    isSecret: true,
  }),

  /** What those who refer say: taken back, closed, redirected. `referral-not-now` where it cannot follow. */
  settleReferral: endpoint({
    kind: 'write',
    method: 'POST',
    path: '/api/referrals/:referralId/words',
    permission: 'referral.make',
    input: z.object({ ...what, basedOn, word: ReferrerWord }),
    output: Nothing,
    audit: 'write',
  }),

  /** Somebody else looks at what was sent without consent: right, or taken back at once. */
  reviewReferral: endpoint({
    kind: 'write',
    method: 'POST',
    path: '/api/referrals/:referralId/review',
    permission: 'referral.review',
    input: z.object({ ...what, basedOn, isRight: z.boolean() }),
    output: Nothing,
    audit: 'write',
  }),

  /** The letter on paper, three times: for whoever refers, the family, the receiver. */
  getReferralLetter: endpoint({
    kind: 'read',
    method: 'GET',
    path: '/api/referrals/:referralId/letter.pdf',
    permission: 'referral.read',
    input: z.object({ referralId: Id, language: z.enum(LANGUAGES) }),
    output: FileAnswer,
    audit: 'read',
    isFile: true,
  }),

  /** Those sent to the asker that are open and still agreed to; judged with every look. */
  listReceivedReferrals: endpoint({
    kind: 'read',
    method: 'GET',
    path: '/api/received-referrals',
    permission: 'referral.answer',
    input: Nothing,
    output: z.object({ now: Instant, today: DateOnly, referrals: z.array(ReceivedReferral) }),
    audit: 'read',
  }),

  answerReferral: endpoint({
    kind: 'write',
    method: 'POST',
    path: '/api/received-referrals/:referralId/words',
    permission: 'referral.answer',
    input: z.object({ ...what, basedOn, word: ReceiverWord }),
    output: Nothing,
    audit: 'write',
  }),
} as const satisfies Contract;

/** Which of both was wrong is told by nobody, but how many tries are left where the link is a real one. */
const refused = z.object({ kind: z.literal('refused') });
const wrongCode = z.object({ kind: z.literal('wrong-code'), triesLeft: z.int() });
const opened = z.object({
  kind: z.literal('open'),
  now: Instant,
  today: DateOnly,
  referral: ReceivedReferral,
});
/** People of one institution sit behind one address. */
const OF_ONE_OFFICE = 60;

/** For receivers without an account: every call carries both the token of the link and the code that was told by another way. */
export const referralLinkContract = {
  openReferralLink: endpoint({
    kind: 'session',
    method: 'POST',
    path: '/api/referral-link/open',
    permission: 'anyone',
    input: z.object(LINK_KEY),
    output: z.discriminatedUnion('kind', [opened, wrongCode, refused]),
    audit: 'read',
    perMinute: OF_ONE_OFFICE,
    maxBytes: 4 * 1024,
  }),

  answerReferralLink: endpoint({
    kind: 'session',
    method: 'POST',
    path: '/api/referral-link/words',
    permission: 'anyone',
    input: z.object({ ...LINK_KEY, id: Id, basedOn, word: ReceiverWord }),
    output: z.discriminatedUnion('kind', [
      opened,
      wrongCode,
      refused,
      z.object({ kind: z.literal('done') }),
      z.object({ kind: z.literal('not-now') }),
    ]),
    audit: 'write',
    perMinute: OF_ONE_OFFICE,
    maxBytes: 16 * 1024,
  }),
} as const satisfies Contract;
