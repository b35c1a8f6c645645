/** Values that differ by less are one: the same cells, added up in another order. */
const SAME = 1e-9;

/**
 * Partial tables that leave the same rest, in rising order: the log of 1 / product of their cells' factorials, and how many tables
 * have it. Sorted lists are merged, since an exact test holds hundreds of thousands, and looking each one up takes several times
 * as long.
 */
export class PartialTables {
  readonly #values: readonly number[];
  readonly #many: readonly number[];

  constructor(values: readonly number[], many: readonly number[]) {
    this.#values = values;
    this.#many = many;
  }

  get size(): number {
    return this.#values.length;
  }

  get largest(): number {
    return this.#values.at(-1) ?? 0;
  }

  /** How many values are at most the bound. */
  upTo(bound: number): number {
    const values = this.#values;
    let low = 0;
    let high = values.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((values[middle] as number) <= bound) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** At each place, the sum up to there of how many times exp(value - largest). */
  runningSums(): number[] {
    const { largest } = this;
    let sum = 0;
    return this.#values.map((value, i) => {
      sum += (this.#many[i] as number) * Math.exp(value - largest);
      return sum;
    });
  }

  /** The tables from one place to another, with a line of that value laid. */
  part({ from, to, value }: { from: number; to: number; value: number }): PartialTables {
    const values = this.#values.slice(from, to).map((each) => each + value);
    return new PartialTables(values, this.#many.slice(from, to));
  }

  joinedWith(others: PartialTables): PartialTables {
    const [values, many] = [this.#values, this.#many];
    const [otherValues, otherMany] = [others.#values, others.#many];
    const joined: number[] = [];
    const joinedMany: number[] = [];
    let own = 0;
    let other = 0;
    while (own < values.length && other < otherValues.length) {
      const difference = (values[own] as number) - (otherValues[other] as number);
      const isOther = difference > -SAME;
      if (difference < SAME) {
        joined.push(values[own] as number);
        joinedMany.push((many[own] as number) + (isOther ? (otherMany[other] as number) : 0));
        own += 1;
      } else {
        joined.push(otherValues[other] as number);
        joinedMany.push(otherMany[other] as number);
      }
      if (isOther) other += 1;
    }
    for (; own < values.length; own += 1) {
      joined.push(values[own] as number);
      joinedMany.push(many[own] as number);
    }
    for (; other < otherValues.length; other += 1) {
      joined.push(otherValues[other] as number);
      joinedMany.push(otherMany[other] as number);
    }
    return new PartialTables(joined, joinedMany);
  }
}
