import type { Family } from './family.ts';
import { OrderCost } from './order-cost.ts';
import type { Rows } from './rows.ts';

/** Passes over all rows; more hardly ever change anything. */
const PASSES = 10;
/** Rows up to this length are searched whole, in pieces up to six long. */
const SHORT = 14;
/** How long a piece of a longer row is, and how far it is moved at once. */
const LONG_ROW = { piece: 3, reach: 4 } as const;

/**
 * The order within each row: few crossings, partners and brothers and sisters side by side. A first order by walking through the
 * family is bettered by moving and turning pieces of a row, always in the same sequence, until nothing gets better.
 */
export function orderRows(rows: Rows, family: Family): string[][] {
  const ordered = firstOrder(rows, family);
  const cost = new OrderCost(ordered, { rows, family });
  /** Rows that may get better since one beside them changed. */
  const open = new Set(ordered.keys());
  for (let pass = 0; pass < PASSES && open.size > 0; pass += 1) {
    const downwards = pass % 2 === 0;
    for (let i = 0; i < ordered.length; i += 1) {
      const row = downwards ? i : ordered.length - 1 - i;
      if (!open.delete(row)) continue;
      if (betterRow(ordered, { row, cost })) {
        for (const near of [row - 1, row, row + 1]) if (ordered[near]) open.add(near);
      }
    }
  }
  return ordered;
}

function betterRow(ordered: string[][], { row, cost }: { row: number; cost: OrderCost }): boolean {
  let current = ordered[row]!;
  let least = cost.of(row, current);
  let isBetter = false;
  const isShort = current.length <= SHORT;
  const { piece, reach } = isShort ? { piece: 6, reach: current.length } : LONG_ROW;
  for (let length = 1; length <= Math.min(piece, current.length); length += 1) {
    for (let at = 0; at + length <= current.length; at += 1) {
      for (const candidate of candidates(current, { at, length, reach })) {
        const price = cost.of(row, candidate);
        if (price < least - 1e-9) {
          least = price;
          current = candidate;
          isBetter = true;
        }
      }
    }
  }
  ordered[row] = current;
  cost.settle(row, current);
  return isBetter;
}

/** A row with one piece moved to every place in reach, as it is and turned round. */
function* candidates(
  row: readonly string[],
  { at, length, reach }: { at: number; length: number; reach: number },
): Generator<string[]> {
  const piece = row.slice(at, at + length);
  const turned = piece.toReversed();
  const rest = [...row.slice(0, at), ...row.slice(at + length)];
  const from = Math.max(0, at - reach);
  const to = Math.min(rest.length, at + reach);
  for (let place = from; place <= to; place += 1) {
    const [left, right] = [rest.slice(0, place), rest.slice(place)];
    if (place !== at) yield [...left, ...piece, ...right];
    if (length > 1) yield [...left, ...turned, ...right];
  }
}

/** People in the order in which one who tells of the family comes to them: partners, then children, then the partners' parents. */
function firstOrder({ rows, rowOf, steps }: Rows, family: Family): string[][] {
  const { couples, descents, persons, compare } = family;
  const ordered: string[][] = rows.map(() => []);
  const seen = new Set<string>();
  const put = (slot: string) => {
    seen.add(slot);
    ordered[rowOf.get(slot)!]!.push(slot);
  };
  const partnersOf = (person: string) =>
    couples
      .filter(({ partners }) => partners.includes(person))
      .map(({ partners }) => partners.find((each) => each !== person)!);
  const visit = (person: string): void => {
    if (seen.has(person)) return;
    put(person);
    for (const partner of partnersOf(person)) visit(partner);
    for (const { parents, children } of descents) {
      if (!(parents as readonly string[]).includes(person)) continue;
      for (const { child } of children) visit(child);
    }
    for (const { parents, children } of descents) {
      if (children.some(({ child }) => child === person)) for (const each of parents) visit(each);
    }
  };
  for (const row of rows) {
    for (const person of row.filter((slot) => persons.has(slot)).toSorted(compare)) visit(person);
  }
  // A lane starts beside what it comes from.
  for (const { from, to } of steps.flat()) {
    if (seen.has(to) || persons.has(to)) continue;
    const share = placeIn(ordered[rowOf.get(from[0]!)!]!, from[0]!);
    const row = ordered[rowOf.get(to)!]!;
    seen.add(to);
    row.splice(Math.round(share * row.length), 0, to);
  }
  return ordered;
}

const placeIn = (row: readonly string[], slot: string) =>
  row.length < 2 ? 0.5 : row.indexOf(slot) / (row.length - 1);
