import { ANSWER_HOURS, type Referral } from './referral.ts';
import { type EventKind, RECEIVER_KINDS, type ReferralEvent } from './referral-event.ts';

/** Where a referral stands: the last thing that happened to it. */
export type ReferralState = 'draft' | Exclude<EventKind, 'upheld'>;

/** What may follow on what. A state from which nothing leads is closed for good. The database has the same table. */
export const NEXT: Readonly<Record<ReferralState, readonly EventKind[]>> = {
  draft: ['sent', 'closed'],
  sent: ['received', 'accepted', 'declined', 'expired', 'revoked', 'redirected'],
  received: ['accepted', 'declined', 'expired', 'revoked', 'redirected'],
  accepted: [
    ...([
      'appointment',
      'attended',
      'in-service',
      'discontinued',
      'revoked',
      'redirected',
    ] as const),
  ],
  appointment: [
    ...(['appointment', 'attended', 'no-show', 'discontinued', 'revoked', 'redirected'] as const),
  ],
  'no-show': ['appointment', 'attended', 'discontinued', 'revoked', 'redirected'],
  attended: [
    ...([
      'appointment',
      'in-service',
      'completed',
      'discontinued',
      'revoked',
      'redirected',
    ] as const),
  ],
  'in-service': ['completed', 'discontinued', 'revoked', 'redirected'],
  completed: ['feedback', 'closed', 'revoked'],
  discontinued: ['feedback', 'closed', 'redirected', 'revoked'],
  feedback: ['closed', 'redirected', 'revoked'],
  declined: ['closed', 'redirected'],
  expired: ['closed', 'redirected'],
  closed: [],
  redirected: [],
  revoked: [],
};

export const isOver = (state: ReferralState): boolean => NEXT[state].length === 0;

/** While it stands so, the receiver may see what was told and answer, as far as she still agrees. */
export const isShownToReceiver = (state: ReferralState): boolean =>
  state !== 'draft' && state !== 'declined' && state !== 'expired' && !isOver(state);

const RECEIVERS: ReadonlySet<string> = new Set(RECEIVER_KINDS);
/** Whether only the addressee can say this. */
export const isOfReceiver = (kind: EventKind): boolean => RECEIVERS.has(kind);

/** For whom it waits, and for how many hours after what happened last; the answer to a sent one has its own. */
const WAITS: Readonly<
  Record<ReferralState, { readonly for: 'referrer' | 'receiver'; readonly hours: number } | null>
> = {
  draft: { for: 'referrer', hours: 72 },
  sent: { for: 'receiver', hours: 0 },
  received: { for: 'receiver', hours: 0 },
  accepted: { for: 'receiver', hours: 7 * 24 },
  appointment: { for: 'receiver', hours: 3 * 24 },
  'no-show': { for: 'referrer', hours: 72 },
  attended: { for: 'receiver', hours: 14 * 24 },
  'in-service': { for: 'receiver', hours: 90 * 24 },
  completed: { for: 'receiver', hours: 14 * 24 },
  discontinued: { for: 'receiver', hours: 14 * 24 },
  feedback: { for: 'referrer', hours: 7 * 24 },
  declined: { for: 'referrer', hours: 72 },
  expired: { for: 'referrer', hours: 72 },
  closed: null,
  redirected: null,
  revoked: null,
};

type Overriding = NonNullable<ReferralEvent['override']> & { readonly isUpheld: boolean };

export interface ReferralStanding {
  readonly state: ReferralState;
  /** How many events there are: what a new one is based on. */
  readonly version: number;
  readonly sentAt: string | null;
  /** The appointment that stands; null where there is none, or it is over. */
  readonly appointmentAt: string | null;
  /** Whose turn it is, and until when; null only where it is over. Who refers is whoever holds the family that day. */
  readonly waitsFor: 'referrer' | 'receiver' | null;
  readonly dueAt: string | null;
  readonly isOverdue: boolean;
  /** The override under which it went; null where she had agreed. */
  readonly override: Overriding | null;
}

/** Where a referral stands now. The events may come in any order; one that cannot follow is not looked at. */
export function foldReferral(
  referral: Pick<Referral, 'urgency' | 'madeAt'>,
  events: readonly ReferralEvent[],
  now: string,
): ReferralStanding {
  let state: ReferralState = 'draft';
  let at = referral.madeAt;
  let sentAt: string | null = null;
  let appointmentAt: string | null = null;
  let override: Overriding | null = null;
  for (const event of events.toSorted((a, b) => a.version - b.version)) {
    if (event.kind === 'upheld') {
      if (override !== null) override = { ...(override as Overriding), isUpheld: true };
      continue;
    }
    if (!NEXT[state].includes(event.kind)) continue;
    state = event.kind;
    at = event.at;
    if (event.kind === 'sent') {
      sentAt = event.at;
      override = event.override && { ...event.override, isUpheld: false };
    }
    appointmentAt = event.kind === 'appointment' ? event.appointmentAt : null;
  }
  const answerBy = sentAt && later(sentAt, ANSWER_HOURS[referral.urgency]);
  if ((state === 'sent' || state === 'received') && answerBy && answerBy <= now) {
    // The program writes it down within the minute; until then it stands so all the same.
    state = 'expired';
    at = answerBy;
  }
  const waits = WAITS[state];
  const dueAt =
    state === 'sent' || state === 'received'
      ? answerBy
      : waits && later(appointmentAt ?? at, waits.hours);
  return {
    ...{ state, version: events.length, sentAt, appointmentAt, override, dueAt },
    waitsFor: waits?.for ?? null,
    isOverdue: dueAt !== null && dueAt < now,
  };
}

export const later = (instant: string, hours: number): string =>
  new Date(Date.parse(instant) + hours * 3_600_000).toISOString();
