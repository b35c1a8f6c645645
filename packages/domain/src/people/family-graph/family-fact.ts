import * as z from 'zod/mini';
import {
  Care,
  type FamilyGraph,
  GraphPerson,
  Household,
  Parentage,
  Union,
} from './family-graph.ts';

/** One thing that is written down about a family. The id of one that is there already means a correction of it. */
export const FamilyFact = z.discriminatedUnion('fact', [
  z.object({ fact: z.literal('person'), value: GraphPerson }),
  z.object({ fact: z.literal('union'), value: Union }),
  z.object({ fact: z.literal('parentage'), value: Parentage }),
  z.object({ fact: z.literal('care'), value: Care }),
  z.object({ fact: z.literal('household'), value: Household }),
]);
export type FamilyFact = z.infer<typeof FamilyFact>;

/** The graph as it stands once the fact is written down. */
export function withFact(graph: FamilyGraph, { fact, value }: FamilyFact): FamilyGraph {
  switch (fact) {
    case 'person':
      return { ...graph, persons: replaced(graph.persons, value) };
    case 'union':
      return { ...graph, unions: replaced(graph.unions, value) };
    case 'parentage':
      return { ...graph, parentages: replaced(graph.parentages, value) };
    case 'care':
      return { ...graph, cares: replaced(graph.cares, value) };
    case 'household':
      return { ...graph, households: replaced(graph.households, value) };
  }
}

function replaced<Fact extends { id: string }>(facts: readonly Fact[], fact: Fact): Fact[] {
  return facts.some(({ id }) => id === fact.id)
    ? facts.map((known) => (known.id === fact.id ? fact : known))
    : [...facts, fact];
}
