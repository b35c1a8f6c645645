import type { Channel, SentKind } from './kinds.ts';

/** One way in which a message is tried, so many minutes after it is due, unless she has opened the programme by then. */
export interface Step {
  readonly channel: Channel;
  readonly afterMinutes: number;
}

export interface Policy {
  readonly steps: readonly Step[];
  /** Only while it is day where she lives. */
  readonly isByDay: boolean;
  /** After this nobody tries any more and the failure shows. */
  readonly givenUpAfterMinutes: number;
  /** When nobody knows whether it left, it is sent once more rather than not at all. */
  readonly isRatherTwice: boolean;
}

const HOUR = 60;
const everywhere: readonly Step[] = [
  { channel: 'push', afterMinutes: 0 },
  { channel: 'sms', afterMinutes: 0 },
  { channel: 'email', afterMinutes: 0 },
];

/** Which channels a message takes, in which order, and how long it is worth trying. */
export const POLICIES: Readonly<Record<SentKind, Policy>> = {
  'look-now': {
    steps: everywhere,
    isByDay: false,
    givenUpAfterMinutes: 24 * HOUR,
    isRatherTwice: true,
  },
  'look-today': {
    steps: [
      { channel: 'push', afterMinutes: 0 },
      { channel: 'email', afterMinutes: 0 },
      { channel: 'sms', afterMinutes: HOUR },
    ],
    isByDay: true,
    givenUpAfterMinutes: 36 * HOUR,
    isRatherTwice: false,
  },
  remember: {
    steps: [{ channel: 'sms', afterMinutes: 0 }],
    isByDay: true,
    givenUpAfterMinutes: 3 * 24 * HOUR,
    isRatherTwice: false,
  },
  prove: { steps: everywhere, isByDay: false, givenUpAfterMinutes: 15, isRatherTwice: false },
  test: { steps: everywhere, isByDay: false, givenUpAfterMinutes: HOUR, isRatherTwice: false },
};

/** What goes before what, however many wait: danger within the hour, then what somebody is sitting in front of. */
export const MOST_URGENT_FIRST: readonly SentKind[] = [
  ...(['look-now', 'prove', 'test', 'look-today', 'remember'] as const),
];

/** Hours of the day, in the time of the programme, in which a message that can wait may make a telephone ring. */
export const DAY = { fromHour: 8, untilHour: 20 } as const;

/** When a message that would go at an instant may really go: at once, or at the beginning of the next day. */
export function allowedAt(kind: SentKind, at: string, utcOffsetMinutes: number): string {
  if (!POLICIES[kind].isByDay) return at;
  const local = new Date(Date.parse(at) + utcOffsetMinutes * 60_000);
  const hour = local.getUTCHours();
  if (hour >= DAY.fromHour && hour < DAY.untilHour) return at;
  if (hour >= DAY.untilHour) local.setUTCDate(local.getUTCDate() + 1);
  local.setUTCHours(DAY.fromHour, 0, 0, 0);
  return new Date(local.getTime() - utcOffsetMinutes * 60_000).toISOString();
}

/** An address a message can go to. */
export interface Reachable {
  readonly id: string;
  readonly channel: Channel;
}

/** One sending that is planned. */
export interface PlannedDelivery {
  readonly channel: Channel;
  readonly addressId: string | null;
  readonly at: string;
}

/**
 * The sendings of a message that is due: each step of its policy over each address of that channel. A first step for which there
 * is no address hands its turn on: what would have waited for it goes at once.
 */
export function plannedDeliveries(
  kind: SentKind,
  {
    addresses,
    now,
    utcOffsetMinutes,
  }: { addresses: readonly Reachable[]; now: string; utcOffsetMinutes: number },
): PlannedDelivery[] {
  const has = (step: Step) => addresses.some(({ channel }) => channel === step.channel);
  const steps = POLICIES[kind].steps.filter(has);
  const earliest = Math.min(...steps.map(({ afterMinutes }) => afterMinutes));
  return steps.flatMap(({ channel, afterMinutes }) => {
    const after = Date.parse(now) + (afterMinutes - earliest) * 60_000;
    const at = allowedAt(kind, new Date(after).toISOString(), utcOffsetMinutes);
    return addresses
      .filter((address) => address.channel === channel)
      .map(({ id }) => ({ channel, addressId: id, at }));
  });
}

/** When a message is given up that was due at an instant. */
export const givenUpAt = (kind: SentKind, dueAt: string): string =>
  new Date(Date.parse(dueAt) + POLICIES[kind].givenUpAfterMinutes * 60_000).toISOString();

/** Seconds until the next attempt after so many that failed: growing, half an hour at most, since a line may be back soon. */
export const pauseSeconds = (tries: number): number => Math.min(1800, 15 * 2 ** (tries - 1));

/** Why a sending did not arrive. `address` and `consent` end it; after the others it is tried again. */
export const FAILURES = [
  'unreachable',
  'timeout',
  'certificate',
  'refused',
  'sign-in',
  'address',
  'reported',
  'unclear',
  'late',
  'no-address',
  'no-consent',
] as const;
export type Failure = (typeof FAILURES)[number];

/** Whether trying again can help. */
export const isWorthRetrying = (failure: Failure): boolean =>
  ['unreachable', 'timeout', 'certificate', 'refused', 'sign-in'].includes(failure);
