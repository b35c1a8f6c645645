import type { Family } from './family.ts';
import { isLane, type Rows } from './rows.ts';

/** What is paid for each flaw of an order; a crossing costs one. */
const BETWEEN_PARTNERS = 2;
const INTERLACED = 3;
const AMONG_SIBLINGS = 0.6;
const PARTNER_AMONG_SIBLINGS = 0.15;
const AGE_REVERSED = 0.2;
const WIFE_ON_THE_LEFT = 0.05;
const LANE_BETWEEN = 0.4;

/** How good an order is: the sum of its flaws in one row and in the links above and below it. */
export class OrderCost {
  private readonly index = new Map<string, number>();
  private readonly place: Float64Array;
  private readonly isLane: boolean[];
  private readonly rows: number[][];
  /** For each gap below a row: where links come from (one or two slots) and where they go. */
  private readonly gaps: Array<Array<{ a: number; b: number; to: number }>>;
  private readonly couples: Array<Array<{ one: number; other: number; isTurned: boolean }>>;
  private readonly siblings: number[][][];
  private readonly partners = new Map<number, number[]>();

  constructor(
    ordered: readonly (readonly string[])[],
    { rows, family }: { rows: Rows; family: Family },
  ) {
    for (const slot of ordered.flat()) this.index.set(slot, this.index.size);
    const at = (slot: string) => this.index.get(slot)!;
    this.place = new Float64Array(this.index.size);
    this.isLane = ordered.flat().map(isLane);
    this.rows = ordered.map((row) => row.map(at));
    this.gaps = rows.steps.map((steps) =>
      steps.map(({ from, to }) => ({ a: at(from[0]!), b: at(from.at(-1)!), to: at(to) })),
    );
    const inRow = <Thing>(rowOfThing: (thing: Thing) => number, things: readonly Thing[]) =>
      ordered.map((_, row) => things.filter((thing) => rowOfThing(thing) === row));
    const rowOf = (slot: string) => rows.rowOf.get(slot)!;
    const level = family.couples.filter(
      ({ partners: [one, other] }) => rowOf(one) === rowOf(other),
    );
    this.couples = inRow(({ partners }) => rowOf(partners[0]), level).map((couples) =>
      couples.map(({ partners: [one, other] }) => {
        const isTurned = family.persons.get(one)?.sex === 'female';
        return { one: at(one), other: at(other), isTurned };
      }),
    );
    for (const { one, other } of this.couples.flat()) {
      this.partners.set(one, [...(this.partners.get(one) ?? []), other]);
      this.partners.set(other, [...(this.partners.get(other) ?? []), one]);
    }
    this.siblings = ordered.map((_, row) =>
      family.descents
        .map(({ children }) =>
          children.filter(({ child }) => rowOf(child) === row).map(({ child }) => at(child)),
        )
        .filter((children) => children.length > 1),
    );
    for (const row of this.rows) this.write(row);
  }

  /** The flaws that a row would have in this order, the other rows being as they are. */
  of(row: number, order: readonly string[]): number {
    for (let i = 0; i < order.length; i += 1) this.place[this.index.get(order[i]!)!] = i;
    return this.inside(row) + this.crossings(row - 1) + this.crossings(row);
  }

  /** Takes an order as the one that holds. */
  settle(row: number, order: readonly string[]): void {
    this.rows[row] = order.map((slot) => this.index.get(slot)!);
    this.write(this.rows[row]);
  }

  private write(row: readonly number[]): void {
    for (const [place, slot] of row.entries()) this.place[slot] = place;
  }

  private crossings(gap: number): number {
    const steps = this.gaps[gap];
    if (!steps) return 0;
    const { place } = this;
    let count = 0;
    for (let i = 0; i < steps.length; i += 1) {
      const one = steps[i]!;
      const from = place[one.a]! + place[one.b]!;
      const to = place[one.to]!;
      for (let j = i + 1; j < steps.length; j += 1) {
        const other = steps[j]!;
        const apart = (from - place[other.a]! - place[other.b]!) * (to - place[other.to]!);
        if (apart < 0) count += 1;
      }
    }
    return count;
  }

  private inside(row: number): number {
    const { place } = this;
    let sum = 0;
    const spans = this.couples[row]!.map(({ one, other, isTurned }) => {
      const [a, b] = [place[one]!, place[other]!];
      if (isTurned === a < b) sum += WIFE_ON_THE_LEFT;
      return a < b ? [a, b] : [b, a];
    });
    for (const [i, [from, to]] of spans.entries()) {
      sum += BETWEEN_PARTNERS * (to! - from! - 1);
      for (let j = i + 1; j < spans.length; j += 1) {
        const [a, b] = spans[j]!;
        if ((a! < from! && from! < b! && b! < to!) || (from! < a! && a! < to! && to! < b!)) {
          sum += INTERLACED;
        }
      }
    }
    for (const children of this.siblings[row]!) sum += this.apart(row, children);
    return sum;
  }

  /** Who stands among brothers and sisters without being one, and who stands against their ages. */
  private apart(row: number, children: readonly number[]): number {
    const { place } = this;
    let [first, last, sum] = [Number.POSITIVE_INFINITY, -1, 0];
    for (const [i, child] of children.entries()) {
      const at = place[child]!;
      first = Math.min(first, at);
      last = Math.max(last, at);
      if (i > 0 && at < place[children[i - 1]!]!) sum += AGE_REVERSED;
    }
    if (last - first + 1 === children.length) return sum;
    for (const slot of this.rows[row]!) {
      const at = place[slot]!;
      if (at <= first || at >= last || children.includes(slot)) continue;
      const isPartner = this.partners.get(slot)?.some((each) => children.includes(each));
      if (this.isLane[slot]) sum += LANE_BETWEEN;
      else sum += isPartner ? PARTNER_AMONG_SIBLINGS : AMONG_SIBLINGS;
    }
    return sum;
  }
}
