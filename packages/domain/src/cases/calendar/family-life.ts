import * as z from 'zod/mini';
import { DateOnly, Id } from '../../contract.ts';
import { Birth, birthRange } from '../../people/index.ts';
import { addDays } from '../add-days.ts';

/** So long after a move or a death a review of what the family needs now is asked for. */
export const EVENT_DAYS = { ago: 180, review: 14 } as const;

/** Somebody of the family who is in prison: since when, and when he is expected home, as far as either is known. */
export const Imprisoned = z.object({
  personId: Id,
  since: z.nullable(Birth),
  release: z.nullable(Birth),
  /** The day on which this was last written down. */
  recordedOn: DateOnly,
});
export type Imprisoned = z.infer<typeof Imprisoned>;

/**
 * What happens in a family's life, as its case follows from it. It lies in the family's graph and with the residences and nowhere
 * else: a date that is changed there moves everything that is counted from it.
 */
export const FamilyLife = z.object({
  imprisoned: z.array(Imprisoned),
  /** Moves and deaths of some months, the day of each as far as it is known. */
  events: z.array(z.object({ kind: z.enum(['moved', 'died']), on: DateOnly })),
});
export type FamilyLife = z.infer<typeof FamilyLife>;

export const NO_LIFE: FamilyLife = { imprisoned: [], events: [] };

/** Events near enough to ask for a review; a death known only by its year counts from the first day it may mean. */
export function recentEvents(
  events: ReadonlyArray<{ readonly kind: 'moved' | 'died'; readonly on: Birth | null }>,
  today: string,
): FamilyLife['events'] {
  const earliest = addDays(today, -EVENT_DAYS.ago);
  return events
    .flatMap(({ kind, on }) => (on ? [{ kind, on: birthRange(on).from }] : []))
    .filter(({ on }) => on >= earliest && on <= today);
}
