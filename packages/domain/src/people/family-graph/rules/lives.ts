import type { GraphPerson } from '../family-graph.ts';
import { type Finding, finding } from '../findings.ts';
import { type Span, spanOf, surelyBefore, yearsBetween } from '../life-date.ts';
import type { GraphRule, Reading } from './reading.ts';

/** Hardly anybody lives longer. */
const OLDEST = 110;
/** Nobody is locked up for a crime below this (Criminal Code of Kazakhstan, article 15: 14 for the gravest). */
const OF_CRIMINAL_AGE = 14;

/** What one life can be. */
export const lifeRules: GraphRule = (reading) =>
  reading.graph.persons.flatMap((person) => livesOf(person, reading));

function livesOf(person: GraphPerson, { born, died, today }: Reading): Finding[] {
  const { id, life } = person;
  const birth = born(id);
  const about = [id];
  const found: Finding[] = [];
  const add = (code: Parameters<typeof finding>[0]) => found.push(finding(code, about, about));
  const since: Span | null =
    life?.state === 'missing' || life?.state === 'imprisoned' ? spanOf(life.since) : null;
  const stated = life?.state === 'deceased' ? spanOf(life.on) : since;
  if (surelyBefore(today, birth) || (stated && surelyBefore(today, stated))) add('date-in-future');
  const death = died(id);
  if (death && surelyBefore(death, birth)) add('death-before-birth');
  if (since && surelyBefore(since, birth)) add('status-before-birth');
  if (life?.state === 'imprisoned' && since) {
    const release = spanOf(life.expectedRelease);
    if (surelyBefore(release, since)) add('release-before-imprisonment');
    else if (surelyBefore(release, today)) add('release-passed');
    if (person.birth && life.since && !surelyBefore(since, birth)) {
      if (yearsBetween(birth, since).most < OF_CRIMINAL_AGE) add('imprisoned-as-child');
    }
  }
  // With nothing known of the birth, the earliest day says nothing of how old somebody is.
  if (life?.state !== 'deceased' && person.birth && yearsBetween(birth, today).fewest > OLDEST) {
    add('very-old');
  }
  return found;
}
