import type {
  DEMAND_ANSWERS,
  DEMAND_BASES,
  DEMAND_STATES,
  DemandYear,
  LegalDemand,
} from './contract.ts';

/** Where a demand stands. */
export function demandState(demand: {
  readonly isAgreed: boolean | null;
  readonly isClosed: boolean;
}): (typeof DEMAND_STATES)[number] {
  if (demand.isClosed) return 'closed';
  if (demand.isAgreed === null) return 'asked';
  return demand.isAgreed ? 'agreed' : 'returned';
}

/** A paper that rests on nothing is told nothing that is held. */
export const isAnswerable = (
  answer: (typeof DEMAND_ANSWERS)[number],
  basis: (typeof DEMAND_BASES)[number],
): boolean => basis !== 'none' || answer === 'refused';

/** The demands of each year in which they were received, the newest first. What is not closed has no answer yet. */
export function demandYears(
  demands: readonly Pick<LegalDemand, 'receivedOn' | 'answer' | 'closing'>[],
): DemandYear[] {
  const yearOf = ({ receivedOn }: { receivedOn: string }) => Number(receivedOn.slice(0, 4));
  return [...new Set(demands.map(yearOf))]
    .toSorted((a, b) => b - a)
    .map((year) => {
      const received = demands.filter((demand) => yearOf(demand) === year);
      const closed = received.filter(({ closing }) => closing !== null);
      const answered = (kind: LegalDemand['answer']['kind']) =>
        closed.filter(({ answer }) => answer.kind === kind).length;
      return {
        year,
        received: received.length,
        answers: {
          refused: answered('refused'),
          'nothing-held': answered('nothing-held'),
          less: answered('less'),
          'as-asked': answered('as-asked'),
        },
        told: closed.filter(({ closing }) => closing?.telling === 'told').length,
        barred: closed.filter(({ closing }) => closing?.telling === 'barred').length,
      };
    });
}
