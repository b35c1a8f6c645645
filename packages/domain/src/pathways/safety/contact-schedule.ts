import { addDays } from '../../cases/index.ts';
import type { RaisedEvent, SafetyStanding } from './safety-event.ts';

/**
 * Contact afterwards: each week for two months, then every two weeks as long as the danger is not over. WHO mhGAP asks for regular
 * contact after self-harm; the rhythm is this programme's.
 */
const CONTACT_DAYS = { first: 7, later: 14, firstFor: 56 } as const;

/** The day by which somebody is to be met or called next; null once an event is closed. Days are those of the programme. */
export function nextContactOn(
  event: Pick<RaisedEvent, 'startsAt'>,
  standing: Pick<SafetyStanding, 'status' | 'contacts' | 'takenAt'>,
  dayOf: (instant: string) => string,
): string | null {
  if (standing.status === 'closed' || standing.takenAt === null) return null;
  const began = dayOf(event.startsAt);
  const reached = standing.contacts
    .filter(({ value }) => value.outcome === 'reached')
    .map(({ doneAt }) => dayOf(doneAt))
    .toSorted()
    .at(-1);
  const last = reached !== undefined && reached > began ? reached : began;
  const days =
    last < addDays(began, CONTACT_DAYS.firstFor) ? CONTACT_DAYS.first : CONTACT_DAYS.later;
  return addDays(last, days);
}
