import type { RecordedFact } from './contract.ts';
import type { FamilyFact } from './family-fact.ts';
import type { FamilyGraph, GraphPerson } from './family-graph.ts';

/** Everybody whom a fact is about. */
export function peopleOf({ fact, value }: RecordedFact): string[] {
  switch (fact) {
    case 'life':
      return [value.id];
    case 'union':
      return [...new Set(value.partners)];
    case 'parentage':
      return [...new Set([value.parent, value.child])];
    case 'care':
      return [...new Set([value.carer, value.ward])];
    case 'household':
      return [...new Set(value.members.map(({ person }) => person))];
  }
}

/** A family's graph out of its members and what was written down; whatever is about somebody else is left out. */
export function graphOfFacts(
  people: ReadonlyArray<Omit<GraphPerson, 'life'>>,
  facts: readonly RecordedFact[],
): FamilyGraph {
  const known = new Set(people.map(({ id }) => id));
  const own = facts.filter((fact) => peopleOf(fact).every((id) => known.has(id)));
  const lives = new Map(
    own.flatMap((each) =>
      each.fact === 'life' ? [[each.value.id, each.value.life] as const] : [],
    ),
  );
  return {
    persons: people.map((person) => ({ ...person, life: lives.get(person.id) ?? null })),
    unions: own.flatMap((each) => (each.fact === 'union' ? [each.value] : [])),
    parentages: own.flatMap((each) => (each.fact === 'parentage' ? [each.value] : [])),
    cares: own.flatMap((each) => (each.fact === 'care' ? [each.value] : [])),
    households: own.flatMap((each) => (each.fact === 'household' ? [each.value] : [])),
  };
}

/** A recorded fact as the graph takes it; null when it tells of the life of somebody who is not in it. */
export function factInGraph(graph: FamilyGraph, recorded: RecordedFact): FamilyFact | null {
  if (recorded.fact !== 'life') return recorded;
  const person = graph.persons.find(({ id }) => id === recorded.value.id);
  return person ? { fact: 'person', value: { ...person, life: recorded.value.life } } : null;
}
