import type { Group } from './group.ts';
import type { Lattice } from './lattice.ts';
import type { DisclosurePolicy } from './policy.ts';
import type { TableSpec } from './table-spec.ts';

/** Why a number of its own must not be told. */
export const RISKS = [
  'few-people',
  'few-families',
  'nobody',
  'everybody',
  'changed-by-few',
] as const;
export type Risk = (typeof RISKS)[number];

export type Tally = { readonly count: number; readonly families: number };

export function tally({ counts, families }: Lattice, kinds: readonly number[]): Tally {
  const distinct = new Set<string>();
  let count = 0;
  for (const kind of kinds) {
    count += counts[kind]!;
    for (const family of families[kind]!) distinct.add(family);
  }
  return { count, families: distinct.size };
}

/** Too few people or too few families; nobody at all is not few. */
export function fewOf(
  { count, families }: Tally,
  { people, families: least }: Pick<DisclosurePolicy, 'people' | 'families'>,
): 'few-people' | 'few-families' | null {
  if (count === 0) return null;
  if (count < people) return 'few-people';
  return families < least ? 'few-families' : null;
}

/**
 * The risk of a cell by itself.
 * @param whole the group of the table's filters
 */
export function riskOf(
  group: Group,
  {
    lattice,
    policy,
    table,
    whole,
  }: { lattice: Lattice; policy: DisclosurePolicy; table: TableSpec; whole: Group },
): Risk | null {
  const kinds = lattice.kindsOf(group);
  const own = tally(lattice, kinds);
  const people = table.hasMeans ? Math.max(policy.people, policy.meanPeople) : policy.people;
  const few = fewOf(own, { ...policy, people });
  if (few) return few;
  const telling = table.dimensions
    .map(({ variable }) => variable)
    .filter((variable) => !table.visible.includes(variable));
  const parents = telling.flatMap((variable) => {
    const { [variable]: values, ...rest } = group;
    const parent = whole[variable] ? { ...rest, [variable]: whole[variable] } : rest;
    const all = lattice.kindsOf(parent);
    return values && all.length > kinds.length ? [tally(lattice, all).count] : [];
  });
  if (own.count > 0) return parents.includes(own.count) ? 'everybody' : null;
  if (kinds.every((kind) => lattice.impossible.has(kind))) return null;
  if (policy.zeros === 'structural') return 'nobody';
  return parents.some((count) => count > 0) ? 'nobody' : null;
}
