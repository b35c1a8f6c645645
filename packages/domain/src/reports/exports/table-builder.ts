import { Problem } from '../../problem.ts';
import {
  type DataColumn,
  type DataTable,
  type DataVariable,
  MISSING_REASONS,
  type MissingReason,
} from './data-table.ts';

/** A cell without a value. One object for each reason: see `missing`. */
export type MissingCell = { readonly reason: MissingReason };
export type Cell = number | string | MissingCell;

const CELLS = Object.fromEntries(
  MISSING_REASONS.map((reason) => [reason, { reason }]),
) as unknown as Readonly<Record<MissingReason, MissingCell>>;
const CODES = Object.fromEntries(
  MISSING_REASONS.map((reason, i) => [reason, i + 1]),
) as unknown as Readonly<Record<MissingReason, number>>;

export function missing(reason: MissingReason): MissingCell {
  return CELLS[reason];
}

/** Fills a table row by row; a column of numbers takes 9 bytes a row. */
export class TableBuilder {
  readonly #variables: readonly DataVariable[];
  readonly #values: (Float64Array | string[])[];
  readonly #absent: Uint8Array[];
  #room = 256;
  #rows = 0;

  constructor(variables: readonly DataVariable[]) {
    this.#variables = variables;
    this.#values = variables.map(({ kind }) => (kind === 'text' ? [] : new Float64Array(256)));
    this.#absent = variables.map(() => new Uint8Array(256));
  }

  get rows(): number {
    return this.#rows;
  }

  /**
   * Appends a row.
   * @param cellOf the cell of the variable at a place
   * @throws Problem `internal` on a number that is none, or a text where a number belongs
   */
  add(cellOf: (place: number) => Cell): void {
    if (this.#rows === this.#room) this.#grow();
    for (let place = 0; place < this.#variables.length; place += 1) {
      this.#set(place, cellOf(place));
    }
    this.#rows += 1;
  }

  /** The table, its rows in the order given (places of rows as they were added). */
  finish(head: Pick<DataTable, 'name' | 'title' | 'language'>, order: Uint32Array): DataTable {
    return {
      ...head,
      rows: order.length,
      variables: this.#variables.map((variable, place) => ({
        ...variable,
        missing: this.#reasons(variable, place),
      })),
      columns: this.#values.map((_, place) => this.#column(place, order)),
    };
  }

  #set(place: number, cell: Cell): void {
    const values = this.#values[place] as Float64Array | string[];
    if (typeof cell === 'object') {
      (this.#absent[place] as Uint8Array)[this.#rows] = CODES[cell.reason];
      if (!(values instanceof Float64Array)) values[this.#rows] = '';
    } else if (values instanceof Float64Array && Number.isFinite(cell)) {
      values[this.#rows] = cell as number;
    } else if (!(values instanceof Float64Array) && typeof cell === 'string') {
      values[this.#rows] = cell;
    } else {
      throw new Problem('internal', { variable: this.#variables[place]?.name, wrong: typeof cell });
    }
  }

  #grow(): void {
    this.#room *= 2;
    this.#values.forEach((values, place) => {
      if (!(values instanceof Float64Array)) return;
      const larger = new Float64Array(this.#room);
      larger.set(values);
      this.#values[place] = larger;
    });
    this.#absent.forEach((absent, place) => {
      const larger = new Uint8Array(this.#room);
      larger.set(absent);
      this.#absent[place] = larger;
    });
  }

  /** What the form allows, and what is there all the same. */
  #reasons({ missing: declared }: DataVariable, place: number): MissingReason[] {
    const seen = new Set(this.#absent[place]?.subarray(0, this.#rows));
    return MISSING_REASONS.filter((reason, i) => declared.includes(reason) || seen.has(i + 1));
  }

  #column(place: number, order: Uint32Array): DataColumn {
    const values = this.#values[place] as Float64Array | string[];
    const absent = Uint8Array.from(order, (row) => this.#absent[place]?.[row] ?? 0);
    return values instanceof Float64Array
      ? { kind: 'numbers', values: Float64Array.from(order, (row) => values[row] ?? 0), absent }
      : { kind: 'texts', values: Array.from(order, (row) => values[row] ?? ''), absent };
  }
}
