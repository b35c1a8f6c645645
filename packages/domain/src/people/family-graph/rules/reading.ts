import type { FamilyGraph, GraphPerson } from '../family-graph.ts';
import type { Finding } from '../findings.ts';
import { type Kinship, kinshipOf } from '../kinship.ts';
import { ANY_DAY, type Span, spanOf } from '../life-date.ts';

/** A graph as the rules read it. Somebody the graph does not hold has no dates, so that only his absence is told. */
export type Reading = {
  readonly graph: FamilyGraph;
  readonly today: Span;
  readonly person: (id: string) => GraphPerson | undefined;
  readonly born: (id: string) => Span;
  /** When somebody died; never, for all that is known, while nobody says that he did. */
  readonly died: (id: string) => Span | null;
  readonly kinship: Kinship;
  /** Those of the ids that the graph does not hold. */
  readonly strangers: (...ids: readonly string[]) => string[];
};

export type GraphRule = (reading: Reading) => Finding[];

export function readingOf(graph: FamilyGraph, { today }: { today: string }): Reading {
  const persons = new Map(graph.persons.map((each) => [each.id, each]));
  return {
    graph,
    today: { earliest: today, latest: today },
    person: (id) => persons.get(id),
    born: (id) => {
      const person = persons.get(id);
      return person ? spanOf(person.birth) : ANY_DAY;
    },
    died: (id) => {
      const life = persons.get(id)?.life;
      if (life?.state !== 'deceased') return null;
      const on = spanOf(life.on);
      return { earliest: on.earliest, latest: on.latest > today ? today : on.latest };
    },
    kinship: kinshipOf(graph, { isByBlood: false }),
    strangers: (...ids) => ids.filter((id) => !persons.has(id)),
  };
}
