import { addYears } from '../consents/index.ts';
import { type Birth, birthRange } from '../people/index.ts';
import { addMonths } from './add-days.ts';

/** What is known to come in a family's life. At twelve a child's own word begins to count in writing. */
export const AHEAD_KINDS = ['turns-twelve', 'release'] as const;

export interface AheadEvent {
  readonly kind: (typeof AHEAD_KINDS)[number];
  readonly personId: string;
  /** The first and the last day that it may be; the same where the day is known. */
  readonly from: string;
  readonly to: string;
}

const AHEAD_MONTHS = 12;
const TWELVE = 12;

/** Birthdays and releases that may fall into the coming year, soonest first. */
export function aheadIn(
  people: ReadonlyArray<{
    readonly personId: string;
    readonly birth: Birth | null;
    /** Expected; null for whoever is not in prison, or where no day was named. */
    readonly release: Birth | null;
  }>,
  today: string,
): AheadEvent[] {
  const last = addMonths(today, AHEAD_MONTHS);
  return people
    .flatMap(({ personId, birth, release }): AheadEvent[] => {
      const born = birth ? birthRange(birth) : null;
      return [
        ...(born
          ? [
              {
                ...{ kind: 'turns-twelve' as const, personId },
                ...{ from: addYears(born.from, TWELVE), to: addYears(born.to, TWELVE) },
              },
            ]
          : []),
        ...(release ? [{ kind: 'release' as const, personId, ...birthRange(release) }] : []),
      ];
    })
    .filter(({ from, to }) => to >= today && from <= last)
    .toSorted((a, b) => (order(a) < order(b) ? -1 : 1));
}

const order = ({ from, to, kind, personId }: AheadEvent) => `${from} ${to} ${kind} ${personId}`;
