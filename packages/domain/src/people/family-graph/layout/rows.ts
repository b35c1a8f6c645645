import type { Care } from '../family-graph.ts';
import type { Couple, Descent, Family } from './family.ts';

/** What leads from a row to another: the children of somebody, a union across two rows, a care. */
export type Link =
  | { readonly kind: 'descent'; readonly key: string; readonly descent: Descent }
  | { readonly kind: 'union'; readonly key: string; readonly couple: Couple }
  | { readonly kind: 'care'; readonly key: string; readonly care: Care };

/** A link from one row to the next below: between people, or the lanes through which a longer link passes a row. */
export type Step = {
  readonly link: string;
  readonly from: readonly string[];
  readonly to: string;
};

/** Who stands in which row, with the lanes between them; the order within a row is still open. */
export type Rows = {
  readonly rowOf: ReadonlyMap<string, number>;
  /** Ids of people and of lanes, row by row from the top. */
  readonly rows: readonly (readonly string[])[];
  readonly links: readonly Link[];
  /** `steps[r]` lead from row r to row r + 1. */
  readonly steps: readonly (readonly Step[])[];
};

export const laneOf = (link: string, row: number) => `~${link}@${row}`;
export const isLane = (slot: string) => slot.startsWith('~');

/** Puts lanes into every row that a link has to pass. */
export function rowsOf(
  { persons, couples, descents, compare }: Family,
  { generations, cares }: { generations: ReadonlyMap<string, number>; cares: readonly Care[] },
): Rows {
  const count = Math.max(0, ...generations.values()) + 1;
  const rows: string[][] = Array.from({ length: count }, () => []);
  for (const person of [...persons.keys()].toSorted(compare)) {
    rows[generations.get(person)!]!.push(person);
  }
  const rowOf = new Map(generations);
  const steps: Step[][] = Array.from({ length: count }, () => []);
  const links: Link[] = [];
  const pass = (link: string, row: number): string => {
    const lane = laneOf(link, row);
    if (!rowOf.has(lane)) {
      rowOf.set(lane, row);
      rows[row]!.push(lane);
    }
    return lane;
  };
  /** Leads down from a row to people below, through lanes in between. */
  const lead = (link: string, from: readonly string[], to: readonly string[]) => {
    const start = Math.max(...from.map((each) => rowOf.get(each)!));
    const deepest = Math.max(...to.map((each) => rowOf.get(each)!));
    let above = from;
    for (let row = start; row < deepest; row += 1) {
      for (const each of to.filter((id) => rowOf.get(id) === row + 1)) {
        steps[row]!.push({ link, from: above, to: each });
      }
      if (row + 1 === deepest) break;
      const lane = pass(link, row + 1);
      steps[row]!.push({ link, from: above, to: lane });
      above = [lane];
    }
  };
  for (const descent of descents) {
    const key = `d:${descent.key}`;
    links.push({ kind: 'descent', key, descent });
    const lowest = Math.max(...descent.parents.map((id) => generations.get(id)!));
    const from = descent.parents.filter((id) => generations.get(id) === lowest);
    const children = descent.children.map(({ child }) => child);
    lead(key, from, children);
  }
  const across = (link: Link, one: string, other: string) => {
    links.push(link);
    const [a, b] = [generations.get(one)!, generations.get(other)!];
    if (a < b) lead(link.key, [one], [other]);
    if (b < a) lead(link.key, [other], [one]);
  };
  for (const couple of couples) {
    const [one, other] = couple.partners;
    if (generations.get(one) !== generations.get(other)) {
      // Each union of the two takes its own way.
      for (const key of unionKeys(couple)) across({ kind: 'union', key, couple }, one, other);
    }
  }
  for (const care of cares) {
    if (persons.has(care.carer) && persons.has(care.ward) && care.carer !== care.ward) {
      across({ kind: 'care', key: `c:${care.id}`, care }, care.carer, care.ward);
    }
  }
  return { rowOf, rows, links, steps };
}

/** One key for each line that is drawn between two people. */
export const unionKeys = ({ key, unions }: Couple): string[] =>
  unions.length === 0 ? [`u:${key}`] : unions.map(({ id }) => `u:${id}`);
