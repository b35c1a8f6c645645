import { type Group, identityOf } from './group.ts';
import type { Population } from './population.ts';

/**
 * The finest groups that a set of told groups could let anybody tell apart: every combination of
 * values, where values that no group separates are one. Also those that nobody is in, since an outsider
 * cannot know that.
 */
export type Lattice = {
  readonly counts: readonly number[];
  readonly families: ReadonlyArray<ReadonlySet<string>>;
  readonly impossible: ReadonlySet<number>;
  /** The group of each kind. */
  readonly groups: readonly Group[];
  /** Kinds that a group is made of. */
  readonly kindsOf: (group: Group) => readonly number[];
};

/** More kinds than this are more than the proofs can be found for in reasonable time. */
export const MOST_KINDS = 2_500;

/** @returns null when there would be more kinds than `MOST_KINDS` */
export function buildLattice(population: Population, groups: readonly Group[]): Lattice | null {
  const axes = axesOf(population, groups);
  const size = axes.reduce((product, { classes }) => product * classes.length, 1);
  if (size > MOST_KINDS) return null;
  const strides = axes.map((_, i) =>
    axes.slice(i + 1).reduce((product, { classes }) => product * classes.length, 1),
  );
  const counts = new Array<number>(size).fill(0);
  const families = Array.from({ length: size }, () => new Set<string>());
  for (const profile of population.profiles) {
    const kind = axes.reduce(
      (sum, { variable, classOf }, i) =>
        sum + strides[i]! * classOf.get(profile.values[variable]!)!,
      0,
    );
    counts[kind]! += profile.count;
    for (const family of profile.families) families[kind]!.add(family);
  }
  const kindsOf = (group: Group) =>
    axes.reduce<number[]>(
      (kinds, { variable, classes, classOf }, i) => {
        const chosen = group[variable]
          ? [...new Set(group[variable].map((value) => classOf.get(value)!))]
          : [...classes.keys()];
        return kinds.flatMap((kind) => chosen.map((c) => kind + strides[i]! * c));
      },
      [0],
    );
  const groupsOfKinds = Array.from({ length: size }, (_, kind) =>
    Object.fromEntries(
      axes.map(({ variable, classes }, i) => [
        variable,
        classes[Math.floor(kind / strides[i]!) % classes.length]!,
      ]),
    ),
  );
  const isImpossible = (group: Group) =>
    population.impossible.some((rule) =>
      Object.entries(rule).every(([variable, list]) =>
        group[variable]?.every((value) => list.includes(value)),
      ),
    );
  return {
    counts,
    families,
    impossible: new Set([...groupsOfKinds.keys()].filter((k) => isImpossible(groupsOfKinds[k]!))),
    groups: groupsOfKinds,
    kindsOf,
  };
}

/**
 * Groups that nobody tells but that two or more told ones give away between them: one less the other
 * where they differ in a single variable, and what is left of one when all parts of it that are told
 * are taken away.
 */
export function differencesOf(population: Population, told: readonly Group[]): Group[] {
  const { variables } = population;
  const found = new Map<string, Group>();
  const names = [...new Set(told.flatMap((group) => Object.keys(group)))];
  for (const variable of names) {
    const all = variables[variable]!;
    const families = new Map<string, { rest: Group; sets: Map<string, readonly string[]> }>();
    for (const group of told) {
      const { [variable]: values = all, ...rest } = group;
      const key = identityOf(rest, population);
      const family = families.get(key) ?? { rest, sets: new Map() };
      family.sets.set([...values].sort().join('\u0000'), values);
      families.set(key, family);
    }
    for (const { rest, sets } of families.values()) {
      for (const values of remaindersOf([...sets.values()])) {
        const group = { ...rest, [variable]: values };
        found.set(identityOf(group, population), group);
      }
    }
  }
  return [...found.values()];
}

function remaindersOf(sets: readonly (readonly string[])[]): string[][] {
  const asSets = sets.map((values) => new Set(values));
  return asSets.flatMap((outer) => {
    const parts = asSets.filter(
      (inner) => inner.size < outer.size && [...inner].every((value) => outer.has(value)),
    );
    const without = (...inner: ReadonlySet<string>[]) =>
      [...outer].filter((value) => !inner.some((set) => set.has(value)));
    const apart: ReadonlySet<string>[] = [];
    for (const part of [...parts].sort((a, b) => b.size - a.size)) {
      if (apart.every((other) => [...part].every((value) => !other.has(value)))) apart.push(part);
    }
    return [...parts.map((part) => without(part)), without(...apart)].filter(
      (values) => values.length > 0 && values.length < outer.size,
    );
  });
}

type Axis = {
  readonly variable: string;
  /** Values that nothing separates, class by class. */
  readonly classes: readonly (readonly string[])[];
  readonly classOf: ReadonlyMap<string, number>;
};

/** Variables that restrict something, with the classes of their values. */
function axesOf({ variables, impossible }: Population, groups: readonly Group[]): Axis[] {
  const used = new Set(groups.flatMap((group) => Object.keys(group)));
  // A combination that cannot be is known, so the kinds have to keep it apart.
  const rules = impossible.filter((rule) => Object.keys(rule).every((name) => used.has(name)));
  return [...used].sort().flatMap((variable) => {
    const sets = new Map<string, ReadonlySet<string>>();
    for (const group of [...groups, ...rules]) {
      const values = group[variable];
      if (values) sets.set([...values].sort().join('\u0000'), new Set(values));
    }
    const signatures = new Map<string, string[]>();
    for (const value of variables[variable]!) {
      const signature = [...sets.values()].map((set) => (set.has(value) ? '1' : '0')).join('');
      signatures.set(signature, [...(signatures.get(signature) ?? []), value]);
    }
    if (signatures.size < 2) return [];
    const classes = [...signatures.values()];
    const classOf = new Map(classes.flatMap((list, c) => list.map((value) => [value, c] as const)));
    return [{ variable, classes, classOf }];
  });
}
