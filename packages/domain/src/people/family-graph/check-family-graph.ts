import { type FamilyFact, withFact } from './family-fact.ts';
import type { FamilyGraph } from './family-graph.ts';
import type { Finding } from './findings.ts';
import { careRules } from './rules/care.ts';
import { householdRules } from './rules/households.ts';
import { lifeRules } from './rules/lives.ts';
import { parentRules } from './rules/parents.ts';
import { readingOf } from './rules/reading.ts';
import { unionRules } from './rules/unions.ts';

const RULES = [lifeRules, parentRules, unionRules, careRules, householdRules] as const;

/** What stands against one more fact: refused first. */
export type GraphCheck = { readonly refused: Finding[]; readonly asked: Finding[] };

/**
 * Holds a new or corrected fact against what is known of the family. Dates count for what they may mean: a finding is made
 * only where every day that they can stand for leads to it. What was odd before and is no odder now is not told again.
 */
export function checkFamilyGraph(
  graph: FamilyGraph,
  fact: FamilyFact,
  { today }: { today: string },
): GraphCheck {
  const before = new Set(findingsIn(graph, { today }).map(nameOf));
  const made = findingsIn(withFact(graph, fact), { today }).filter(
    (finding) => !before.has(nameOf(finding)),
  );
  return {
    refused: made.filter(({ severity }) => severity === 'refused'),
    asked: made.filter(({ severity }) => severity === 'asked'),
  };
}

/** Everything in a graph that cannot be or is seldom so. */
export function findingsIn(graph: FamilyGraph, { today }: { today: string }): Finding[] {
  const reading = readingOf(graph, { today });
  return RULES.flatMap((rule) => rule(reading));
}

const nameOf = ({ code, persons, facts }: Finding) =>
  [code, ...persons, ...facts.toSorted()].join(' ');
