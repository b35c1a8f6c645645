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
  /** By place: one of the two for each variable. */
  readonly #numbers: (Float64Array | null)[];
  readonly #texts: (string[] | null)[];
  readonly #absent: Uint8Array[];
  #room = 256;
  #rows = 0;

  constructor(variables: readonly DataVariable[]) {
    this.#variables = variables;
    this.#numbers = variables.map(({ kind }) =>
      kind === 'text' ? null : new Float64Array(this.#room),
    );
    this.#texts = variables.map(({ kind }) => (kind === 'text' ? [] : null));
    this.#absent = variables.map(() => new Uint8Array(this.#room));
  }

  get rows(): number {
    return this.#rows;
  }

  /**
   * Appends a row.
   * @param readers one for each variable, in their order
   * @throws Problem `internal` on a number that is none, or a text where a number belongs
   */
  add<Source>(readers: ReadonlyArray<{ read(source: Source): Cell }>, source: Source): void {
    if (this.#rows === this.#room) this.#grow();
    const row = this.#rows;
    for (let place = 0; place < readers.length; place += 1) {
      const cell = readers[place]!.read(source);
      const numbers = this.#numbers[place];
      if (typeof cell === 'number' && numbers && Number.isFinite(cell)) numbers[row] = cell;
      else this.#setOther(place, cell);
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
      columns: this.#variables.map((_, place) => this.#column(place, order)),
    };
  }

  #setOther(place: number, cell: Cell): void {
    const texts = this.#texts[place];
    if (typeof cell === 'object') {
      (this.#absent[place] as Uint8Array)[this.#rows] = CODES[cell.reason];
      if (texts) texts.push('');
    } else if (typeof cell === 'string' && texts) {
      texts.push(cell);
    } else {
      throw new Problem('internal', { variable: this.#variables[place]?.name, wrong: typeof cell });
    }
  }

  #grow(): void {
    this.#room *= 2;
    this.#numbers.forEach((numbers, place) => {
      if (!numbers) return;
      const larger = new Float64Array(this.#room);
      larger.set(numbers);
      this.#numbers[place] = larger;
    });
    this.#absent.forEach((absent, place) => {
      const larger = new Uint8Array(this.#room);
      larger.set(absent);
      this.#absent[place] = larger;
    });
  }

  /** What the form allows, and what is there all the same. */
  #reasons({ missing: declared }: DataVariable, place: number): MissingReason[] {
    const absent = this.#absent[place] as Uint8Array;
    const isSeen: boolean[] = [];
    for (let row = 0; row < this.#rows; row += 1) isSeen[absent[row] as number] = true;
    return MISSING_REASONS.filter((reason, i) => declared.includes(reason) || isSeen[i + 1]);
  }

  /** Plain loops: `from` of typed arrays takes twenty times as long. */
  #column(place: number, order: Uint32Array): DataColumn {
    const rows = order.length;
    const absent = this.#absent[place] as Uint8Array;
    const orderedAbsent = new Uint8Array(rows);
    for (let row = 0; row < rows; row += 1) orderedAbsent[row] = absent[order[row]!]!;
    const texts = this.#texts[place];
    if (texts) {
      const ordered: string[] = [];
      for (let row = 0; row < rows; row += 1) ordered.push(texts[order[row]!]!);
      return { kind: 'texts', values: ordered, absent: orderedAbsent };
    }
    const numbers = this.#numbers[place] as Float64Array;
    const ordered = new Float64Array(rows);
    for (let row = 0; row < rows; row += 1) ordered[row] = numbers[order[row]!]!;
    return { kind: 'numbers', values: ordered, absent: orderedAbsent };
  }
}
