import type { Evidence, FamilyGraph, GraphPerson, LifeStatus } from '../family-graph.ts';
import type { LifeDate } from '../life-date.ts';

/** Chance that is the same for the same seed. */
export function chanceOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

export const idOf = (kind: number, index: number) =>
  `0000000${kind}-0000-7000-8000-${String(index).padStart(12, '0')}`;

const pick = <Thing>(things: readonly Thing[], chance: () => number): Thing =>
  things[Math.floor(chance() * things.length)]!;

const NAMES = ['Ай', 'Нұрсұлтан', 'Гүлбаршын Қайратқызы', 'Ёлкин-Щукин Александр', 'Өмір', 'Zh'];
export const madeName = (id: string) =>
  `${NAMES[Number(id.slice(-3)) % NAMES.length]} ${Number(id.slice(-12))}`;

/**
 * A made-up family of so many people. `likely`: generations that marry among themselves, remarry, have children of several fathers, and
 * are brought up by relatives. `wild`: anybody with anybody, as long as nobody is an own ancestor.
 */
export function madeFamily(
  seed: number,
  { people, kind }: { people: number; kind: 'likely' | 'wild' },
): FamilyGraph {
  const chance = chanceOf(seed);
  const graph: FamilyGraph = { persons: [], unions: [], parentages: [], cares: [], households: [] };
  const generations = Math.max(1, Math.min(4, Math.round(people / 5)));
  const levels: string[][] = Array.from({ length: generations }, () => []);
  for (let i = 0; i < people; i += 1) {
    const level = Math.min(generations - 1, Math.floor(generations * chance() ** 0.7));
    const id = idOf(1, i);
    levels[level]!.push(id);
    graph.persons.push(madePerson(id, 1930 + 26 * level + Math.floor(chance() * 10), chance));
  }
  const all = graph.persons.map(({ id }) => id);
  const many = Math.round(people * (kind === 'wild' ? 0.7 : 0.6));
  for (let i = 0; i < many; i += 1) addUnion(graph, { levels, all, kind, chance });
  for (const [i, child] of all.entries())
    addParents(graph, { child, i, levels, all, kind, chance });
  for (let i = 0; i < Math.round(people / 8); i += 1) {
    const [carer, ward] = [pick(all, chance), pick(all, chance)];
    if (carer === ward) continue;
    graph.cares.push({
      id: idOf(4, i),
      kind: chance() < 0.5 ? 'guardianship' : 'kin-care',
      carer,
      ward,
      from: null,
      until: null,
      evidence: madeEvidence(chance),
    });
  }
  for (let i = 0; i < Math.round(people / 10); i += 1) {
    const members = [...new Set([0, 1, 2].map(() => pick(all, chance)))];
    graph.households.push({
      id: idOf(5, i),
      members: members.map((person) => ({ person, from: null, until: null })),
      evidence: madeEvidence(chance),
    });
  }
  return graph;
}

type Making = {
  readonly levels: readonly (readonly string[])[];
  readonly all: readonly string[];
  readonly kind: 'likely' | 'wild';
  readonly chance: () => number;
};

const year = (value: number): LifeDate => ({ precision: 'year', date: String(value) });
const madeEvidence = (chance: () => number): Evidence =>
  chance() < 0.5
    ? { kind: 'asserted', by: 'relative' }
    : { kind: 'documented', document: 'other-document' };

function madePerson(id: string, born: number, chance: () => number): GraphPerson {
  const evidence = madeEvidence(chance);
  const lives: LifeStatus[] = [
    ...[1, 2, 3, 4].map(() => ({ state: 'alive', evidence }) as const),
    { state: 'deceased', on: year(born + 40), evidence },
    { state: 'missing', since: null, evidence },
    { state: 'imprisoned', since: null, place: 'prison', expectedRelease: year(2027), evidence },
    { state: 'unknown', evidence },
  ];
  const sex = pick(['female', 'male', 'female', 'male', 'unknown'] as const, chance);
  return { id, sex, birth: chance() < 0.8 ? year(born) : null, life: pick(lives, chance) };
}

function addUnion(graph: FamilyGraph, { levels, all, kind, chance }: Making): void {
  const level = kind === 'wild' ? all : pick(levels, chance);
  if (level.length < 2) return;
  const [one, other] = [pick(level, chance), pick(level, chance)];
  if (one === other) return;
  const how = pick(['divorce', 'separation', 'death', 'missing', 'unknown'] as const, chance);
  graph.unions.push({
    id: idOf(2, graph.unions.length),
    kind: pick(
      ['registered', 'religious-monogamous', 'religious-polygamous', 'cohabitation'] as const,
      chance,
    ),
    partners: [one, other],
    from: chance() < 0.7 ? year(1990 + Math.floor(chance() * 30)) : null,
    end: chance() < 0.4 ? { how, on: year(2020) } : null,
    evidence: madeEvidence(chance),
  });
}

function addParents(graph: FamilyGraph, making: Making & { child: string; i: number }): void {
  const { child, i, levels, all, kind, chance } = making;
  const level = levels.findIndex((each) => each.includes(child));
  const above = kind === 'wild' ? all.slice(0, i) : (levels[level - 1] ?? []);
  if (above.length === 0 || chance() < 0.15) return;
  const couples = graph.unions.filter(({ partners }) => partners.every((p) => above.includes(p)));
  const parents =
    couples.length > 0 && chance() < 0.75
      ? pick(couples, chance).partners
      : [pick(above, chance), ...(chance() < 0.3 ? [pick(above, chance)] : [])];
  const adopters = chance() < 0.06 ? [pick(above, chance)] : [];
  for (const [place, parent] of [...new Set([...parents, ...adopters])].entries()) {
    graph.parentages.push({
      id: idOf(3, graph.parentages.length),
      parent,
      child,
      kind: place >= parents.length ? 'adoptive' : pick(['biological', 'unknown'] as const, chance),
      evidence: madeEvidence(chance),
    });
  }
}
