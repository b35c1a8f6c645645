import type { Household } from '../family-graph.ts';
import { type Finding, type FindingCode, finding } from '../findings.ts';
import { spanOf, surelyBefore } from '../life-date.ts';
import type { GraphRule, Reading } from './reading.ts';

/** Who can live where, and when. */
export const householdRules: GraphRule = (reading) => [
  ...reading.graph.households.flatMap((household) => oneHousehold(household, reading)),
  ...twoRoofs(reading.graph.households),
];

function oneHousehold(household: Household, reading: Reading): Finding[] {
  const { born, died, today } = reading;
  const seen = new Set<string>();
  return household.members.flatMap((member) => {
    const about = [member.person];
    const found: Finding[] = [];
    const add = (code: FindingCode) => found.push(finding(code, about, [household.id]));
    if (reading.strangers(member.person).length > 0) add('person-missing');
    const from = spanOf(member.from);
    const until = member.until ? spanOf(member.until) : null;
    if (surelyBefore(today, from) || (until && surelyBefore(today, until))) add('date-in-future');
    if (until && surelyBefore(until, from)) add('dates-reversed');
    if (surelyBefore(until ?? from, born(member.person))) add('status-before-birth');
    const death = died(member.person);
    if (death && surelyBefore(death, from)) add('household-after-death');
    if (until === null) {
      if (seen.has(member.person)) add('household-twice');
      seen.add(member.person);
    }
    return found;
  });
}

/** Somebody under two roofs today. */
function twoRoofs(households: readonly Household[]): Finding[] {
  const homes = new Map<string, string>();
  return households.flatMap(({ id, members }) =>
    [...new Set(members.filter(({ until }) => until === null).map(({ person }) => person))].flatMap(
      (person) => {
        const other = homes.get(person);
        homes.set(person, other ?? id);
        return other && other !== id ? [finding('two-households', [person], [other, id])] : [];
      },
    ),
  );
}
