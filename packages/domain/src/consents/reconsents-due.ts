import { addYears, type BornBetween } from './age.ts';
import type { ConsentAgeTable } from './age-table.ts';
import type { ConsentEntry } from './decision.ts';
import { lastWordOn } from './effect-of-withdrawal.ts';
import type { ConsentTopic } from './purposes.ts';
import { standingConsents } from './standing-consents.ts';

/** Why something is to be asked again: another rule begins, a birthday of the table comes, or a term ends. */
export const RECONSENT_REASONS = ['rule-changes', 'age-reached', 'term-ends'] as const;
export type ReconsentReason = (typeof RECONSENT_REASONS)[number];

export interface Reconsent extends ConsentTopic {
  readonly on: string;
  readonly why: ReconsentReason;
  /** True where the consent ends on that day unless it is given anew. */
  readonly lapses: boolean;
}

/**
 * What is to be asked again in a span of days (both ends counted), the earliest first. What has run out before and was not
 * asked again stays due.
 */
export function reconsentsDue(
  {
    history,
    born,
    table,
  }: {
    readonly history: readonly ConsentEntry[];
    readonly born: BornBetween;
    readonly table: ConsentAgeTable;
  },
  from: string,
  until: string,
): Reconsent[] {
  const ruleDays = new Set(table.rules.map(({ fromAge }) => addYears(born.to, fromAge)));
  const agains = table.askAgainAt.map((age) => addYears(born.to, age));
  return standingConsents(history, from)
    .filter(({ state }) => state === 'stands' || state === 'lapsed')
    .flatMap(({ purpose, receiverId, state, until: ends }) => {
      const topic = { purpose, receiverId };
      const said = lastWordOn(history, topic)?.givenOn ?? from;
      const due: Reconsent[] = [];
      if (ends !== null && ends <= until) {
        const why = ruleDays.has(ends) ? 'rule-changes' : 'term-ends';
        due.push({ ...topic, on: ends, why, lapses: true });
      }
      for (const on of agains) {
        const isDue = state === 'stands' && said < on && on <= until;
        if (isDue && due.every((one) => one.on > on)) {
          due.push({ ...topic, on, why: 'age-reached', lapses: false });
        }
      }
      return due;
    })
    .toSorted((one, other) => (one.on < other.on ? -1 : one.on > other.on ? 1 : 0));
}
