import type { FamilyGraph } from '../family-graph/family-graph.ts';

/** By the id of a record, the id that stands for it. */
export type StandIns = ReadonlyMap<string, string>;

/** Anything with every id that somebody stands for replaced by the one that stands. Ids are unlike any other text. */
export function asOne<Value>(value: Value, standIns: StandIns): Value {
  if (standIns.size === 0) return value;
  return replaced(value, standIns) as Value;
}

function replaced(value: unknown, standIns: StandIns): unknown {
  if (typeof value === 'string') return standIns.get(value) ?? value;
  if (Array.isArray(value)) return value.map((each) => replaced(each, standIns));
  if (value === null || typeof value !== 'object' || value.constructor !== Object) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, each]) => [key, replaced(each, standIns)]),
  );
}

/**
 * A graph in which two records have become one: what both told is there once. Two unions with the same person stay two: they
 * may be one after the other, and a person has to look.
 */
export function graphAsOne(graph: FamilyGraph, standIns: StandIns): FamilyGraph {
  const { persons, parentages, households, ...rest } = asOne(graph, standIns);
  return {
    ...rest,
    persons: once(persons, ({ id }) => id),
    parentages: once(parentages, ({ parent, child }) => `${parent} ${child}`),
    households: households.map((household) => ({
      ...household,
      members: once(
        household.members,
        ({ person, from, until }) => `${person} ${JSON.stringify([from, until])}`,
      ),
    })),
  };
}

function once<Thing>(things: readonly Thing[], keyOf: (thing: Thing) => string): Thing[] {
  const seen = new Set<string>();
  return things.filter((thing) => {
    const key = keyOf(thing);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
