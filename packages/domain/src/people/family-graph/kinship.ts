import type { FamilyGraph, Parentage } from './family-graph.ts';

/** Who descends from whom, read once from a graph. */
export type Kinship = {
  readonly parentsOf: (person: string) => readonly string[];
  /** The person and everybody he or she descends from. */
  readonly lineOf: (person: string) => ReadonlySet<string>;
  /** True when one of the two descends from the other, or both from the same person. */
  readonly areRelated: (one: string, other: string) => boolean;
};

/** Adoption makes parents; by blood are related only those whose parents nobody calls adoptive. */
export function kinshipOf(
  { parentages }: Pick<FamilyGraph, 'parentages'>,
  { isByBlood }: { isByBlood: boolean },
): Kinship {
  const parents = new Map<string, string[]>();
  for (const { parent, child } of parentages.filter((each) => counts(each, isByBlood))) {
    const known = parents.get(child) ?? [];
    if (!known.includes(parent)) parents.set(child, [...known, parent]);
  }
  const parentsOf = (person: string) => parents.get(person) ?? [];
  const lines = new Map<string, ReadonlySet<string>>();
  const lineOf = (person: string) => {
    const found = lines.get(person) ?? climb(person, parentsOf);
    lines.set(person, found);
    return found;
  };
  return {
    parentsOf,
    lineOf,
    areRelated: (one, other) => {
      const line = lineOf(other);
      return [...lineOf(one)].some((ancestor) => line.has(ancestor));
    },
  };
}

const counts = ({ kind }: Parentage, isByBlood: boolean) => !isByBlood || kind !== 'adoptive';

function climb(person: string, parentsOf: (id: string) => readonly string[]): ReadonlySet<string> {
  const seen = new Set([person]);
  // A set is walked on while it grows.
  for (const each of seen) for (const parent of parentsOf(each)) seen.add(parent);
  return seen;
}
