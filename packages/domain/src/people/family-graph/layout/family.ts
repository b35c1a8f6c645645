import type { FamilyGraph, GraphPerson, Parentage, Union } from '../family-graph.ts';
import { kinshipOf } from '../kinship.ts';
import { type LifeDate, spanOf } from '../life-date.ts';

/** Two people who are or were together, or who have a child and of whose union nothing is known. */
export type Couple = {
  readonly key: string;
  readonly partners: readonly [string, string];
  /** From the first to the last; none where only a child tells of the two. */
  readonly unions: readonly Union[];
  /** They descend from one person: drawn as a double line. */
  readonly isRelated: boolean;
};

/** The children of one couple or of one parent, eldest first. */
export type Descent = {
  readonly key: string;
  readonly parents: readonly [string] | readonly [string, string];
  readonly children: readonly DescentChild[];
};

export type DescentChild = { readonly child: string; readonly parentages: readonly Parentage[] };

export type Family = {
  readonly persons: ReadonlyMap<string, GraphPerson>;
  readonly couples: readonly Couple[];
  readonly descents: readonly Descent[];
  /** Whom the order of people is by: born first, then id, so that one graph has one drawing. */
  readonly compare: (one: string, other: string) => number;
};

/** The key of two people, whoever is named first. */
export const pairKey = (one: string, other: string) =>
  one < other ? `${one}+${other}` : `${other}+${one}`;

/** A graph as it is drawn: couples, and children hanging from a couple or from one parent. */
export function familyOf(graph: FamilyGraph): Family {
  const persons = new Map(
    graph.persons.toSorted((a, b) => order(a.id, b.id)).map((person) => [person.id, person]),
  );
  const compare = (one: string, other: string) =>
    order(bornKey(persons.get(one)?.birth ?? null), bornKey(persons.get(other)?.birth ?? null)) ||
    order(one, other);
  const unions = graph.unions.filter(
    ({ partners: [one, other] }) => one !== other && persons.has(one) && persons.has(other),
  );
  const together = new Set(unions.map(({ partners }) => pairKey(...partners)));
  const parentages = graph.parentages.filter(
    ({ parent, child }) => persons.has(parent) && persons.has(child),
  );
  const descents = descentsOf(parentages, { together, compare });
  return { persons, couples: couplesOf(graph, { unions, descents }), descents, compare };
}

function couplesOf(
  graph: FamilyGraph,
  { unions, descents }: { unions: readonly Union[]; descents: readonly Descent[] },
): Couple[] {
  const kinship = kinshipOf(graph, { isByBlood: true });
  const partners = new Map<string, readonly [string, string]>();
  const note = (one: string, other: string) =>
    partners.set(pairKey(one, other), one < other ? [one, other] : [other, one]);
  for (const union of unions) note(...union.partners);
  for (const { parents } of descents) if (parents.length === 2) note(...parents);
  return [...partners]
    .toSorted(([a], [b]) => order(a, b))
    .map(([key, pair]) => ({
      key,
      partners: pair,
      unions: unions
        .filter((union) => pairKey(...union.partners) === key)
        .toSorted((a, b) => order(bornKey(a.from), bornKey(b.from)) || order(a.id, b.id)),
      isRelated: kinship.areRelated(...pair),
    }));
}

type Grouping = { readonly together: ReadonlySet<string>; readonly compare: Family['compare'] };

function descentsOf(parentages: readonly Parentage[], grouping: Grouping): Descent[] {
  const { compare } = grouping;
  const groups = new Map<string, { parents: Descent['parents']; children: DescentChild[] }>();
  const children = [...new Set(parentages.map(({ child }) => child))].toSorted(compare);
  for (const child of children) {
    const own = parentages
      .filter((each) => each.child === child)
      .toSorted((a, b) => order(a.id, b.id));
    const isAdoptive = ({ kind }: Parentage) => kind === 'adoptive';
    for (const side of [own.filter((each) => !isAdoptive(each)), own.filter(isAdoptive)]) {
      for (const parents of pairsOf([...new Set(side.map(({ parent }) => parent))], grouping)) {
        const key = parents.join('+');
        const group = groups.get(key) ?? { parents, children: [] };
        group.children.push({
          child,
          parentages: side.filter(({ parent }) => parents.includes(parent)),
        });
        groups.set(key, group);
      }
    }
  }
  return [...groups]
    .toSorted(([a], [b]) => order(a, b))
    .map(([key, { parents, children: all }]) => ({ key, parents, children: joined(all) }));
}

/** A child both born to and adopted by the same parents stands once. */
function joined(children: readonly DescentChild[]): DescentChild[] {
  const byChild = new Map<string, DescentChild>();
  for (const { child, parentages } of children) {
    const known = byChild.get(child);
    byChild.set(child, { child, parentages: [...(known?.parentages ?? []), ...parentages] });
  }
  return [...byChild.values()];
}

/** Parents of one child two by two, those who were together first; an odd one is alone. */
function pairsOf(
  parents: readonly string[],
  { together, compare }: Grouping,
): Array<Descent['parents']> {
  const left = parents.toSorted(compare);
  const pairs: Array<Descent['parents']> = [];
  for (const isKnown of [true, false]) {
    for (let i = 0; i < left.length; i += 1) {
      const one = left[i]!;
      const at = left.findIndex(
        (other, j) => j > i && (!isKnown || together.has(pairKey(one, other))),
      );
      const other = left[at];
      if (other === undefined) continue;
      pairs.push(one < other ? [one, other] : [other, one]);
      left.splice(at, 1);
      left.splice(i, 1);
      i -= 1;
    }
  }
  return [...pairs, ...left.map((one): Descent['parents'] => [one])];
}

const bornKey = (date: LifeDate | null) => (date ? spanOf(date).earliest : '~');

export const order = (one: string, other: string) => (one < other ? -1 : one > other ? 1 : 0);
