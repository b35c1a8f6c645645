import * as z from 'zod/mini';
import type { SafetyUrgency } from '../../instruments/index.ts';

/**
 * After how many minutes without anybody's word an event goes on: to the supervisor, to whoever is on call in the region, to the
 * regional coordinator. The last of them is the deadline of the event.
 */
export const ClockSteps = z.object({
  supervisor: z.int().check(z.minimum(1)),
  onCall: z.int().check(z.minimum(1)),
  coordinator: z.int().check(z.minimum(1)),
});
export type ClockSteps = z.infer<typeof ClockSteps>;

export const SafetyClock = z.object({ now: ClockSteps, today: ClockSteps });
export type SafetyClock = z.infer<typeof SafetyClock>;

/**
 * The same hour and the same day are the promise of the programme (same-hour and 24-hour answers of the decision table in the
 * stepped care of this programme); a programme may be quicker, never slower.
 */
export const LONGEST_MINUTES: Record<SafetyUrgency, number> = { now: 60, today: 24 * 60 };

export const USUAL_SAFETY_CLOCK: SafetyClock = {
  now: { supervisor: 15, onCall: 30, coordinator: 60 },
  today: { supervisor: 4 * 60, onCall: 12 * 60, coordinator: 24 * 60 },
};

/** Whether a clock keeps the promise and each step comes after the one before. */
export function isSafeClock(clock: SafetyClock): boolean {
  return (['now', 'today'] as const).every((urgency) => {
    const { supervisor, onCall, coordinator } = clock[urgency];
    return supervisor < onCall && onCall < coordinator && coordinator <= LONGEST_MINUTES[urgency];
  });
}

export interface EventClock {
  /** The instant from which everything is counted. */
  readonly startsAt: string;
  readonly dueAt: string;
  /** `arrival`: the device said a time that had not come yet. */
  readonly countsFrom: 'answer' | 'arrival';
}

/**
 * The clock of one event. It counts from the instant of the answer, wherever and in whatever time zone that was. A device whose clock
 * is wrong can only make it shorter: an answer "from the future" counts from its arrival, one "from the past" is overdue at once.
 */
export function clockOf(
  { answeredAt, arrivedAt }: { readonly answeredAt: string; readonly arrivedAt: string },
  urgency: SafetyUrgency,
  clock: SafetyClock = USUAL_SAFETY_CLOCK,
): EventClock {
  const isAhead = Date.parse(answeredAt) > Date.parse(arrivedAt);
  const start = Date.parse(isAhead ? arrivedAt : answeredAt);
  const minutes = clock[urgency].coordinator;
  return {
    startsAt: new Date(start).toISOString(),
    dueAt: new Date(start + minutes * 60_000).toISOString(),
    countsFrom: isAhead ? 'arrival' : 'answer',
  };
}

/** How far an event has gone on by itself: 0 the holder, 1 the supervisor, 2 on call, 3 the coordinator. */
export function levelAt(
  { urgency, startsAt }: { readonly urgency: SafetyUrgency; readonly startsAt: string },
  now: string,
  clock: SafetyClock = USUAL_SAFETY_CLOCK,
): number {
  const minutes = (Date.parse(now) - Date.parse(startsAt)) / 60_000;
  const { supervisor, onCall, coordinator } = clock[urgency];
  return [supervisor, onCall, coordinator].filter((step) => minutes >= step).length;
}
