import * as z from 'zod/mini';
import { DateOnly, Id, Instant } from '../contract.ts';

/** Why a receiver does not take somebody. A closed list: a reason in words would tell more than was asked. */
export const DECLINE_REASONS = [
  ...(['no-room', 'not-our-field', 'not-our-region', 'language', 'age', 'other'] as const),
] as const;
export type DeclineReason = (typeof DECLINE_REASONS)[number];

/** Why help ended before it was complete. */
export const DISCONTINUE_REASONS = [
  'own-wish',
  'not-reached',
  'moved',
  'not-fitting',
  'other',
] as const;
export type DiscontinueReason = (typeof DISCONTINUE_REASONS)[number];

/** Why a referral is taken back. `withdrawn` is written by the database, in the moment in which the consent is withdrawn. */
export const REVOKE_REASONS = [
  'withdrawn',
  'own-wish',
  'mistake',
  'no-longer-needed',
  'not-justified',
] as const;
export type RevokeReason = (typeof REVOKE_REASONS)[number];
/** Those that a colleague may choose. */
export const OWN_REVOKE_REASONS = REVOKE_REASONS.filter(
  (reason): reason is Exclude<RevokeReason, 'withdrawn'> => reason !== 'withdrawn',
);

/** What became of it, as the referrer says when it is over. */
export const CLOSE_REASONS = ['helped', 'partly', 'not-helped', 'another-way', 'dropped'] as const;
export type CloseReason = (typeof CLOSE_REASONS)[number];

/** The three questions of the feedback, which take two minutes. */
export const FEEDBACK_HELPED = ['much', 'some', 'not', 'too-early'] as const;
export const FEEDBACK_NEXT = ['nothing', 'goes-on', 'another-service', 'refer-back'] as const;
const LONGEST_WORDS = 1000;
const words = z.string().check(z.trim(), z.maxLength(LONGEST_WORDS));

const feedback = {
  hasCome: z.boolean(),
  helped: z.enum(FEEDBACK_HELPED),
  next: z.enum(FEEDBACK_NEXT),
  /** Sealed under a key of the installation, for those who refer. */
  words,
};

/** What the receiver says; nobody else can say it. */
export const ReceiverWord = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('received') }),
  z.object({ kind: z.literal('accepted') }),
  z.object({ kind: z.literal('declined'), reason: z.enum(DECLINE_REASONS) }),
  z.object({ kind: z.literal('appointment'), at: Instant }),
  z.object({ kind: z.literal('attended'), cameOn: DateOnly }),
  z.object({ kind: z.literal('no-show') }),
  z.object({ kind: z.literal('in-service') }),
  z.object({ kind: z.literal('completed') }),
  z.object({ kind: z.literal('discontinued'), reason: z.enum(DISCONTINUE_REASONS) }),
  z.object({ kind: z.literal('feedback'), ...feedback }),
]);
export type ReceiverWord = z.infer<typeof ReceiverWord>;
/** `received` is the receipt: written when the receiver opens it for the first time. */
export const RECEIVER_KINDS = [
  ...(['received', 'accepted', 'declined', 'appointment', 'attended', 'no-show'] as const),
  ...(['in-service', 'completed', 'discontinued', 'feedback'] as const),
] as const;
export type ReceiverKind = (typeof RECEIVER_KINDS)[number];

/** What those who refer say after it was sent. `upheld`: another colleague looked at an emergency override and found it right. */
export const ReferrerWord = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('closed'), reason: z.enum(CLOSE_REASONS) }),
  z.object({ kind: z.literal('redirected') }),
  z.object({ kind: z.literal('revoked'), reason: z.enum(OWN_REVOKE_REASONS) }),
  z.object({ kind: z.literal('upheld') }),
]);
export type ReferrerWord = z.infer<typeof ReferrerWord>;

export const EVENT_KINDS = [
  ...RECEIVER_KINDS,
  ...(['sent', 'closed', 'redirected', 'revoked', 'upheld', 'expired'] as const),
] as const;
export type EventKind = (typeof EVENT_KINDS)[number];

/** By whom: a colleague or a specialist who signed in, whoever holds the link, the program itself. */
export const EVENT_VIAS = ['account', 'link', 'system'] as const;

/** Sent without consent because somebody is in danger: why, who answers for it, until when. */
export const Override = z.object({
  supervisorId: Id,
  until: Instant,
  why: z.string().check(z.trim(), z.minLength(10), z.maxLength(500)),
});
export type Override = z.infer<typeof Override>;
/** The longest time for which an override opens anything. */
export const OVERRIDE_HOURS = 72;

/** Something that happened to a referral. Events are only ever added; where it stands follows from them. */
export const ReferralEvent = z.object({
  id: Id,
  version: z.int(),
  kind: z.enum(EVENT_KINDS),
  via: z.enum(EVENT_VIAS),
  /** The account, where there is one. */
  by: z.nullable(Id),
  at: Instant,
  /** Of `declined`, `discontinued`, `revoked` and `closed`. */
  reason: z.nullable(z.string()),
  /** Of `appointment`: when it is. */
  appointmentAt: z.nullable(Instant),
  /** Of `attended`: the day. */
  cameOn: z.nullable(DateOnly),
  /** Of `feedback`; `words` null where they cannot be opened. */
  feedback: z.nullable(z.object({ ...feedback, words: z.nullable(words) })),
  /** Of `sent`, where it went without consent; `why` null where it cannot be opened. */
  override: z.nullable(z.object({ supervisorId: Id, until: Instant, why: z.nullable(z.string()) })),
});
export type ReferralEvent = z.infer<typeof ReferralEvent>;
