import type { Couple, Descent, Family } from './family.ts';

/**
 * The row of each person, parents always above their children. Partners share a row where that is possible, and so do brothers
 * and sisters; an uncle and the niece he married cannot all stand where they belong.
 * @throws RangeError when somebody is an own ancestor
 */
export function generationsOf(
  { persons, couples, descents, compare }: Family,
  { cares }: { cares: ReadonlyArray<{ carer: string; ward: string }> },
): ReadonlyMap<string, number> {
  const people = [...persons.keys()].toSorted(compare);
  const levels = new Levels(people, descents);
  for (const couple of byNeed(couples)) levels.join(...couple.partners);
  for (const { children } of descents) {
    for (const { child } of children.slice(1)) levels.join(children[0]!.child, child);
  }
  const rows = levels.rows();
  // Who belongs to the others by care alone stands a row above the child.
  const isBound = new Set([
    ...couples.flatMap(({ partners }) => partners),
    ...descents.flatMap(({ parents, children }) => [
      ...parents,
      ...children.map(({ child }) => child),
    ]),
  ]);
  for (const { carer, ward } of cares) {
    if (!isBound.has(carer) && isBound.has(ward)) {
      rows.set(carer, Math.max(0, (rows.get(ward) ?? 0) - 1));
      isBound.add(carer);
    }
  }
  return rows;
}

/** Those whose union is known first: parents of whose union nobody knows may stand in two rows rather. */
const byNeed = (couples: readonly Couple[]) =>
  couples.toSorted((a, b) => Number(b.unions.length > 0) - Number(a.unions.length > 0));

/** People put together into levels, as long as no level comes to stand above itself. */
class Levels {
  private readonly levelOf = new Map<string, Set<string>>();
  private readonly childrenOf = new Map<string, string[]>();

  private readonly people: readonly string[];

  constructor(people: readonly string[], descents: readonly Descent[]) {
    this.people = people;
    for (const person of people) this.levelOf.set(person, new Set([person]));
    for (const { parents, children } of descents) {
      for (const parent of parents) {
        const known = this.childrenOf.get(parent) ?? [];
        this.childrenOf.set(parent, [...known, ...children.map(({ child }) => child)]);
      }
    }
  }

  join(one: string, other: string): void {
    const [a, b] = [this.levelOf.get(one)!, this.levelOf.get(other)!];
    if (a === b || this.isAbove(a, b) || this.isAbove(b, a)) return;
    for (const person of b) {
      a.add(person);
      this.levelOf.set(person, a);
    }
  }

  private below(level: ReadonlySet<string>): Set<Set<string>> {
    const below = new Set<Set<string>>();
    for (const person of level) {
      for (const child of this.childrenOf.get(person) ?? []) below.add(this.levelOf.get(child)!);
    }
    return below;
  }

  private isAbove(upper: Set<string>, lower: Set<string>): boolean {
    const seen = this.below(upper);
    for (const level of seen) {
      if (level === lower) return true;
      for (const next of this.below(level)) seen.add(next);
    }
    return false;
  }

  /** As few rows as possible, and nobody further above his children than he must be. */
  rows(): Map<string, number> {
    const levels = [...new Set(this.people.map((person) => this.levelOf.get(person)!))];
    const heights = new Map<Set<string>, number>();
    const climbing = new Set<Set<string>>();
    const heightOf = (level: Set<string>): number => {
      const known = heights.get(level);
      if (known !== undefined) return known;
      if (climbing.has(level)) throw new RangeError('somebody is an own ancestor');
      climbing.add(level);
      const height = Math.max(0, ...[...this.below(level)].map((next) => heightOf(next) + 1));
      heights.set(level, height);
      return height;
    };
    for (const level of levels) heightOf(level);
    const highest = Math.max(0, ...heights.values());
    const rows = new Map(levels.map((level) => [level, highest - heights.get(level)!]));
    // Heights from below leave childless people at the bottom: they go up to where their parents, or the rest, put them.
    const above = new Map<Set<string>, Set<string>[]>();
    for (const level of levels) {
      for (const next of this.below(level)) above.set(next, [...(above.get(next) ?? []), level]);
    }
    for (const level of levels.toSorted((a, b) => rows.get(a)! - rows.get(b)!)) {
      const upper = above.get(level) ?? [];
      if (this.below(level).size === 0 && upper.length > 0) {
        rows.set(level, Math.max(...upper.map((each) => rows.get(each)!)) + 1);
      }
    }
    return new Map(this.people.map((person) => [person, rows.get(this.levelOf.get(person)!)!]));
  }
}
